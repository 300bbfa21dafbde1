import type { Continuation } from "../page.js";
import type { RenderOptions } from "./render-options.js";

/** Scripts written without blanks between words; a wrapped line joins without one. */
const NO_BLANK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}，。、；：！？「」『』（）《》]/u;

const PAGE_BREAK = "\\pagebreak";

/**
 * Decides what stands in front of a fragment. Knows what was written last, over page borders; the only state of the renderer
 * besides open lists.
 */
export class Separators {
  readonly #pageBreaks: boolean;
  #started = false;
  #pending = 0;
  #atPageStart = false;
  #last = "";

  constructor(options: Pick<RenderOptions, "includePageBreaks">) {
    this.#pageBreaks = options.includePageBreaks;
  }

  /** Call before the lines of each page. */
  startPage(first: boolean): void {
    if (!first && this.#pageBreaks) this.#pending++;
    this.#atPageStart = !first;
  }

  /** True until the page has its first fragment (never on the first page). */
  get atPageStart(): boolean {
    return this.#atPageStart;
  }

  /** True when a page break comes before the next fragment. */
  get breaksPage(): boolean {
    return this.#pending > 0;
  }

  /** New paragraph or block. */
  block(): string {
    return this.#take("\n\n");
  }

  /** New line of the same block. */
  line(): string {
    return this.#take("\n");
  }

  /** Continuation of the fragment written last, which lost its hyphen for `no_hyphen`. */
  join(how: Exclude<Continuation, "start">, next: string): string {
    if (how === "no_hyphen") return this.#take("");
    if (this.#atPageStart) return this.#take("\n");
    return this.#take(joint(how, this.#last, next));
  }

  /** Tell what the fragment ended with; joins of the next line depend on it. */
  wrote(fragment: string): void {
    this.#last = fragment.slice(-2);
  }

  #take(wish: string): string {
    const breaks = this.#pending;
    const started = this.#started;
    this.#pending = 0;
    this.#started = true;
    this.#atPageStart = false;
    if (breaks > 0) return `${started ? "\n\n" : ""}${Array(breaks).fill(PAGE_BREAK).join("\n\n")}\n\n`;
    return started ? wish : "";
  }
}

/** What stands between two lines of a block. */
export function joint(how: Continuation, before: string, after: string): string {
  switch (how) {
    case "no_hyphen":
    case "no_space":
      return "";
    case "space":
      return NO_BLANK.test(lastChar(before)) && NO_BLANK.test(after.slice(0, 1)) ? "" : " ";
    default:
      return "\n";
  }
}

function lastChar(text: string): string {
  return text.slice(-1);
}
