import { InputError } from "../../errors.js";
import { isRecord } from "../options/option-type.js";

/**
 * The MMD of a lines.json: `text_display` of all lines with `conversion_output`, page by page (the contract's rule).
 * @throws InputError when the text is no lines.json
 */
export function mmdOfLines(json: string, file: string): string {
  let document: unknown;
  try {
    document = JSON.parse(json);
  } catch (cause) {
    throw new InputError("bad_lines_json", "Expected JSON with pages of lines", { file, stage: "convert", cause });
  }
  if (!isRecord(document) || !Array.isArray(document.pages))
    throw new InputError("bad_lines_json", "Expected an object with pages", { file, stage: "convert" });
  const parts: string[] = [];
  for (const page of document.pages as unknown[]) {
    if (!isRecord(page) || !Array.isArray(page.lines))
      throw new InputError("bad_lines_json", "Expected pages with lines", { file, stage: "convert" });
    for (const line of page.lines as unknown[]) {
      // the reduced form, lines.mmd.json, has no mark: all its lines are output, in `text`
      if (!isRecord(line) || line.conversion_output === false) continue;
      const text = line.text_display ?? line.text;
      if (typeof text === "string") parts.push(text);
    }
  }
  return parts.join("");
}
