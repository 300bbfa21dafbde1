import { nameOfCharacter } from "../../../layout/math/naming/unicode-symbols.js";
import type { TexNeeds } from "../needs.js";
import { BARE_LENGTHS, COLOURS, CONTROL_SYMBOLS, INFIX, OPERATORS, TEX_COMMANDS } from "./commands.js";
import { DELIMITERS, isMatrix, MATRIX_COLUMNS, TEX_ENVIRONMENTS } from "./environments.js";
import { readText } from "./text-argument.js";

/** Why a formula cannot be written; it is shown as its source. */
export class FormulaProblem extends Error {}

/** Rows and cells being read. `none`: neither may end here. */
export class Rows {
  rows = 1;
  columns = 1;
  column = 1;
  /** Nothing but rules since the row began. */
  atStart = true;

  constructor(readonly kind: "none" | "rows" | "cells" | "array") {}
}

type Stop = "end" | "}" | "]" | "$" | "\\)" | "right" | "environment";

/** Groups, environments and fences within one another: TeX's own stacks hold several times as many. */
const MAX_DEPTH = 40;

const TOKEN = /\\([A-Za-z]+)|\\([\s\S])|\\$/y;
const LENGTH = /[-+]?\s*(?:\d+\.?\d*|\.\d+)\s*(?:true\s*)?(?:pt|pc|in|bp|cm|mm|dd|cc|sp|ex|em|px)/;
const SCRIPTS: Readonly<Record<string, string>> = {
  ..."⁰0¹1²2³3⁴4⁵5⁶6⁷7⁸8⁹9⁺+⁻-⁼=⁽(⁾)ⁿnⁱi"
    .match(/../gu)!
    .reduce((table, [from, to]) => Object.assign(table, { [from!]: `^${to}` }), {}),
  ..."₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9₊+₋-₌=₍(₎)"
    .match(/../gu)!
    .reduce((table, [from, to]) => Object.assign(table, { [from!]: `_${to}` }), {}),
};
const TEXT_ACCENTS: Readonly<Record<string, string>> = {
  '"': "ddot",
  "'": "acute",
  "`": "grave",
  "^": "hat",
  "~": "tilde",
  "=": "bar",
  ".": "dot",
};
const PLAIN: Readonly<Record<string, string>> = { "·": "\\cdot", "−": "-", "˙": "\\cdot", "∣": "\\mid", "\u00a0": "~" };

const BOLD = new Set(["boldsymbol", "bm", "pmb"]);
const FONT_SWITCH = /\\(?:rm|bf|it|sf|tt|sc|cal|mit)(?![A-Za-z])/;

/** Reads a formula and writes it out again, checked. */
export class FormulaReader {
  at = 0;
  readonly top: Rows;
  #depth = 0;
  /** Optional arguments being read: a bracket ends the innermost. */
  #brackets = 0;
  #tag = "";
  #label = "";

  /** @param place where the formula stands: `rows` is a display environment whose rows may have numbers */
  constructor(
    readonly source: string,
    readonly needs: TexNeeds,
    readonly place: "inline" | "display" | "rows",
  ) {
    this.top = new Rows("cells");
  }

  whole(): string {
    return this.sequence("end", this.top);
  }

