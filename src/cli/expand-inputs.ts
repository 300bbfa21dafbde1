import { realpath, stat } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";

/** What a folder is searched for; a file named on the command line may have any name. */
const EXTENSIONS = ["pdf", "png", "jpg", "jpeg", "webp", "tif", "tiff", "gif", "bmp", "avif"];

export interface ExpandedInputs {
  /** In the order of the arguments, each argument's files by name; every file once. `-` is the standard input. */
  files: string[];
  /** Arguments that name nothing, as sentences. */
  missing: string[];
}

/** Files that the arguments name: files, folders (searched to the bottom) and glob patterns. */
export async function expandInputs(inputs: readonly string[]): Promise<ExpandedInputs> {
  const files: string[] = [];
  const missing: string[] = [];
  const seen = new Set<string>();
  for (const input of inputs) {
    const found = await expand(input);
    if (found.length === 0) missing.push(await reason(input));
    for (const file of found) {
      const identity = file === "-" ? file : await realpath(file);
      if (!seen.has(identity)) files.push(file);
      seen.add(identity);
    }
  }
  return { files, missing };
}

async function expand(input: string): Promise<string[]> {
  if (input === "-") return [input];
  const info = await stat(input).catch(() => undefined);
  if (info?.isFile()) return [input];
  const options = { onlyFiles: true, caseSensitiveMatch: false, expandDirectories: false };
  if (info?.isDirectory()) {
    const names = await glob([`**/*.{${EXTENSIONS.join(",")}}`], { ...options, cwd: input });
    return names.sort(byName).map((name) => join(input, name));
  }
  if (!isDynamicPattern(input)) return [];
  return (await glob([input], { ...options, caseSensitiveMatch: true, absolute: isAbsolute(input) })).sort(byName);
}

async function reason(input: string): Promise<string> {
  const info = await stat(input).catch(() => undefined);
  if (info?.isDirectory()) return `${input}: The folder holds no ${EXTENSIONS.join(", ")} file`;
  return isDynamicPattern(input) ? `${input}: No file matches the pattern` : `${input}: The file does not exist`;
}

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
