// What pandoc reads in a docx: its blocks as JSON, and the formulas behind each marker paragraph.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs pandoc on the bytes of a docx. */
export function pandoc(bytes, ...args) {
  const folder = mkdtempSync(join(tmpdir(), "docx-"));
  try {
    const path = join(folder, "a.docx");
    writeFileSync(path, bytes);
    return execFileSync("pandoc", [path, ...args], { encoding: "utf8", maxBuffer: 1 << 30 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Calls `visit` with every pandoc element ({ t, c }) in reading order. */
export function walk(node, visit) {
  if (Array.isArray(node)) for (const inner of node) walk(inner, visit);
  else if (node && typeof node === "object") {
    if (typeof node.t === "string") visit(node);
    for (const inner of Object.values(node)) walk(inner, visit);
  }
}
