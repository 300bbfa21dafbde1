import type { Block, TextBlock } from "../page.js";

/** Environments around one list item; strings go before its first and after its last line. */
export interface ListItemFrame {
  /** `\begin{…}` lines that open here, each ended by a newline. */
  open: string;
  /** `\item` with its label, or "" for an item that goes on. */
  item: string;
  /** `\end{…}` lines that close here, each led by a newline. */
  close: string;
  /** First item of a list: stands as a block of its own. */
  starts: boolean;
  /** Nesting level within the list, from 0. */
  level: number;
}

interface OpenList {
  environment: "itemize" | "enumerate";
  /** Items with the environment's own label so far. */
  counted: number;
}

/** Bullets that say no more than `itemize`'s own; boxes to tick, arrows in text and the like are kept as labels. */
const PLAIN_BULLETS = new Set([..."•‣▪■●∙·◦○o*∗⁎–-−—►▸➢✓▶⬤⚫◾\uf0b7\uf0a7"]);

/** LaTeX stops at four levels. */
const MAX_DEPTH = 4;
const ROMAN = [
  "",
  "i",
  "ii",
  "iii",
  "iv",
  "v",
  "vi",
  "vii",
  "viii",
  "ix",
  "x",
  "xi",
  "xii",
  "xiii",
  "xiv",
  "xv",
  "xvi",
  "xvii",
  "xviii",
  "xix",
  "xx",
];

/** Default labels of the four levels of `enumerate`. */
const DEFAULT_LABELS: readonly ((n: number) => string)[] = [
  (n) => `${n}.`,
  (n) => `(${letter(n)})`,
  (n) => `${ROMAN[n] ?? n}.`,
  (n) => `${letter(n).toUpperCase()}.`,
];

/** Lists that are open at a page border; the only thing remembered between pages. */
export class ListState {
  readonly #open: OpenList[] = [];

  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  /** Ends whatever is open; for a page that does not begin with the list item that was announced. */
  closeAll(): string {
    let close = "";
    while (this.#open.length > 0) close += this.#close();
    return close;
  }

  /**
   * Frames of the page's list items.
   * @param shown blocks with MMD in order
   * @param goesOn the next page begins with a list item
   */
  plan(shown: readonly Block[], goesOn: boolean): Map<number, ListItemFrame> {
    const frames = new Map<number, ListItemFrame>();
    let last: ListItemFrame | undefined;
    const items = itemsOf(shown);
    for (const [i, { block, bridged }] of items.entries()) {
      if (last && !bridged) last.close += this.closeAll();
      const fresh = !this.isOpen;
      const frame: ListItemFrame = { open: "", item: "", close: "", starts: fresh, level: 0 };
      const isItem = block.kind === "list_item";
      if (isItem && (block.continues === undefined || fresh || block.marker !== undefined))
        this.#place(block, frame, last);
      frame.level = this.#open.length - 1;
      frames.set(block.key, frame);
      last = frame;
      if (i + 1 === items.length && !(goesOn && shown[shown.length - 1] === block)) frame.close += this.closeAll();
    }
    return frames;
  }

  /** Opens and closes environments until the item's own is the innermost. */
  #place(block: TextBlock, frame: ListItemFrame, last: ListItemFrame | undefined): void {
    const { text, kind, depth } = block.marker ?? { text: "", kind: "bullet" as const, depth: 0 };
    const environment = kind === "bullet" ? "itemize" : "enumerate";
    const wanted = Math.min(depth, this.#open.length, MAX_DEPTH - 1);
    while (this.#open.length > wanted + 1) this.#shut(frame, last);
    const top = this.#open[wanted];
    if (top && top.environment !== environment) this.#shut(frame, last);
    if (this.#open.length === wanted) {
      this.#open.push({ environment, counted: 0 });
      frame.open += `\\begin{${environment}}\n`;
    }
    frame.item = this.#label(text, block);
  }

  #shut(frame: ListItemFrame, last: ListItemFrame | undefined): void {
    const close = this.#close();
    if (last) last.close += close;
    else frame.open = `${close.slice(1)}\n${frame.open}`;
  }

  #close(): string {
    return `\n\\end{${this.#open.pop()!.environment}}`;
  }

  #label(marker: string, block: TextBlock): string {
    const list = this.#open[this.#open.length - 1]!;
    if (list.environment === "itemize") {
      if (marker === "" && block.marker === undefined) return "\\item[]";
      return marker === "" || PLAIN_BULLETS.has(marker) ? "\\item" : labelled(marker);
    }
    const level = this.#open.filter(({ environment }) => environment === "enumerate").length - 1;
    const expected = DEFAULT_LABELS[level]!(list.counted + 1);
    if (marker !== expected) return labelled(marker);
    list.counted++;
    return "\\item";
  }
}

/** Inside the brackets of `\\item[…]` a bracket is written as an entity. */
const LABEL_ESCAPES: Readonly<Record<string, string>> = {
  "[": "&#91;",
  "]": "&#93;",
  "\\": "&#92;",
  "`": "\\`",
};

function labelled(marker: string): string {
  return `\\item[${marker.replace(/[[\]\\`]|[#$%&{}*<]/g, (char) => LABEL_ESCAPES[char] ?? `\\${char}`)}]`;
}

function letter(n: number): string {
  return n >= 1 && n <= 26 ? String.fromCharCode(96 + n) : String(n);
}

/**
 * List items in order, and further paragraphs of theirs; `bridged`: same list as the item before, with at most displayed formulas
 * between.
 */
function itemsOf(shown: readonly Block[]): { block: TextBlock; bridged: boolean }[] {
  const items: { block: TextBlock; bridged: boolean }[] = [];
  let bridge = true;
  for (const block of shown) {
    if (block.kind === "list_item") {
      items.push({ block, bridged: bridge });
      bridge = true;
    } else if (block.kind === "text" && block.inItem && bridge && items.length > 0) {
      items.push({ block, bridged: true });
    } else if (block.kind !== "math") bridge = false;
  }
  return items;
}
