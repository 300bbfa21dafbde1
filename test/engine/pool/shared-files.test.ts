import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { SharedFiles } from "../../../src/engine/pool/shared-files.js";

const folder = mkdtempSync(join(tmpdir(), "shared-files-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("reads a document once until it is released", async () => {
  const path = join(folder, "a.pdf");
  const document = { key: "a", path, file: "a.pdf" };
  writeFileSync(path, "first");
  const files = new SharedFiles();
  const bytes = await files.get(document);
  writeFileSync(path, "other");
  expect(Buffer.from(bytes!).toString()).toBe("first");
  expect(await files.get(document)).toBe(bytes);
  files.release(document);
  expect(Buffer.from((await files.get(document))!).toString()).toBe("other");
});

it("leaves a file that cannot be read to the worker, whose error names it", async () => {
  expect(await new SharedFiles().get({ key: "b", path: join(folder, "none.pdf"), file: "none.pdf" })).toBeUndefined();
});
