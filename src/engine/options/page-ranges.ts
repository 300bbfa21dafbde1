import { InputError, invalidParameter } from "../../errors.js";

const RANGE = /^(-?\d+)(?:\s*-\s*(-?\d+))?$/;

/** Whether the text is a comma list of pages and ranges, negative numbers counting from the end: `2,4-6`, `2 - -2`. */
export function isPageRanges(text: string): boolean {
  return text.split(",").every((part) => {
    const match = RANGE.exec(part.trim());
    return match !== null && Number(match[1]) !== 0 && (match[2] === undefined || Number(match[2]) !== 0);
  });
}

/**
 * Pages of a document of `pageCount` pages that the ranges name, ascending and without repetition. Pages past the end
 * are left out; no `ranges` means all.
 * @throws InputError when the text is no page range, a range runs backwards or no page is left
 */
export function selectPages(ranges: string | undefined, pageCount: number, file?: string): number[] {
  if (ranges === undefined) return Array.from({ length: pageCount }, (_, index) => index + 1);
  if (!isPageRanges(ranges)) {
    throw invalidParameter("pageRanges", 'comma list of pages and ranges such as "2,4-6,-3 - -1"', ranges);
  }
  const selected = new Set<number>();
  for (const part of ranges.split(",")) {
    const [, from, to = from] = RANGE.exec(part.trim())!;
    const first = fromEnd(Number(from), pageCount);
    const last = fromEnd(Number(to), pageCount);
    const sameSign = Number(from) < 0 === Number(to) < 0;
    if (first > last && sameSign) throw invalidParameter("pageRanges", "ranges that run upwards", ranges);
    for (let page = Math.max(1, first); page <= Math.min(last, pageCount); page++) selected.add(page);
  }
  if (selected.size === 0) {
    throw new InputError(
      "no_pages_selected",
      `Expected pageRanges to name pages 1 to ${pageCount} but received "${ranges}"`,
      {
        file,
        stage: "options",
      },
    );
  }
  return [...selected].sort((a, b) => a - b);
}

const fromEnd = (page: number, pageCount: number): number => (page < 0 ? pageCount + 1 + page : page);
