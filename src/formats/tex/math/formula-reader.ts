import { nameOfCharacter } from "../../../layout/math/naming/unicode-symbols.js";
import type { TexNeeds } from "../needs.js";
import { SCRIPTS, writeCharacter } from "./characters.js";
import { BARE_LENGTHS, CONTROL_SYMBOLS, INFIX, OPERATORS, TEX_COMMANDS } from "./commands.js";
import { DELIMITERS, TEX_ENVIRONMENTS } from "./environments.js";
import { bare, FormulaOutput } from "./formula-output.js";
import { Rows } from "./rows.js";
import { SPECIAL_COMMANDS } from "./special-commands.js";
import { texLabel } from "./tex-label.js";
import { readText } from "./text-argument.js";
import { writeEnvironment } from "./write-environment.js";

/** Why a formula cannot be written; it is shown as its source. */
export class FormulaProblem extends Error {}

type Stop = "end" | "}" | "]" | "$" | "\\)" | "right" | "environment";

/** Groups, environments and fences within one another: TeX's own stacks hold several times as many. */
const MAX_DEPTH = 40;

const TOKEN = /\\([A-Za-z]+)|\\([\s\S])|\\$/y;
const LENGTH = /[-+]?\s*(?:\d+\.?\d*|\.\d+)\s*(?:true\s*)?(?:pt|pc|in|bp|cm|mm|dd|cc|sp|ex|em|px)/;
const TEXT_ACCENTS: Readonly<Record<string, string>> = {
  '"': "ddot",
  "'": "acute",
  "`": "grave",
  "^": "hat",
  "~": "tilde",
  "=": "bar",
  ".": "dot",
};
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

  /** Another formula within this one (mhchem), checked the same way. */
  inner(source: string): string {
    return new FormulaReader(source, this.needs, "inline").whole();
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
    const out = new FormulaOutput();
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
    const out = new FormulaOutput();
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
    const { written, end } = writeCharacter(this.source, this.at, this.needs);
    this.at = end;
    return written;
  }

  #control(out: FormulaOutput, rows: Rows): void {
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

  #symbol(symbol: string, out: FormulaOutput, rows: Rows): void {
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

  #rowEnd(out: FormulaOutput, rows: Rows): void {
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

  #named(name: string, out: FormulaOutput, rows: Rows): void {
    const special = SPECIAL_COMMANDS[name];
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

  environment(out: FormulaOutput): void {
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
    out.nucleus(writeEnvironment(name, body, rows, given, this.needs));
  }

  #bracket(): void {
    const match = /^\s*\[\s*([tcblr])\s*\]/.exec(this.source.slice(this.at));
    if (match) this.at += match[0].length;
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

function indexAfter(source: string, char: string, from: number): number {
  const at = source.indexOf(char, from);
  return at < 0 ? source.length : at + 1;
}
