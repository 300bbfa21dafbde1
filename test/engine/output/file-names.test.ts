import { describe, expect, test } from "vitest";
import { NameRegister, safeBaseName, withoutExtension } from "../../../src/engine/output/file-names.js";

describe("safeBaseName", () => {
  test.each([
    ["paper", "paper"],
    ["Übung 3 (final)", "Übung 3 (final)"],
    ["../../etc/passwd", "_.._etc_passwd"],
    ["a/b\\c:d", "a_b_c_d"],
    [".hidden", "hidden"],
    ["-rf", "rf"],
    ["trailing. ", "trailing"],
    ["line\nbreak", "line_break"],
    ["CON", "CON_"],
    ["...", "document"],
    ["", "document"],
  ])("%j → %j", (name, safe) => {
    expect(safeBaseName(name)).toBe(safe);
  });

  test("long names are cut between characters", () => {
    const safe = safeBaseName("漢".repeat(200));
    expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(180);
    expect(safe).toMatch(/^漢+$/);
  });
});

test.each([
  ["paper.pdf", "paper"],
  ["paper.v2.pdf", "paper.v2"],
  ["paper", "paper"],
  [".pdf", ".pdf"],
  ["1. Introduction", "1. Introduction"],
])("withoutExtension(%j) = %j", (file, name) => {
  expect(withoutExtension(file)).toBe(name);
});

test("names taken at the same time differ, also on systems that fold case", () => {
  const register = new NameRegister();
  const first = register.take("out", "paper");
  expect(register.take("out", "Paper").name).toBe("Paper-2");
  expect(register.take("out", "paper").name).toBe("paper-3");
  expect(register.take("elsewhere", "paper").name).toBe("paper");
  first.release();
  expect(register.take("out", "paper").name).toBe("paper");
});
