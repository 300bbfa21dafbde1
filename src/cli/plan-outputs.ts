import { basename, dirname, join } from "node:path";
import { safeBaseName, withoutExtension } from "../engine/output/file-names.js";

export interface PlannedDocument {
  /** Path, or `-` for the standard input. */
  input: string;
  destination: string;
  basename: string;
}

/** Where each document goes: one alone into the folder itself, several into a folder each, of different names. */
export function planOutputs(files: readonly string[], outputFolder: string | undefined): PlannedDocument[] {
  const taken = new Set<string>();
  return files.map((input) => {
    const name = input === "-" ? "document" : safeBaseName(withoutExtension(basename(input)));
    const folder = outputFolder ?? (input === "-" ? "." : dirname(input));
    if (files.length === 1) return { input, destination: folder, basename: name };
    for (let number = 1; ; number++) {
      const destination = join(folder, number === 1 ? name : `${name}-${number}`);
      const key = destination.toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return { input, destination, basename: name };
    }
  });
}
