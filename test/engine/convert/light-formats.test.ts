import { mkdtemp, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ConversionPool } from "../../../dist/engine/convert/conversion-pool.js";
import { MAX_LIGHT_BYTES } from "../../../src/engine/limits.js";

let pool: ConversionPool;
let folder: string;
beforeAll(async () => {
  pool = new ConversionPool(1, ["md"]);
  folder = await mkdtemp(join(tmpdir(), "mmd-engine-light-"));
});
afterAll(() => pool.close());

async function convert(name: string, mmd: string, deadlineMs: number) {
  const mmdPath = join(folder, `${name}.mmd`);
  await writeFile(mmdPath, mmd);
  const outputPath = join(folder, `${name}.md`);
  const task = { mmdPath, format: "md" as const, options: {}, images: {}, documentName: name, outputPath };
  await pool.run(task, deadlineMs, new AbortController().signal);
  return stat(outputPath);
}

describe("a format that is light", () => {
  test("is converted at once where the MMD is small", async () => {
    expect((await convert("small", "Words.\n\n".repeat(100), 1)).size).toBeGreaterThan(700);
  });
  test("has a deadline, in a thread of its own, where it is large", async () => {
    const large = "Words.\n\n".repeat(MAX_LIGHT_BYTES / 8 + 1);
    await expect(convert("large", large, 1)).rejects.toMatchObject({ code: "conversion_deadline" });
    expect((await convert("large", large, 60_000)).size).toBeGreaterThan(100_000);
  });
});
