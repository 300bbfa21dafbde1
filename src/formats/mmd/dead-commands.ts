/** Deepest nesting of environments and of commands that is followed. */
const MAX_ENVIRONMENTS = 24;
const MAX_BRACES = 24;
/** Cells in a row of a table; the tokeniser's time grows with their square. */
const MAX_CELLS = 1000;
/** Furthest an argument may stand from its command, in characters. */
const MAX_GAP = 200;

/** Commands with an argument in braces that the rules match to its end. */
const COMMANDS = new Set(
  (
    "title author section subsection subsubsection caption footnote footnotetext footnotemark textbf textit texttt underline " +
    "uline uuline uwave dashuline dotuline sout xout url href multicolumn multirow diagbox label captionsetup"
  ).split(" "),
);
/** Those whose argument may hold a blank line. */
const HOLDS_PARAGRAPHS = /^\\(?:title|author|footnote)/;

const TOKEN =
  /\\(begin|end)[ \t]*\{([^{}\n]{1,40})\}|\\([A-Za-z]+)\*?|\\[\s\S]|[{}&]|^[ \t]*(`{3,}|~{3,})[^\n]*$|\n[ \t]*\n/gm;

interface Open {
  /** Name of the environment, or "{" for a brace. */
  name: string;
  /** Backslash that is dead when it never closes; -1 for a brace of no command. */
  at: number;
  /** Cells of the row being read. */
  cells: number;
  /** A row has more cells than are followed: neither the beginning nor the end is markup. */
  wide: boolean;
}

/** Offsets of the backslashes of commands that never end, of ends that never began, and of what nests too deep; ascending. */
export function findDeadCommands(source: string): number[] {
  const scan = new Scan(source);
  for (const match of source.matchAll(TOKEN)) scan.token(match);
  return scan.finish();
}

class Scan {
  readonly #dead: number[] = [];
  readonly #stack: Open[] = [];
  /** Open environments by name: an end without a beginning must not search the stack. */
  readonly #openNames = new Map<string, number>();
  readonly #lastListingEnd: number;
  readonly #lastDisplayEnd: number;
  #environments = 0;
  #fence = "";
  #listing = false;
  /** Last command seen and where its name ends. */
  #command = -1;
  #commandEnd = -1;
  /** `\(` of the paragraph still without `\)`. */
  #formulas: number[] = [];

  constructor(readonly source: string) {
    this.#lastListingEnd = source.lastIndexOf("\\end{lstlisting}");
    this.#lastDisplayEnd = source.lastIndexOf("\\]");
  }

  token(match: RegExpMatchArray & { index?: number }): void {
    const [token, edge, environment, name, ticks] = match;
    const at = match.index ?? 0;
    if (ticks !== undefined) this.#fenceLine(token, ticks);
    else if (this.#fence !== "") return;
    else if (this.#listing) {
      if (edge === "end" && environment === "lstlisting") this.#endListing();
    } else if (edge === "begin") this.#begin(environment!, at);
    else if (edge === "end") this.#end(environment!, at);
    else if (name !== undefined) this.#named(name, at, token.length);
    else if (token === "&") this.#cell();
    else if (token === "\\\\") this.#endRow();
    else if (token === "{") this.#brace(at);
    else if (token === "}") {
      if (this.#stack[this.#stack.length - 1]?.name === "{") this.#stack.pop();
    } else if (token === "\\(") this.#formulas.push(at);
    else if (token === "\\)") this.#formulas = [];
    else if (token === "\\[") {
      if (at > this.#lastDisplayEnd) this.#dead.push(at);
    } else if (token.startsWith("\n")) this.#paragraphEnd();
  }

  finish(): number[] {
    this.#paragraphEnd();
    for (const entry of this.#stack) if (entry.at >= 0) this.#dead.push(entry.at);
    return this.#dead.sort((a, b) => a - b);
  }

  #fenceLine(line: string, ticks: string): void {
    if (this.#listing) return;
    if (this.#fence === "") this.#fence = ticks;
    else if (ticks.startsWith(this.#fence) && line.trim() === ticks) this.#fence = "";
  }

  #begin(name: string, at: number): void {
    if (this.#environments >= MAX_ENVIRONMENTS) {
      this.#dead.push(at);
      return;
    }
    this.#stack.push({ name, at, cells: 0, wide: false });
    this.#count(name, 1);
    this.#listing = name === "lstlisting" && this.#lastListingEnd > at;
  }

  /** Closes the innermost of the name; what stays open inside it is dead. */
  #end(name: string, at: number): void {
    const open = this.#openNames.get(name) ? this.#stack.findLastIndex((entry) => entry.name === name) : -1;
    if (open < 0) {
      this.#dead.push(at);
      return;
    }
    for (const entry of this.#stack.splice(open)) {
      if (entry.name !== "{") this.#count(entry.name, -1);
      if (entry.at >= 0 && (entry.name !== name || entry.wide)) this.#dead.push(entry.at);
      if (entry.name === name && entry.wide) this.#dead.push(at);
    }
  }

  #cell(): void {
    const top = this.#stack[this.#stack.length - 1];
    if (top && ++top.cells > MAX_CELLS) top.wide = true;
  }

  #endRow(): void {
    const top = this.#stack[this.#stack.length - 1];
    if (top) top.cells = 0;
  }

  #endListing(): void {
    this.#listing = false;
    this.#stack.pop();
    this.#count("lstlisting", -1);
  }

  #named(name: string, at: number, length: number): void {
    // a `\begin` that the first alternative did not take has no name in braces
    if (name === "begin" || name === "end") this.#dead.push(at);
    this.#command = COMMANDS.has(name) ? at : -1;
    this.#commandEnd = at + length;
  }

  #brace(at: number): void {
    const gap = at - this.#commandEnd;
    const belongs =
      this.#command >= 0 &&
      gap < MAX_GAP &&
      /^(?:\s*\[[^\]\n]*\])?[ \t]*$/.test(this.source.slice(this.#commandEnd, at));
    const entry: Open = { name: "{", at: belongs ? this.#command : -1, cells: 0, wide: false };
    this.#stack.push(entry);
    this.#command = -1;
    if (belongs && this.#stack.length > MAX_BRACES) {
      this.#dead.push(entry.at);
      entry.at = -1;
    }
  }

  /** Formulas end with their paragraph, and so do the arguments of most commands. */
  #paragraphEnd(): void {
    for (const at of this.#formulas) this.#dead.push(at);
    this.#formulas = [];
    this.#command = -1;
    for (let top = this.#stack[this.#stack.length - 1]; top?.name === "{"; top = this.#stack[this.#stack.length - 1]) {
      if (top.at >= 0 && HOLDS_PARAGRAPHS.test(this.source.slice(top.at, top.at + 10))) return;
      if (top.at >= 0) this.#dead.push(top.at);
      this.#stack.pop();
    }
  }

  #count(name: string, change: 1 | -1): void {
    this.#openNames.set(name, (this.#openNames.get(name) ?? 0) + change);
    this.#environments += change;
  }
}
