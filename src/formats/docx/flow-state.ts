import type { ParagraphFormat } from "./paragraph-format.js";

/** Space above what follows a table or a list, twips. */
const AFTER_TABLE = 200;
const AFTER_LIST = 100;

/** Styles with space of their own above. */
const SPACED = new Set<string>([...[1, 2, 3, 4, 5, 6].map((level) => `Heading${level}`), "TableCaption", "Caption"]);

/** What came before decides about the next paragraph. */
export class FlowState {
  /** The next paragraph starts a page. */
  breakPending = false;
  tableBefore = false;
  listBefore = false;

  /** What the next paragraph has besides its own format; then nothing is pending. */
  take(format: ParagraphFormat): ParagraphFormat {
    const isOpen = !this.breakPending && !SPACED.has(format.style ?? "");
    const gap = isOpen && this.tableBefore ? AFTER_TABLE : isOpen && this.listBefore ? AFTER_LIST : undefined;
    const whole = {
      ...format,
      ...(this.breakPending ? { pageBreakBefore: true } : {}),
      ...(gap === undefined ? {} : { spaceBefore: gap }),
    };
    this.breakPending = false;
    this.tableBefore = false;
    this.listBefore = false;
    return whole;
  }
}
