import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createEngine, type DocumentInput, type Engine } from "../../dist/index.js";
import { testFolder, writeInput } from "./support/faulty-engine.js";
import { readTree } from "./support/read-tree.js";
import { textPdf } from "./support/text-pdf.js";

let engine: Engine;
let folder: string;
let temporaryFolder: string;
const bytes = textPdf(2);

beforeAll(async () => {
  folder = await testFolder();
  temporaryFolder = await testFolder();
  engine = await createEngine({ workers: 1, temporaryFolder });
});
afterAll(() => engine.close());

test("a path, a URL, bytes and a stream give the same files, and nothing stays behind", async () => {
  const path = await writeInput(folder, "sample.pdf", bytes);
  const inputs: Record<string, DocumentInput> = {
    path,
    url: pathToFileURL(path),
    bytes: new Uint8Array(bytes),
    arrayBuffer: new Uint8Array(bytes).buffer,
    stream: Readable.from([Buffer.from(bytes.subarray(0, 100)), Buffer.from(bytes.subarray(100))]),
  };
  const trees: Record<string, string>[] = [];
  for (const [kind, input] of Object.entries(inputs)) {
    const destination = join(folder, kind);
    const result = await engine.process(input, { destination, basename: "sample" });
    expect(result).toMatchObject({ status: "completed", pageCount: 2 });
    trees.push(await readTree(destination));
  }
  for (const tree of trees) expect(tree).toEqual(trees[0]);
  expect(await readdir(temporaryFolder)).toEqual([]);
});

test("the caller's bytes stay the caller's", async () => {
  const input = new Uint8Array(bytes);
  await engine.process(input, { destination: join(folder, "own") });
  expect(input).toEqual(new Uint8Array(bytes));
});

test("a stream that fails is an error of the document", async () => {
  const broken = new Readable({
    read() {
      this.destroy(new Error("connection lost"));
    },
  });
  const result = await engine.process(broken, { destination: join(folder, "broken") });
  expect(result).toMatchObject({
    status: "error",
    file: "stream",
    error: { name: "InputError", code: "stream_failed", message: "stream: The stream failed: connection lost" },
  });
  expect(await readdir(temporaryFolder)).toEqual([]);
});

test("an input without a path needs a destination", async () => {
  await expect(engine.process(bytes)).rejects.toThrow(
    "Expected folder (required for an input without a path) for destination",
  );
});

test.each([
  ["nowhere.pdf", undefined, "file_not_found"],
  ["empty.pdf", new Uint8Array(), "empty_file"],
  ["text.pdf", Buffer.from("Dear reader, this is no PDF at all."), "unsupported_file_type"],
  ["broken.pdf", Buffer.from("%PDF-1.4\nnothing else"), "corrupt_pdf_file"],
])("%s is an error that names the file", async (name, content, code) => {
  const path = content ? await writeInput(folder, name, content) : join(folder, name);
  const result = await engine.process(path, { destination: join(folder, "bad") });
  expect(result).toMatchObject({ status: "error", files: [], error: { name: "InputError", code } });
  expect(result.error!.message).toContain(name);
});

test("a folder is no document", async () => {
  const result = await engine.process(folder, { destination: join(folder, "bad") });
  expect(result.error).toMatchObject({ code: "not_a_file" });
});
