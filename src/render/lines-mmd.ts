import type { LinesPage, MmdLineRecord, MmdLinesPage } from "./lines-json.js";

/** Page of lines.mmd.json: only what is in the MMD, numbered anew, without ids, types and hierarchy. */
export function toMmdLines(page: LinesPage): MmdLinesPage {
  const lines = page.lines
    .filter((line) => line.conversion_output)
    .map((line, i): MmdLineRecord => {
      const record: MmdLineRecord = {
        cnt: line.cnt,
        region: line.region,
        is_printed: line.is_printed,
        is_handwritten: line.is_handwritten,
        text: line.text_display,
        line: i + 1,
      };
      if (line.confidence !== undefined) record.confidence = line.confidence;
      if (line.confidence_rate !== undefined) record.confidence_rate = line.confidence_rate;
      return record;
    });
  const { image_id, page: number, page_height, page_width } = page;
  return { image_id, page: number, page_height, page_width, lines };
}
