import { CONTROL_SYMBOLS, TEX_COMMANDS } from "./commands.js";
import type { FormulaReader } from "./formula-reader.js";

const ACCENTS = /^["'`^~=.]$/;
const LETTER_ACCENTS = new Set(["c", "v", "H", "u", "k", "r", "d", "b"]);
/** Symbols that stand in text as they are. */
const TEXT_SYMBOLS = new Set(
  (
    "ldots dots quad qquad enspace thinspace aa AA ae AE oe OE o O l L ss i j S P dag ddag copyright pounds rm bf it sf tt sc textbackslash " +
    "textasciitilde textasciicircum textendash textemdash textbar textless textgreater textquoteleft textquoteright textquotedblleft " +
    "textquotedblright textbullet textdegree"
  ).split(" "),
);
const STYLES = new Set(
  "text textrm textbf textit texttt textsf textup textsc textnormal textmd textsl emph mbox hbox".split(" "),
);
const SCRIPTS = new Set(["textsuperscript", "textsubscript"]);
const IGNORED = new Set(
  "small footnotesize scriptsize tiny normalsize large displaystyle textstyle noindent centering boldmath".split(" "),
);

/** The text of `\text{…}`, from its opening brace, as TeX; formulas inside keep their delimiters. */
export function readText(reader: FormulaReader): string {
  reader.skipSpace();
  const first = reader.source[reader.at];
  if (first === undefined || first === "}") reader.fail("a text argument is missing");
  if (first === "\\") {
    reader.at++;
    return control(reader);
  }
  if (first !== "{") {
    reader.at += String.fromCodePoint(reader.source.codePointAt(reader.at)!).length;
    return reader.needs.text(reader.source.slice(reader.at - 1, reader.at));
  }
  reader.at++;
  return untilBrace(reader);
}

function untilBrace(reader: FormulaReader): string {
  let out = "";
  for (;;) {
    const plain = /^[^\\{}$~]+/.exec(reader.source.slice(reader.at))?.[0] ?? "";
    if (plain !== "") {
      out += reader.needs.text(plain.replace(/\s+/g, " "));
      reader.at += plain.length;
    }
    const char = reader.source[reader.at++];
    if (char === undefined) reader.fail("a text argument does not end");
    if (char === "}") return out;
    if (char === "~") out += "~";
    else if (char === "{") out += `{${reader.within(() => untilBrace(reader))}}`;
    else if (char === "$") {
      out += `$${reader.sequence("$")}$`;
      reader.at++;
    } else {
      const piece = control(reader);
      // the blank that ends a command's name
      out += /\\[A-Za-z]+$/.test(piece) && /^[A-Za-z\s]/.test(reader.source[reader.at] ?? "") ? `${piece}{}` : piece;
    }
  }
}

/** A command in text, behind its backslash. */
function control(reader: FormulaReader): string {
  const match = /^([A-Za-z]+)\*?|^([\s\S])/.exec(reader.source.slice(reader.at));
  if (!match) reader.fail("a backslash at the end");
  reader.at += match[0].length;
  const [, name, symbol] = match;
  if (symbol !== undefined) {
    if (symbol === "\\" || /\s/.test(symbol)) return "\\ ";
    if (symbol === "(") {
      const inner = reader.sequence("\\)");
      reader.at += 2;
      return `\\(${inner}\\)`;
    }
    if (ACCENTS.test(symbol)) return accent(symbol, reader);
    if (symbol === ":" || symbol === ">") return "\\,";
    if (CONTROL_SYMBOLS.has(symbol) && symbol !== "|") return symbol === "!" ? "" : `\\${symbol}`;
    reader.fail(`\\${symbol} in text`);
  }
  if (name === undefined) reader.fail("a command without a name");
  if (LETTER_ACCENTS.has(name)) return accent(`${name}`, reader);
  if (TEXT_SYMBOLS.has(name)) return `\\${name}`;
  if (IGNORED.has(name)) return "";
  if (STYLES.has(name) || SCRIPTS.has(name)) {
    const written = /^(?:mbox|hbox|text)$/.test(name) ? "\\textrm" : `\\${name}`;
    return `${SCRIPTS.has(name) ? `\\${name}` : written}{${reader.within(() => readText(reader))}}`;
  }
  if (name === "ensuremath") return `$${bareGroup(reader)}$`;
  if (name === "ref" || name === "eqref" || name === "cite") return reader.needs.text(reader.raw());
  if (name === "hspace") {
    reader.raw();
    return "\\quad ";
  }
  const known = TEX_COMMANDS.get(name);
  if (!known) reader.fail(`\\${name} in text`);
  reader.at -= match[0].length + 1;
  return `$${reader.argument()}$`;
}

function bareGroup(reader: FormulaReader): string {
  reader.skipSpace();
  if (reader.source[reader.at] !== "{") reader.fail("an argument is missing");
  return reader.group();
}

function accent(mark: string, reader: FormulaReader): string {
  const match = /^\s*(?:\{\s*(\\?[A-Za-z]?)\s*\}|(\\[ij](?![A-Za-z])|[A-Za-z]))/.exec(reader.source.slice(reader.at));
  if (!match) reader.fail(`accent \\${mark} without a letter`);
  reader.at += match[0].length;
  return `\\${mark}{${match[1] ?? match[2]}}`;
}
