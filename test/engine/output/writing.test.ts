import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { writeWhole } from "../../../src/engine/output/atomic-file.js";
import { DirectoryCropStore, type StoredCrop } from "../../../src/engine/output/crop-store.js";
import { writeImageIndex } from "../../../src/engine/output/image-index.js";
import type { ImageEntry } from "../../../src/engine/result.js";
import { testFolder } from "../support/faulty-engine.js";

const region = { top_left_x: 10, top_left_y: 20, width: 30, height: 40 };

describe("writeWhole", () => {
  test("replaces a file whole and leaves no other", async () => {
    const folder = await testFolder();
    const path = join(folder, "a.txt");
    await writeFile(path, "old and much longer");
    await Promise.all(Array.from({ length: 8 }, (_, index) => writeWhole(path, `new ${index}`)));
    expect(await readFile(path, "utf8")).toMatch(/^new \d$/);
    expect(await readdir(folder)).toEqual(["a.txt"]);
  });

  test("a file that cannot be written leaves nothing behind", async () => {
    const folder = await testFolder();
    await expect(writeWhole(join(folder, "missing", "a.txt"), "x")).rejects.toThrow("ENOENT");
    expect(await readdir(folder)).toEqual([]);
  });
});

describe("image index", () => {
  const entry = (document_id: string, page: number): ImageEntry => ({
    file: `${document_id}-${page}.jpg`,
    document_id,
    page,
    line_id: "0",
    kind: "figure",
    region,
  });
  const read = async (path: string) =>
    (JSON.parse(await readFile(path, "utf8")).images as ImageEntry[]).map(({ file }) => file);

  test("documents that share a folder keep their entries", async () => {
    const path = join(await testFolder(), "index.json");
    await Promise.all(["c", "a", "b"].map((id) => writeImageIndex(path, id, [entry(id, 2), entry(id, 1)])));
    expect(await read(path)).toEqual(["a-1.jpg", "a-2.jpg", "b-1.jpg", "b-2.jpg", "c-1.jpg", "c-2.jpg"]);
  });

  test("a new run replaces the entries of the last, and a broken index is written anew", async () => {
    const path = join(await testFolder(), "index.json");
    await writeImageIndex(path, "a", [entry("a", 1), entry("a", 2)]);
    await writeImageIndex(path, "a", [entry("a", 2)]);
    expect(await read(path)).toEqual(["a-2.jpg"]);
    await writeFile(path, "{");
    await writeImageIndex(path, "b", [entry("b", 1)]);
    expect(await read(path)).toEqual(["b-1.jpg"]);
  });
});

describe("DirectoryCropStore", () => {
  const crop: StoredCrop = {
    documentId: "doc",
    imageId: "doc-01",
    page: 1,
    kind: "figure",
    lineId: "0",
    region,
    jpeg: new Uint8Array([1, 2, 3]),
  };

  test("gives a crop back by the numbers of its address", async () => {
    const root = await testFolder();
    const store = new DirectoryCropStore(root);
    await store.put(crop);
    await store.put(crop);
    expect(new Uint8Array((await store.get("doc-01", region))!)).toEqual(crop.jpeg);
    expect(await store.get("doc-01", { ...region, width: 31 })).toBeUndefined();
    expect(await readdir(join(root, "doc-01"))).toEqual(["40_30_20_10.jpg"]);
  });

  test.each(["..", "../other", "a/b", ".", ""])("an id of %j does not lead out of the store", async (imageId) => {
    const store = new DirectoryCropStore(await testFolder());
    await expect(store.get(imageId, region)).rejects.toThrow("Bad image id");
    await expect(store.put({ ...crop, imageId })).rejects.toThrow("Bad image id");
  });
});
