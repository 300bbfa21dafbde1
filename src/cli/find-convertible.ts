import { realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";

/**
 * Files that can be converted: those named, and in folders, searched to the bottom, every `.mmd` and every `.lines.json` without
 * an `.mmd` beside it.
 */
export async function findConvertible(inputs: readonly string[]): Promise<{ files: string[]; missing: string[] }> {
  const files: string[] = [];
  const missing: string[] = [];
  const seen = new Set<string>();
  for (const input of inputs) {
    const info = await stat(input).catch(() => undefined);
    const found =
      info?.isDirectory() || (!info && isDynamicPattern(input)) ? await search(input, info !== undefined) : [input];
    if (found.length === 0) missing.push(`${input}: Expected .mmd or .lines.json files but there are none`);
    for (const file of found) {
      const identity = await realpath(file).catch(() => file);
      if (!seen.has(identity)) files.push(file);
      seen.add(identity);
    }
  }
  return { files, missing };
}

async function search(input: string, isFolder: boolean): Promise<string[]> {
  const names = isFolder
    ? (await glob(["**/*.mmd", "**/*.lines.json"], { cwd: input, onlyFiles: true, expandDirectories: false })).map(
        (name) => join(input, name),
      )
    : await glob([input], { onlyFiles: true, expandDirectories: false });
  const documents = new Set(names.filter((name) => name.endsWith(".mmd")));
  return names
    .filter((name) => !name.endsWith(".lines.json") || !documents.has(name.replace(/\.lines\.json$/, ".mmd")))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
