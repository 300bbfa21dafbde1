import { readImages } from "../collect-images.js";
import type { FormatRequest, FormatResult } from "../format-module.js";
import { cropTarget } from "../images.js";
import { parseMmd } from "../mmd/parse-mmd.js";
import { documentArchive } from "./archive.js";

/** `mmd.zip`: the MMD with its images; references to packed images become relative. */
export async function convert({ mmd, images, documentName }: FormatRequest): Promise<FormatResult> {
  const document = parseMmd(mmd);
  // drawings stay in the MMD as they are
  const stored = await readImages(document, images, { drawings: false });
  return {
    bytes: documentArchive(documentName, "mmd", relativeImages(mmd, stored), stored),
    warnings: document.warnings,
  };
}

/** Targets of `![](…)` and `\includegraphics{…}`. */
const TARGET = /(!\[[^\]\n]{0,2000}\]\(|\\includegraphics(?:\[[^\]\n]{0,500}\])?\{)([^\s(){}]{1,2000})(?=[)}])/g;

/** The source with every reference to a packed image made `./images/<name>`. */
export function relativeImages(source: string, stored: ReadonlyMap<string, Uint8Array>): string {
  return source.replace(TARGET, (whole, command: string, src: string) => {
    const target = cropTarget(src);
    const packed = (target.kind === "local" || target.kind === "crop") && stored.has(target.name);
    return packed ? `${command}./images/${target.name}` : whole;
  });
}
