import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Relative path → SHA-256 of every file under a folder, by path. */
export async function readTree(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const tree: [string, string][] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    tree.push([
      path.slice(folder.length + 1),
      createHash("sha256")
        .update(await readFile(path))
        .digest("hex"),
    ]);
  }
  return Object.fromEntries(tree.sort(([a], [b]) => (a < b ? -1 : 1)));
}
