import { symbolCommands } from "./naming/unicode-symbols.js";
import { FUNCTION_NAMES, OPENING } from "./symbol-classes.js";

/**
 * Whether LaTeX is within the grammar of what the writer emits, all of which MathJax (as in mathpix-markdown-it) is known to set: balanced
 * groups and delimiters, one script of a kind per base, known commands with their arguments, `&` and `\\` inside of environments only. False
 * says only that it is not known to. Linear in the length.
 */
export function isTypesettable(latex: string): boolean {
  const reader = new Reader(latex.match(TOKEN) ?? []);
  return readList(reader, 0) && reader.done;
}

const TOKEN = /\\[A-Za-z]+\*?|\\[\s\S]|\s+|[\s\S]/gu;
/** Deeper groups are no formula; they would only exhaust the stack. */
const MAX_DEPTH = 120;

/** Commands by the number of braced arguments they take; texts are arguments of their own kind. */
const ARGUMENTS = new Map<string, number>([
  ...["frac", "binom", "underset", "overset"].map((name) => [`\\${name}`, 2] as const),
  ...`boxed overline underline overbrace underbrace overrightarrow overleftarrow overleftrightarrow hat tilde bar vec dot ddot dddot check
    breve acute grave mathring widehat widetilde mathrm mathbf mathit mathcal mathbb mathfrak mathscr mathsf mathtt boldsymbol`
    .split(/\s+/)
    .map((name) => [`\\${name}`, 1] as const),
]);
const TEXTS = new Set(["\\text", "\\operatorname", "\\operatorname*"]);
const WITH_OPTION = new Map([
  ["\\sqrt", 1],
  ["\\xrightarrow", 1],
  ["\\xleftarrow", 1],
]);
const ENVIRONMENTS = new Set(["array", "aligned", "gathered", "cases"]);
const DELIMITERS = new Set([
  ...OPENING.keys(),
  ...OPENING.values(),
  ..."( ) [ ] | / . \\backslash \\uparrow \\downarrow \\updownarrow \\Uparrow \\Downarrow \\Updownarrow".split(" "),
]);
/** Escaped characters, and commands that are not in the table of signs. */
const SINGLE = new Set([
  ..."\\{ \\} \\| \\% \\& \\# \\$ \\_ \\backslash \\bmod \\limsup \\liminf \\quad \\qquad \\ ".split(" "),
  "\\ ",
  ..."\\longrightarrow \\longleftarrow \\Longrightarrow \\Longleftarrow \\longleftrightarrow \\Longleftrightarrow \\longmapsto".split(
    " ",
  ),
  ..."\\ddots \\vdots \\cdots \\ldots \\neq \\notin \\nexists \\mid \\nmid \\doteq \\cong \\iint \\varnothing \\surd".split(
    " ",
  ),
]);
/** Characters that stand for themselves; the rest of ASCII has a meaning in TeX. Of others, letters and signs. */
const PLAIN = /^(?:[A-Za-z0-9()[\]|/.,;:!?+=<>*"`@~-]|[^\u0000-\u007f])$/u;
const TEXT = /^(?:[A-Za-z0-9()[\]|/.,;:!?+=<>*"`@~'\s-]|[^\u0000-\u007f]|\\[%&#$_{}])$/u;

let commands: Set<string> | undefined;

/** Commands that stand for one sign or name: those of the tables. */
function isSign(token: string): boolean {
  commands ??= new Set([...symbolCommands(), ...SINGLE, ...[...FUNCTION_NAMES].map((name) => `\\${name}`)]);
  return commands.has(token);
}

class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  get done(): boolean {
    return this.peek() === undefined;
  }

  /** The next token that is no blank. */
  peek(): string | undefined {
    while (this.at < this.tokens.length && /^\s/.test(this.tokens[this.at]!)) this.at++;
    return this.tokens[this.at];
  }

  /** Blanks count. */
  raw(): string | undefined {
    return this.tokens[this.at++];
  }

  take(token: string): boolean {
    if (this.peek() !== token) return false;
    this.at++;
    return true;
  }
}

/** Atoms with their scripts, up to what closes the list. */
function readList(reader: Reader, depth: number, end?: string): boolean {
  if (depth > MAX_DEPTH) return false;
  for (let token = reader.peek(); token !== undefined && token !== end && !CLOSERS.has(token); token = reader.peek()) {
    if (token !== "_" && token !== "^" && !readAtom(reader, depth)) return false;
    if (!readScripts(reader, depth)) return false;
  }
  return true;
}

const CLOSERS = new Set(["}", "&", "\\\\", "\\right", "\\end"]);

function readScripts(reader: Reader, depth: number): boolean {
  const seen = new Set<string>();
  for (let mark = reader.peek(); mark === "_" || mark === "^"; mark = reader.peek()) {
    if (seen.has(mark)) return false;
    seen.add(mark);
    reader.take(mark);
    if (!readGroup(reader, depth)) return false;
  }
  return true;
}

function readGroup(reader: Reader, depth: number): boolean {
  return reader.take("{") && readList(reader, depth + 1) && reader.take("}");
}

function readAtom(reader: Reader, depth: number): boolean {
  const token = reader.peek()!;
  if (token === "{") return readGroup(reader, depth);
  reader.take(token);
  if (token === "\\left") return readFence(reader, depth);
  if (token === "\\begin") return readEnvironment(reader, depth);
  if (token === "\\not")
    return isSign(reader.peek() ?? "")
      ? reader.take(reader.peek()!)
      : PLAIN.test(reader.peek() ?? "") && reader.take(reader.peek()!);
  if (token === "\\substack") return reader.take("{") && readRows(reader, depth, false) && reader.take("}");
  if (TEXTS.has(token)) return readText(reader);
  const afterOption = WITH_OPTION.get(token);
  if (afterOption !== undefined && reader.take("[") && !(readList(reader, depth + 1, "]") && reader.take("]")))
    return false;
  for (let left = afterOption ?? ARGUMENTS.get(token) ?? 0; left > 0; left--)
    if (!readGroup(reader, depth)) return false;
  return afterOption !== undefined || ARGUMENTS.has(token) || isSign(token) || PLAIN.test(token);
}

function readFence(reader: Reader, depth: number): boolean {
  const isDelimiter = () => DELIMITERS.has(reader.peek() ?? "") && reader.take(reader.peek()!);
  return isDelimiter() && readList(reader, depth + 1) && reader.take("\\right") && isDelimiter();
}

function readEnvironment(reader: Reader, depth: number): boolean {
  const name = readName(reader);
  if (!ENVIRONMENTS.has(name)) return false;
  if (name === "array" && !/^[lcr|]+$/.test(readName(reader))) return false;
  return readRows(reader, depth, true) && reader.take("\\end") && readName(reader) === name;
}

/** A braced word. */
function readName(reader: Reader): string {
  let name = "";
  if (!reader.take("{")) return name;
  for (let token = reader.raw(); token !== undefined && token !== "}"; token = reader.raw()) name += token;
  return name;
}

function readRows(reader: Reader, depth: number, cells: boolean): boolean {
  for (;;) {
    if (!readList(reader, depth + 1)) return false;
    if (!reader.take("\\\\") && !(cells && reader.take("&"))) return true;
  }
}

function readText(reader: Reader): boolean {
  if (!reader.take("{")) return false;
  for (let token = reader.raw(); token !== undefined; token = reader.raw()) {
    if (token === "}") return true;
    if (!TEXT.test(token)) return false;
  }
  return false;
}
