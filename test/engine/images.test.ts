import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createEngine, DirectoryCropStore, type Engine, type ImageEntry } from "../../dist/index.js";
import { testFolder, writeInput } from "./support/faulty-engine.js";
import { picturePdf } from "./support/picture-pdf.js";

let engine: Engine;
let folder: string;
let input: string;
beforeAll(async () => {
  folder = await testFolder();
  engine = await createEngine({ workers: 1 });
  input = await writeInput(folder, "picture.pdf", picturePdf());
});
afterAll(() => engine.close());

test("local: crops beside the MMD, each in the index, referred to by name", async () => {
  const destination = join(folder, "local");
  const result = await engine.process(input, { destination });
  expect(result.status).toBe("completed");
  const { images } = JSON.parse(await readFile(join(destination, "images", "index.json"), "utf8")) as {
    images: ImageEntry[];
  };
  expect(images).toHaveLength(1);
  const [image] = images;
  expect(image).toMatchObject({ page: 1, kind: "figure", document_id: result.documentId });
  expect((await readdir(join(destination, "images"))).sort()).toEqual([image!.file, "index.json"].sort());
  expect(await readFile(join(destination, "picture.mmd"), "utf8")).toContain(`(images/${image!.file})`);

  const { lines } = JSON.parse(await readFile(join(destination, "picture.lines.json"), "utf8")).pages[0];
  const line = lines.find(({ id }: { id: string }) => id === image!.line_id);
  expect(line.region).toEqual(image!.region);
  const { format, width } = await sharp(join(destination, "images", image!.file)).metadata();
  expect({ format, width }).toEqual({ format: "jpeg", width: image!.region.width });
});

test("cdn: absolute addresses, crops in the store, nothing beside the output", async () => {
  const destination = join(folder, "cdn");
  const store = new DirectoryCropStore(join(folder, "store"));
  const result = await engine.process(input, {
    destination,
    imageOutputMode: "cdn",
    cdnBase: "https://crops.example.org/",
    cropStore: store,
    conversionFormats: { "md.zip": true },
  });
  expect(result).toMatchObject({ status: "completed", warnings: [] });
  expect((await readdir(destination)).sort()).toEqual([
    "picture.lines.json",
    "picture.lines.mmd.json",
    "picture.md.zip",
    "picture.mmd",
  ]);
  const mmd = await readFile(join(destination, "picture.mmd"), "utf8");
  const address = new URL(/https:[^)]+/.exec(mmd)![0]);
  expect(address.href).toMatch(
    /^https:\/\/crops\.example\.org\/cropped\/[\w-]+-1\.jpg\?height=\d+&width=\d+&top_left_y=\d+&top_left_x=\d+$/,
  );
  const number = (name: string) => Number(address.searchParams.get(name));
  const region = {
    top_left_x: number("top_left_x"),
    top_left_y: number("top_left_y"),
    width: number("width"),
    height: number("height"),
  };
  const crop = await store.get(`${result.documentId}-1`, region);
  expect([...crop!.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
  // The archive holds the picture, although the output does not.
  expect((await readFile(join(destination, "picture.md.zip"))).includes(Buffer.from(crop!))).toBe(true);
});

test("cdn without a store says that the crops are lost", async () => {
  const result = await engine.process(input, { destination: join(folder, "lost"), imageOutputMode: "cdn" });
  expect(result.warnings).toEqual(["1 crops are not kept: cdn mode without a crop store"]);
});

test("a second document in the same folder leaves the pictures of the first in the index", async () => {
  const destination = join(folder, "shared");
  const other = await writeInput(folder, "other.pdf", picturePdf(0x40));
  await Promise.all([engine.process(input, { destination }), engine.process(other, { destination })]);
  const { images } = JSON.parse(await readFile(join(destination, "images", "index.json"), "utf8"));
  expect(images).toHaveLength(2);
  expect(await readdir(join(destination, "images"))).toHaveLength(3);
});