  /** Tag and label seen since the last call, ready to be written. */
  takeTag(): string {
    const taken = [this.#tag, this.#label].filter((part) => part !== "").join("");
    this.#tag = "";
    this.#label = "";
    return taken;
  }

  fail(message: string): never {
    throw new FormulaProblem(message);
  }

  within<T>(read: () => T): T {
    if (++this.#depth > MAX_DEPTH) this.fail("nested too deep");
    const result = read();
    this.#depth--;
    return result;
  }

  /** Up to, and not including, what ends it. */
  sequence(stop: Stop, rows = new Rows("none")): string {
    const out = new Output();
    for (;;) {
      const char = this.source[this.at];
      if (char === undefined) {
        if (stop === "end") return out.text;
        this.fail(stop === "}" ? "a brace does not close" : `${stop} is missing`);
      }
      if (/\s/.test(char)) {
        const [space] = /^\s+/.exec(this.source.slice(this.at))!;
        this.at += space.length;
        out.space(space.includes("\n") ? "\n" : " ");
      } else if (char === "{") {
        out.nucleus(this.group());
        rows.atStart = false;
      } else if (char === "%") {
        this.at = indexAfter(this.source, "\n", this.at);
      } else if (char === "}" || (char === "]" && stop === "]") || (char === "$" && stop === "$")) {
        if (char === stop) return out.text;
        this.fail("a brace closes that was not opened");
      } else if (char === "^" || char === "_") {
        this.at++;
        out.script(char, this.argument() ?? "{}");
        rows.atStart = false;
      } else if (char === "'") {
        this.at++;
        out.prime();
      } else if (char === "&") {
        if (rows.kind !== "cells" && rows.kind !== "array") this.fail("& outside of a table");
        this.at++;
        rows.columns = Math.max(rows.columns, ++rows.column);
        out.edge("&");
        rows.atStart = false;
      } else if (char === "\\") {
        const [, name, symbol] = this.#peek();
        if (stop === "right" && name === "right") return out.text;
        if (stop === "environment" && name === "end") return out.text;
        if (stop === "\\)" && symbol === ")") return out.text;
        this.#control(out, rows);
      } else {
        const script = SCRIPTS[char];
        if (script) {
          this.at += char.length;
          out.script(script[0] as "^", `{${script.slice(1)}}`);
        } else out.nucleus(this.#character());
        rows.atStart = false;
      }
    }
  }

  /** One argument in braces; undefined when there is none. */
  argument(): string | undefined {
    this.skipSpace();
    const char = this.source[this.at];
    if (char === undefined || /[}&^_'$]/.test(char) || (char === "]" && this.#brackets > 0)) return undefined;
    if (char === "{") return this.group();
    if (char !== "\\") return `{${this.#character()}}`;
    const [, name, symbol] = this.#peek();
    if (name === "right" || name === "end" || symbol === "\\" || symbol === ")") return undefined;
    const out = new Output();
    this.#control(out, new Rows("none"));
    return `{${out.text}}`;
  }

  group(): string {
    return this.within(() => {
      const outside = this.#brackets;
      this.#brackets = 0;
      this.at++;
      const inner = this.sequence("}");
      this.at++;
      this.#brackets = outside;
      return `{${inner}}`;
    });
  }

  skipSpace(): void {
    while (/\s/.test(this.source[this.at] ?? "")) this.at++;
  }

  /** Text between braces, as it stands. */
  raw(): string {
    this.skipSpace();
    const match = /^\{((?:[^{}\\]|\\[\s\S]|\{(?:[^{}\\]|\\[\s\S]|\{[^{}]*\})*\})*)\}/.exec(this.source.slice(this.at));
    if (!match) this.fail("an argument is missing");
    this.at += match[0].length;
    return match[1]!;
  }

  optional(): string | undefined {
    this.skipSpace();
    if (this.source[this.at] !== "[") return undefined;
    this.at++;
    this.#brackets++;
    const inner = this.within(() => this.sequence("]"));
    this.#brackets--;
    this.at++;
    return inner;
  }

  use(name: string | undefined): void {
    this.needs.use(name);
  }

  #peek(): RegExpExecArray {
    TOKEN.lastIndex = this.at;
    return TOKEN.exec(this.source)!;
  }

  #character(): string {
    const char = String.fromCodePoint(this.source.codePointAt(this.at)!);
    this.at += char.length;
    if (char === "#" || char === "$") return `\\${char}`;
    if (char === '"') return this.#text(char);
    if (char >= " " && char <= "~") return char;
    const plain = PLAIN[char] ?? nameOfCharacter(char);
    if (plain !== undefined && plain.length > 1) {
      const names = [...plain.matchAll(/\\([A-Za-z]+)/g)].map(([, name]) => TEX_COMMANDS.get(name!));
      if (names.length > 0 && names.every((known) => known?.arguments === "")) {
        for (const known of names) this.use(known?.package);
        return `${plain} `;
      }
    }
    if (plain !== undefined && /^[!-~]$/.test(plain) && !/[\\{}$&#^_%~]/.test(plain)) return plain;
    const compatible = char.normalize("NFKC");
    if (/^[!-Z`-z[\]]+$/.test(compatible) && !/[#$%&'^_]/.test(compatible)) return compatible;
    const rest = /^(?:[\p{L}\p{M}](?<![ -~]))*/u.exec(this.source.slice(this.at))?.[0] ?? "";
    this.at += rest.length;
    return this.#text(char + rest);
  }

  #text(text: string): string {
    this.use("amsmath");
    return `\\text{${this.needs.text(text)}}`;
  }

  #control(out: Output, rows: Rows): void {
    const [token, name, symbol] = this.#peek();
    this.at += token.length;
    if (name === undefined) this.#symbol(symbol ?? " ", out, rows);
    else if (
      name === "hline" ||
      name === "hdashline" ||
      name === "toprule" ||
      name === "midrule" ||
      name === "bottomrule"
    ) {
      if (rows.kind === "array" && rows.atStart) out.edge("\\hline");
    } else if (name === "cline" || name === "cmidrule") {
      const range = this.raw();
      if (rows.kind === "array" && rows.atStart && /^\s*\d+\s*-\s*\d+\s*$/.test(range)) out.edge(`\\cline{${range}}`);
    } else {
      this.#named(name, out, rows);
      rows.atStart = false;
    }
  }

  #symbol(symbol: string, out: Output, rows: Rows): void {
    if (symbol === "\\") {
      this.#rowEnd(out, rows);
      return;
    }
    rows.atStart = false;
    const accent = TEXT_ACCENTS[symbol];
    if (/\s/.test(symbol)) out.nucleus("\\ ");
    else if (CONTROL_SYMBOLS.has(symbol)) {
      if (symbol === ">" || symbol === ":") this.use("amsmath");
      out.nucleus(`\\${symbol}`);
    } else if (accent !== undefined) out.nucleus(`\\${accent}${this.argument() ?? "{}"}`);
    else this.fail(`\\${symbol} is not known`);
  }

  #rowEnd(out: Output, rows: Rows): void {
    if (rows.kind === "none") this.fail("a row ends outside of a table");
    const match = new RegExp(`^\\*?(?:[ \\t]*\\[\\s*(${LENGTH.source})\\s*\\])?`).exec(this.source.slice(this.at));
    this.at += match?.[0].length ?? 0;
    const rest = /^\s*(\S)?/.exec(this.source.slice(this.at))?.[1];
    if (rest !== undefined || rows !== this.top) rows.rows++;
    rows.column = 1;
    rows.atStart = true;
    if (rows === this.top && this.place === "rows") {
      const tag = this.takeTag();
      if (tag !== "") out.edge(` ${tag} `);
    }
    const guard = rest === "[" || rest === "*" ? "{}" : "";
    out.edge(`\\\\${match?.[1] ? `[${match[1].replace(/\s/g, "")}]` : guard}`);
  }

  #named(name: string, out: Output, rows: Rows): void {
    const special = SPECIAL[name];
    if (special) {
      special(this, out, rows);
      return;
    }
    if (INFIX.has(name)) {
      if (out.infix) this.fail(`a second \\${name} in one group`);
      out.infix = true;
      out.edge(`\\${name} `);
      return;
    }
    if (name in BARE_LENGTHS) {
      out.nucleus(this.#bareLength(name));
      return;
    }
    const known = TEX_COMMANDS.get(name);
    if (!known) this.fail(`\\${name} is not known`);
    const starred = (name === "hspace" || name === "operatorname") && this.source[this.at] === "*";
    if (starred) this.at++;
    const values: string[] = [];
    for (const kind of known.arguments) values.push(this.#value(kind, name));
    this.use(known.package);
    if (known.as !== undefined) {
      out.nucleus(known.as.replace(/#(\d)/g, (_, n: string) => bare(values[Number(n) - 1]!)));
    } else if (/^(?:no)?limits$/.test(name)) {
      if (out.operator) out.keepOperator(`\\${name}`);
    } else if (known.arguments === "d" && values[0] === "") {
      // a size without a fence has nothing to show
    } else out.nucleus(`\\${name}${starred ? "*" : ""}${values.join("")}`, OPERATORS.has(name) || /brace$/.test(name));
  }

  #value(kind: string, name: string): string {
    switch (kind) {
      case "m": {
        // recognised formulas lose a radicand now and then; the sign alone says more than its source
        const value = this.argument() ?? "{}";
        // bm takes its argument apart and cannot part a font switch from what it acts on
        return BOLD.has(name) && FONT_SWITCH.test(value) ? `{${value}}` : value;
      }
      case "o": {
        const value = this.optional();
        return value === undefined ? "" : `[${value}]`;
      }
      case "t":
        return `{${this.within(() => readText(this))}}`;
      case "r":
        return this.#rowsArgument();
      case "d":
        return this.delimiter() ?? "";
      case "l": {
        const value = this.raw();
        if (!new RegExp(`^\\s*${LENGTH.source}\\s*$`).test(value)) this.fail(`\\${name} takes a length`);
        return `{${value.trim()}}`;
      }
      case "n": {
        const value = this.raw();
        if (!/^\s*\d{1,2}\s*$/.test(value)) this.fail(`\\${name} takes a number`);
        return `{${value.trim()}}`;
      }
      default:
        this.raw();
        return "";
    }
  }

  #rowsArgument(): string {
    this.skipSpace();
    if (this.source[this.at] !== "{") this.fail("an argument is missing");
    return this.within(() => {
      this.at++;
      const inner = this.sequence("}", new Rows("rows"));
      this.at++;
      return `{${inner}}`;
    });
  }

  #bareLength(name: string): string {
    const unit = BARE_LENGTHS[name] === "mu" ? /^\s*=?\s*([-+]?\s*(?:\d+\.?\d*|\.\d+)\s*mu)/ : undefined;
    const match = (unit ?? new RegExp(`^\\s*=?\\s*(${LENGTH.source})`)).exec(this.source.slice(this.at));
    if (!match) this.fail(`\\${name} takes a length`);
    this.at += match[0].length;
    return `\\${name}${match[1]!.replace(/\s/g, "")} `;
  }

  /** A fence as `\left` and `\big` take it; undefined when there is none. */
  delimiter(): string | undefined {
    this.skipSpace();
    const rest = this.source.slice(this.at, this.at + 40);
    const match = /^(?:\{\s*(\\[A-Za-z]+|\\.|[^\\{}])\s*\}|(\\[A-Za-z]+|\\.|[^\\{}]))/u.exec(rest);
    const written = match?.[1] ?? match?.[2];
    if (match === null || written === undefined) return undefined;
    const known = DELIMITERS.has(written) ? written : nameOfCharacter(written);
    if (known === undefined || !DELIMITERS.has(known)) return undefined;
    this.at += match[0].length;
    this.use(TEX_COMMANDS.get(known.slice(1))?.package);
    return /[A-Za-z]$/.test(known) ? `${known} ` : known;
  }

  environment(out: Output): void {
    const name = this.raw().trim();
    const known = TEX_ENVIRONMENTS[name];
    if (!known) this.fail(`environment ${name} is not known`);
    let given = "";
    if (known.argument === "array" || known.argument === "position") this.#bracket();
    if (known.argument === "array" || known.argument === "columns") {
      this.skipSpace();
      if (this.source[this.at] === "{") given = this.raw();
    } else if (known.argument === "count") {
      this.skipSpace();
      if (/^\{\s*\d+\s*\}/.test(this.source.slice(this.at))) this.raw();
    }
    const rows = new Rows(known.argument === "array" ? "array" : "cells");
    const body = this.within(() => this.sequence("environment", rows));
    this.at += "\\end".length;
    const end = this.raw().trim();
    if (end !== name) this.fail(`environment ${name} ends as ${end}`);
    out.nucleus(this.#writeEnvironment(name, body, rows, given));
  }

  #bracket(): void {
    const match = /^\s*\[\s*([tcblr])\s*\]/.exec(this.source.slice(this.at));
    if (match) this.at += match[0].length;
  }

  #writeEnvironment(name: string, body: string, rows: Rows, given: string): string {
    const known = TEX_ENVIRONMENTS[name]!;
    const inner = known.inner ?? name;
    if (inner === "") return rows.rows > 1 || rows.columns > 1 ? this.#wrap("aligned", body) : `{${body.trim()}}`;
    if (rows.columns > (known.columns ?? Number.POSITIVE_INFINITY)) {
      if (!known.delimiters) return this.#wrap("aligned", body);
      const [left, right] = known.delimiters;
      return `\\left${left}${this.#wrap(`array}{${"l".repeat(rows.columns)}`, body).replace(/\}\{l+\}$/, "}")}\\right${right}`;
    }
    this.use(known.package);
    if (isMatrix(inner) && rows.columns > MATRIX_COLUMNS)
      this.needs.matrixColumns = Math.max(this.needs.matrixColumns, rows.columns);
    if (known.argument === "array")
      return this.#wrap(`array}{${columnSpecification(given, rows.columns)}`, body, "array");
    if (known.argument === "count") return this.#wrap(`${inner}}{${Math.ceil(rows.columns / 2)}`, body, inner);
    if (known.argument === "columns") return this.#wrap(`${inner}}{${/^[lc]$/.test(given) ? given : "c"}`, body, inner);
    return this.#wrap(inner, body);
  }

  #wrap(open: string, body: string, close = open.replace(/\}.*$/, "")): string {
    this.use("amsmath");
    const lead = /^\s*\[/.test(body) ? "{}" : "";
    return `\\begin{${open}}${lead}${/^\s/.test(body) ? "" : " "}${body}${/\s$/.test(body) ? "" : " "}\\end{${close}}`;
  }

  tag(text: string): void {
    this.use("amsmath");
    if (this.#tag === "") this.#tag = text;
  }

  label(name: string): void {
    const label = texLabel(name);
    if (this.place === "inline" || this.#label !== "" || label === "" || this.needs.labels.has(label)) return;
    this.needs.labels.add(label);
    this.#label = `\\label{${label}}`;
  }
}

/** A label as TeX takes it. */
export function texLabel(name: string): string {
  return name.trim().replace(/[^A-Za-z0-9:._-]+/g, "-");
}

/** `|c|rl` with what other columns need; arguments and inserted material go. */
function columnSpecification(given: string, columns: number): string {
  const simple = given
    .replace(/[@!><]\s*\{[^{}]*\}|\{[^{}]*\}/g, "")
    .replace(/[:]/g, "|")
    .replace(/[^lcr|]/g, "");
  const missing = columns - simple.replace(/\|/g, "").length;
  return simple + "c".repeat(Math.max(0, missing));
}

function bare(value: string): string {
  return value.startsWith("{") && value.endsWith("}") ? value.slice(1, -1) : value;
}

function indexAfter(source: string, char: string, from: number): number {
  const at = source.indexOf(char, from);
  return at < 0 ? source.length : at + 1;
}

/** What is written, with what TeX would trip over. */
class Output {
  text = "";
  infix = false;
  /** The last thing was an operator that takes `\limits`. */
  operator = false;
  #sup = false;
  #sub = false;

  nucleus(piece: string, operator = false): void {
    this.#append(piece);
    this.#sup = false;
    this.#sub = false;
    this.operator = operator;
  }

  keepOperator(piece: string): void {
    this.#append(piece);
  }

  edge(piece: string): void {
    this.nucleus(piece);
  }

  space(piece: string): void {
    if (!/\s$/.test(this.text)) this.text += piece;
    else if (piece === "\n" && !/\n\s*$/.test(this.text) && !this.text.endsWith("\\ "))
      this.text = this.text.replace(/\s$/, "\n");
  }

  script(mark: "^" | "_", argument: string): void {
    const taken = mark === "^" ? this.#sup && !this.text.endsWith("'") : this.#sub;
    if (taken) this.nucleus("{}");
    this.text += mark + argument;
    if (mark === "^") this.#sup = true;
    else this.#sub = true;
    this.operator = false;
  }

  prime(): void {
    if (this.#sup && !this.text.endsWith("'")) this.nucleus("{}");
    this.text += "'";
    this.#sup = true;
  }

  #append(piece: string): void {
    // a command's name must not run into a letter
    const runs = /\\[A-Za-z]+$/.test(this.text) && /^[A-Za-z]/.test(piece);
    this.text += runs ? ` ${piece}` : piece;
  }
}

type Special = (reader: FormulaReader, out: Output, rows: Rows) => void;

const dropArgument: Special = (reader) => {
  reader.raw();
};

/** Commands with a grammar of their own. */
const SPECIAL: Readonly<Record<string, Special>> = {
  begin: (reader, out) => reader.environment(out),
  left: (reader, out) => {
    const open = reader.delimiter() ?? reader.fail("\\left lacks a delimiter");
    const inner = reader.within(() => reader.sequence("right", new Rows("none")));
    reader.at += "\\right".length;
    const close = reader.delimiter() ?? reader.fail("\\right lacks a delimiter");
    out.nucleus(`\\left${open}${inner}\\right${close.trimEnd()}`);
  },
  middle: (reader, out) => {
    const fence = reader.delimiter();
    if (fence === undefined) reader.fail("\\middle lacks a delimiter");
    out.nucleus(`\\mathrel{${fence}}`);
  },
  right: (reader) => reader.fail("\\right without \\left"),
  end: (reader) => reader.fail("an environment ends that did not begin"),
  not: (reader, out) => {
    reader.skipSpace();
    const next = reader.argument();
    out.nucleus(next === undefined ? "\\not{}" : `\\not ${bare(next)}`);
  },
  operatorname: (reader, out) => {
    const star = reader.source[reader.at] === "*" ? "*" : "";
    reader.at += star.length;
    const value = reader.argument() ?? reader.fail("\\operatorname lacks an argument");
    reader.use("amsmath");
    out.nucleus(`\\operatorname${star}${value}`, true);
  },
  tag: (reader) => {
    const star = reader.source[reader.at] === "*" ? "*" : "";
    reader.at += star.length;
    reader.tag(`\\tag${star}{${reader.within(() => readText(reader))}}`);
  },
  label: (reader) => reader.label(reader.raw()),
  notag: (reader, out, rows) => {
    if (reader.place === "rows" && rows === reader.top) out.nucleus("\\notag");
  },
  nonumber: (reader, out, rows) => SPECIAL.notag!(reader, out, rows),
  ref: (reader, out) => out.nucleus(`\\text{${reader.needs.text(reader.raw())}}`),
  eqref: (reader, out) => out.nucleus(`\\text{(${reader.needs.text(reader.raw())})}`),
  color: (reader, out) => {
    const colour = reader.raw().trim();
    if (!COLOURS.has(colour)) return;
    reader.use("xcolor");
    out.nucleus(`\\color{${colour}}`);
  },
  textcolor: (reader, out) => {
    const colour = reader.raw().trim();
    const value = reader.argument() ?? reader.fail("\\textcolor lacks an argument");
    if (COLOURS.has(colour)) reader.use("xcolor");
    out.nucleus(COLOURS.has(colour) ? `\\textcolor{${colour}}${value}` : value);
  },
  genfrac: (reader, out) => {
    const fences = [reader.raw(), reader.raw()].map((fence) => {
      const bareFence = fence.trim();
      if (bareFence !== "" && !DELIMITERS.has(bareFence)) reader.fail("\\genfrac takes delimiters");
      return `{${bareFence}}`;
    });
    const [rule, style] = [reader.raw().trim(), reader.raw().trim()];
    if (!/^(?:[\d.]+\s*(?:pt|em|ex|mm|cm))?$/.test(rule) || !/^[0-3]?$/.test(style)) reader.fail("\\genfrac");
    const [over, under] = [reader.argument(), reader.argument()];
    if (over === undefined || under === undefined) reader.fail("\\genfrac lacks an argument");
    reader.use("amsmath");
    out.nucleus(`\\genfrac${fences.join("")}{${rule}}{${style}}${over}${under}`);
  },
  multicolumn: (reader, out, rows) => {
    const count = reader.raw().trim();
    const columns = columnSpecification(reader.raw(), 1);
    const value = reader.argument();
    if (rows.kind !== "array" || !/^\d{1,2}$/.test(count) || value === undefined) reader.fail("\\multicolumn");
    rows.column += Number(count) - 1;
    rows.columns = Math.max(rows.columns, rows.column);
    out.nucleus(`\\multicolumn{${count}}{${columns}}${value}`);
  },
  ce: (reader, out) => chemistry("ce", reader, out),
  pu: (reader, out) => chemistry("pu", reader, out),
  require: dropArgument,
  vspace: dropArgument,
  mathchoice: (reader) => reader.fail("\\mathchoice is not known"),
};

/** mhchem's own language: characters, arrows and scripts; commands only when they are symbols. */
function chemistry(name: string, reader: FormulaReader, out: Output): void {
  const content = reader.raw();
  for (const [, command] of content.matchAll(/\\([A-Za-z]+|.)/g))
    if (TEX_COMMANDS.get(command!)?.arguments !== "" && !CONTROL_SYMBOLS.has(command!))
      reader.fail(`\\${command} in \\${name}`);
  if (/[^ -~\n]|[&~%#]|\$[^$]*$/.test(content.replace(/\$[^$]*\$/g, ""))) reader.fail(`\\${name}`);
  for (const [, formula] of content.matchAll(/\$([^$]*)\$/g))
    new FormulaReader(formula!, reader.needs, "inline").whole();
  reader.use("mhchem");
  out.nucleus(`\\${name}{${content.replace(/\s*\n\s*/g, " ")}}`);
}
