import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { testFolder, writeInput } from "../engine/support/faulty-engine.js";
import { textPdf } from "../engine/support/text-pdf.js";

const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

async function cli(args: string[], input?: Uint8Array): Promise<Outcome> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ["pipe", "pipe", "pipe"] });
  child.stdin.end(input ?? "");
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { code: code as number | null, out, err };
}

let folder: string;
let sound: string;
let broken: string;
beforeAll(async () => {
  folder = await testFolder();
  sound = await writeInput(folder, "sound.pdf", textPdf(2));
  broken = await writeInput(folder, "broken.pdf", Buffer.from("%PDF-1.4 broken"));
});

describe("exit 0: all completed", () => {
  test("JSON lines for a program: every page, then the result", async () => {
    const destination = join(folder, "json");
    const { code, out, err } = await cli(["process", sound, "-o", destination, "--progress", "json"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const events = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(events.map(({ type }) => type)).toEqual(["opened", "page", "page", "rendered", "finished", "result"]);
    expect(events.at(-1)).toMatchObject({ status: "completed", pageCount: 2, input: sound });
    expect(await readdir(destination)).toEqual(["sound.lines.json", "sound.lines.mmd.json", "sound.mmd"]);
  });

  test("the standard input is a document", async () => {
    const destination = join(folder, "stdin");
    const { code } = await cli(["process", "-", "-o", destination, "--progress", "none"], textPdf(1));
    expect(code).toBe(0);
    expect(await readFile(join(destination, "document.mmd"), "utf8")).toContain("This is page 1");
  });

  test("several documents get a folder each", async () => {
    const inputs = join(folder, "several");
    await mkdir(inputs);
    await writeFile(join(inputs, "a.pdf"), textPdf(1));
    await writeFile(join(inputs, "b.pdf"), textPdf(1, { title: "Other" }));
    const destination = join(folder, "several-out");
    const { code } = await cli(["process", inputs, "-o", destination, "--progress", "none", "--pages", "1", "-w", "1"]);
    expect(code).toBe(0);
    expect((await readdir(destination, { recursive: true })).filter((name) => name.endsWith(".mmd")).sort()).toEqual([
      join("a", "a.mmd"),
      join("b", "b.mmd"),
    ]);
  });

  test.each([["--help"], ["process", "--help"], ["help", "convert"], ["--version"], ["options"]])(
    "%s %s",
    async (...args) => {
      const { code, out, err } = await cli(args.filter(Boolean));
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out.length).toBeGreaterThan(5);
    },
  );
});

describe("exit 1: some failed", () => {
  test("a broken document is one line and does not cost the others", async () => {
    const destination = join(folder, "some");
    const { code, err } = await cli(["process", broken, sound, "-o", destination, "--progress", "none"]);
    expect(code).toBe(1);
    expect(err).toMatch(/^error: broken\.pdf: The PDF cannot be read .*\n$/);
    expect(await readdir(join(destination, "sound"))).toContain("sound.mmd");
  });

  test("a missing file is one line; --verbose tells more, never else", async () => {
    const missing = join(folder, "missing.pdf");
    const { code, err } = await cli(["process", missing, "--progress", "none"]);
    expect({ code, err }).toEqual({ code: 1, err: `error: ${missing}: The file does not exist\n` });
    const verbose = await cli(["process", broken, "-o", join(folder, "v"), "--progress", "none", "--verbose"]);
    expect(verbose.err.trim().split("\n").length).toBeGreaterThan(1);
  });
});

describe("exit 2: wrong usage", () => {
  test.each([
    [["process"], "missing required argument 'inputs'"],
    [["proces", "x.pdf"], "unknown command 'proces'"],
    [["process", "x.pdf", "--fast"], "unknown option '--fast'"],
    [["process", "x.pdf", "--workers", "0"], "Expected a number above zero"],
    [["process", "x.pdf", "--workers", "1.5"], "Expected an integer between 1 and 64"],
    [["process", "x.pdf", "--progress", "loud"], "Allowed choices are bar, json, none"],
    [["process", "x.pdf", "--formats", "rtf"], "Expected object of booleans with keys among"],
    [["process", "x.pdf", "--pages", "4-"], "Expected comma list of pages and ranges"],
    [["process", "x.pdf", "--option", "rmSpace=true"], "did you mean rmSpaces"],
    [["process", "x.pdf", "--option", "rmSpaces=1"], "Expected boolean for rmSpaces"],
    [["process", "x.pdf", "--cdn-base", "nowhere"], "Expected absolute http or https URL"],
    [["convert", "x.mmd"], "Expected comma list of formats for --to"],
  ])("%j", async (args, expected) => {
    const { code, out, err } = await cli(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(expected);
    expect(err).not.toContain("    at ");
  });
});

describe("interrupted", () => {
  test("Ctrl-C stops, keeps the pages and says how to go on", async () => {
    const input = await writeInput(folder, "long.pdf", textPdf(400));
    const destination = join(folder, "interrupted");
    const child = spawn(process.execPath, [MAIN, "process", input, "-o", destination, "--progress", "json"]);
    let seen = "";
    child.stdout.on("data", (chunk: Buffer) => {
      const before = seen.length;
      seen += chunk.toString();
      if (before < 600 && seen.length >= 600) child.kill("SIGINT");
    });
    const [err, [code]] = await Promise.all([text(child.stderr), once(child, "close")]);
    expect(code).toBe(130);
    expect(err).toBe("interrupted: the finished pages are kept, --resume goes on from them\n");
    expect((await readdir(destination)).every((name) => name.startsWith(".mmd-engine-"))).toBe(true);
  });
});

test("doctor names what the engine is made of", async () => {
  const { code, out } = await cli(["doctor", "--json"]);
  expect(code).toBe(0);
  const names = JSON.parse(out).checks.map(({ name }: { name: string }) => name);
  expect(names).toEqual(
    expect.arrayContaining(["node", "pdfjs-dist", "sharp loads", "one canvas", "chromium", "pdflatex", "xelatex"]),
  );
});
