import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { convertMmd } from "../../../src/formats/convert-mmd.js";

const kept = { ...process.env };
beforeEach(() => {
  process.env.PATH = "";
  for (const name of ["CHROMIUM", "PDFLATEX", "XELATEX"]) process.env[`MMD_ENGINE_${name}`] = "/nowhere/program";
});
afterEach(() => {
  process.env = { ...kept };
});

describe("a program that is not there", () => {
  it.each([
    ["pdf", /none: install Chromium, .*apt install chromium.*MMD_ENGINE_CHROMIUM/],
    ["latex.pdf", /none: install TeX Live .*MMD_ENGINE_PDFLATEX/],
  ] as const)("costs %s only, and the error says what to install", async (format, message) => {
    await expect(convertMmd("x", { format })).rejects.toMatchObject({
      code: "missing_program",
      message: expect.stringMatching(message),
    });
    expect((await convertMmd("x", { format: "md" })).bytes.length).toBeGreaterThan(0);
  });
});
