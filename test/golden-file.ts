import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

const GOLDEN = join(dirname(fileURLToPath(import.meta.url)), "golden");

/** Compares with `test/golden/<path>`; `UPDATE_GOLDENS=1` writes the file anew, to be reviewed in the diff. */
export function expectGolden(path: string, actual: string): void {
  const file = join(GOLDEN, path);
  if (process.env.UPDATE_GOLDENS === "1") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, actual);
    return;
  }
  expect(existsSync(file), `golden ${path} is missing: run with UPDATE_GOLDENS=1`).toBe(true);
  expect(actual).toBe(readFileSync(file, "utf8"));
}
