// Canonical token list of a LaTeX formula, so that two spellings of the same structure compare equal: delimiter sizes, spacing, styles and
// limits placement dropped; \dfrac = \frac; upright text letter by letter; synonyms folded; `&` dropped unless asked for.

import {
  ACCENT_SYNONYMS,
  ACCENTS,
  BIG,
  DROPPED,
  ENVIRONMENT_DELIMITERS,
  ENVIRONMENTS_WITH_COLUMNS,
  FONTS,
  FUNCTIONS,
  SKIPPED_WITH_ARGUMENT,
  SWITCHES,
  SYNONYMS,
} from "./canonical-tables.js";
import { visibleColumns } from "./visible-columns.js";

/** A star belongs to the command before it only where LaTeX has a starred one: `\omega*x` is a product. */
const TOKEN = /\\(?:operatorname|hspace|vspace|tag|substack)\*|\\[A-Za-z]+|\\.|\S/gs;

const DIMENSION = /^\[-?[\d.,]*\\?(pt|em|ex|mm|cm|in|jot|baselineskip|smallskipamount|medskipamount)?$/;

class Reader {
  constructor(/** @type {string} */ latex, grids = false) {
    /** Whether the start of a grid says how its columns are set. */
    this.grids = grids;
    this.tokens = latex.replaceAll("~", " ").match(TOKEN) ?? [];
    this.at = 0;
  }
  peek() {
    return this.tokens[this.at];
  }
  next() {
    return this.tokens[this.at++] ?? "}";
  }
  get done() {
    return this.at >= this.tokens.length;
  }
}

/** Letter with its alphabet as a token of its own; digits and symbols only when bold. */
function inFont(token, font) {
  if (!font) return token;
  if (/^[A-Za-z]$/.test(token)) return `${font}:${token}`;
  if ((font === "bf" || font === "bm") && /^[0-9]$/.test(token)) return `bf:${token}`;
  if (font === "bb" && /^[0-9]$/.test(token)) return `bb:${token}`;
  if (
    (font === "bf" || font === "bm") &&
    /^\\(Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega)$/.test(token)
  )
    return `bf:${token}`;
  if (font === "bm" && /^\\[a-zA-Z]+$/.test(token) && token !== "\\dots" && token !== "\\not") return `bm:${token}`;
  return token;
}

function argument(reader, font) {
  while (DROPPED.has(reader.peek())) reader.next();
  if (reader.peek() === "{") {
    reader.next();
    const tokens = sequence(reader, font, "}");
    reader.next();
    return tokens;
  }
  return reader.done ? [] : atom(reader, font);
}

function rawArgument(reader) {
  if (reader.peek() !== "{") return reader.next();
  reader.next();
  let depth = 1;
  let text = "";
  while (!reader.done) {
    const token = reader.next();
    if (token === "{") depth++;
    if (token === "}" && --depth === 0) break;
    text += token;
  }
  return text;
}

function optional(reader, font) {
  if (reader.peek() !== "[") return undefined;
  reader.next();
  const tokens = sequence(reader, font, "]");
  reader.next();
  return tokens;
}

function sequence(reader, font, end) {
  const out = [];
  let current = font;
  while (!reader.done) {
    const token = reader.peek();
    if (token === end || token === "}" || token === "\\end") break;
    if (token === "\\over" || token === "\\atop" || token === "\\choose") {
      reader.next();
      const denominator = sequence(reader, current, end);
      if (token === "\\over") return ["\\frac", "{", ...out, "}", "{", ...denominator, "}"];
      const stack = ["M{", ...out, "\\\\", ...denominator, "M}"];
      return token === "\\choose" ? ["(", ...stack, ")"] : stack;
    }
    if (SWITCHES.has(token)) {
      reader.next();
      current = FONTS[token.slice(1)];
      continue;
    }
    // Each cell is a group: a switch ends with it.
    if (token === "&" || token === "\\\\" || token === "\\cr") current = font;
    out.push(...term(reader, current));
  }
  return out;
}

const SCRIPT_MARKS = new Set(["_", "^", "'", "\\limits", "\\nolimits"]);
const THIN = new Set(["\\!", "\\,", "\\;", "\\:", "\\ "]);

function term(reader, font) {
  let base = atom(reader, font);
  let sub = [];
  let sup = [];
  // `T^{a}_{\phantom{a}b}` is `T^{a}{}_{b}`.
  let staggered = false;
  for (;;) {
    let ahead = reader.at;
    while (THIN.has(reader.tokens[ahead])) ahead++;
    if (ahead > reader.at && (reader.tokens[ahead] === "_" || reader.tokens[ahead] === "^")) {
      reader.at = ahead;
      // `T^{a}\!_{b}` is `T^{a}{}_{b}` set closer: the space ends the atom.
      if (sup.length > 0 && reader.tokens[ahead] === "_") staggered = true;
    }
    const mark = reader.peek();
    if (!SCRIPT_MARKS.has(mark) || (mark === "'" && font === "rm")) break;
    reader.next();
    if (mark === "'") sup.push("\\prime");
    else if (mark === "_" && /^\\h?phantom$/.test(reader.tokens[reader.at + 1] ?? "")) {
      staggered = sup.length > 0;
      sub.push(...argument(reader, font));
    } else if (mark === "_") sub.push(...argument(reader, font));
    else if (mark === "^") sup.push(...argument(reader, font));
  }
  sub = unwrapScript(sub, "_");
  sup = unwrapScript(sup, "^");
  if (staggered && sub.length > 0) return [...base, "^", "{", ...sup, "}", "_", "{", ...sub, "}"];
  if (sub.length > 0 && sup.length === 0 && base.at(-1) === "}") {
    // x^{a}_{b}: the order of scripts is fixed to _ before ^.
    let depth = 0;
    let open = base.length - 1;
    for (; open >= 0; open--) {
      if (base[open] === "}") depth++;
      else if (base[open] === "{" && --depth === 0) break;
    }
    if (open > 0 && base[open - 1] === "^")
      return [...base.slice(0, open - 1), "_", "{", ...sub, "}", ...base.slice(open - 1)];
  }
  if (sub.length > 0) base = [...base, "_", "{", ...sub, "}"];
  if (sup.length > 0) base = [...base, "^", "{", ...sup, "}"];
  return base;
}

function unwrapScript(tokens, mark) {
  let out = tokens;
  while (
    out.length > 3 &&
    out[0] === mark &&
    out[1] === "{" &&
    out.at(-1) === "}" &&
    out.filter((token) => token === "{").length === 1
  )
    out = out.slice(2, -1);
  return out;
}

/** `M{`, with the environment and its columns when asked for. */
export const isGridStart = (/** @type {string} */ token) => token.startsWith("M{");

/** Whether a row break stands outside of inner arrays. */
function hasRows(tokens) {
  let depth = 0;
  for (const token of tokens) {
    if (isGridStart(token)) depth++;
    else if (token === "M}") depth--;
    else if (token === "\\\\" && depth === 0) return true;
  }
  return false;
}

function environment(reader, font) {
  const name = rawArgument(reader);
  let columns = "";
  if (ENVIRONMENTS_WITH_COLUMNS.has(name)) {
    if (reader.peek() === "[") while (reader.next() !== "]");
    columns = rawArgument(reader);
  } else if (reader.peek() === "[" && /^(aligned|gathered|split|multlined)$/.test(name)) {
    const [, first, second] = reader.tokens.slice(reader.at, reader.at + 3);
    if (first === "]" || (second === "]" && "tbc".includes(first))) while (reader.next() !== "]");
  }
  const [open, close] = ENVIRONMENT_DELIMITERS[name] ?? [];
  const body = [];
  while (!reader.done && reader.peek() !== "\\end") {
    if (reader.peek() === "}") reader.next();
    else body.push(...sequence(reader, font, "\\end"));
  }
  reader.next();
  rawArgument(reader);
  while (body.at(-1) === "\\\\") body.pop();
  const start = reader.grids ? `M{${name}:${columns}` : "M{";
  const core = hasRows(body) ? [start, ...body, "M}"] : body;
  return [...(open ? [open] : []), ...core, ...(close ? [close] : [])];
}

function atom(reader, font) {
  const token = reader.next();
  if (DROPPED.has(token)) {
    const sizes = token === "\\left" || token === "\\right" || token === "\\middle" || /^\\big/i.test(token);
    if (sizes && reader.peek() === ".") reader.next();
    else if (sizes && (reader.peek() === "<" || reader.peek() === ">"))
      return [reader.next() === "<" ? "\\langle" : "\\rangle"];
    return [];
  }
  if (token === "{") {
    const tokens = sequence(reader, font, "}");
    reader.next();
    return tokens;
  }
  if (token === "^" || token === "_") {
    reader.at--;
    return [];
  }
  if (SKIPPED_WITH_ARGUMENT.has(token)) {
    rawArgument(reader);
    return [];
  }
  if (token === "\\\\" || token === "\\cr" || token === "\\newline") {
    skipRowGap(reader);
    return ["\\\\"];
  }
  if (token === "\\hline") return [];
  if (token === "\\begin") return environment(reader, font);
  if (token === "\\frac" || token === "\\dfrac" || token === "\\tfrac" || token === "\\cfrac")
    return ["\\frac", "{", ...argument(reader, font), "}", "{", ...argument(reader, font), "}"];
  if (/^\\[dt]?binom$/.test(token))
    return ["(", "M{", ...argument(reader, font), "\\\\", ...argument(reader, font), "M}", ")"];
  if (token === "\\sqrt") {
    const index = optional(reader, font);
    return ["\\sqrt", ...(index ? ["[", ...index, "]"] : []), "{", ...argument(reader, font), "}"];
  }
  if (token === "\\substack") {
    const rows = argument(reader, font);
    return rows.includes("\\\\") ? ["M{", ...rows, "M}"] : rows;
  }
  if (token === "\\overset" || token === "\\stackrel" || token === "\\underset") {
    const label = argument(reader, font);
    const base = argument(reader, font);
    // Under an operator, a brace or a name a label looks like a limit; so it does under what authors make operators of (`\operatorname*`).
    const made = base.length === 1 && /^(?:bb:.|\\sq?c[au]p)$/.test(base[0]);
    if (isOperatorLike(base) || (made && token === "\\underset"))
      return [...base, token === "\\underset" ? "_" : "^", "{", ...label, "}"];
    return [token === "\\underset" ? token : "\\overset", "{", ...label, "}", "{", ...base, "}"];
  }
  if (/^\\x(?:left|right|leftright|mapsto)(?:arrow)?$/.test(token)) return labelledArrow(reader, font, token);
  if (ACCENTS.has(token)) return [ACCENT_SYNONYMS.get(token) ?? token, "{", ...argument(reader, font), "}"];
  if (token === "\\not") {
    while (DROPPED.has(reader.peek())) reader.next();
    return ["\\not"];
  }
  if (token[0] === "\\" && token.slice(1) in FONTS) {
    let inner = FONTS[token.slice(1)];
    const keeps = inner === "rm" && ["bf", "it", "sf", "tt"].includes(font) && /^\\(text|mbox|hbox)$/.test(token);
    if (keeps) inner = font;
    if (font === "bm" && inner === "") inner = "bm";
    if ((font === "bm" || font === "bf") && inner === "rm" && !/^\\(?:text|mbox|hbox)/.test(token)) inner = "bf";
    return argument(reader, inner);
  }
  if (token === "\\bmod") return letters("mod");
  if (token === "\\pmod" || token === "\\mod" || token === "\\pod") {
    const inside = [...(token === "\\pod" ? [] : letters("mod")), ...argument(reader, font)];
    return token === "\\mod" ? inside : ["(", ...inside, ")"];
  }
  if (token[0] === "\\" && FUNCTIONS.has(token.slice(1))) return letters(token.slice(1));
  const synonym = SYNONYMS.get(token);
  if (synonym !== undefined && synonym !== token)
    return /\{/.test(synonym) ? sequence(new Reader(synonym), "", undefined) : synonym.split(" ");
  if (token === "'") return font === "rm" ? ["rm:'"] : ["^", "{", "\\prime", "}"];
  return [inFont(token, font)];
}

function isOperatorLike(tokens) {
  if (tokens.length === 0) return false;
  if (tokens.every((token) => token.startsWith("rm:"))) return true;
  return (tokens.length === 1 && BIG.has(tokens[0])) || /^\\(?:under|over)brace$/.test(tokens[0]);
}

function skipRowGap(reader) {
  if (reader.peek() !== "[") return;
  let end = reader.at;
  while (end < reader.tokens.length && reader.tokens[end] !== "]") end++;
  if (DIMENSION.test(reader.tokens.slice(reader.at, end).join(""))) reader.at = end + 1;
}

function letters(word) {
  return [...word].map((letter) => `rm:${letter}`);
}

function labelledArrow(reader, font, token) {
  const under = optional(reader, font);
  const over = argument(reader, font);
  let out = [token.replace("x", "")];
  if (over.length > 0) out = ["\\overset", "{", ...over, "}", "{", ...out, "}"];
  return under && under.length > 0 ? ["\\underset", "{", ...under, "}", "{", ...out, "}"] : out;
}

/**
 * @param {string} latex
 * @param {{ columns?: boolean, grids?: boolean }} [options] `columns`: keep the `&` that show; `grids`: all, and how columns are set
 * @returns {string[]}
 */
export function canonicalTokens(latex, options = {}) {
  const cleaned = latex.replace(/\\m?kern\s*-?[\d.]+\s*(mu|pt|em|ex)|\\hskip\s*-?[\d.]+\s*(mu|pt|em|ex|cm|mm)/g, "");
  const reader = new Reader(cleaned, options.grids);
  let tokens = [];
  while (!reader.done) {
    if (reader.peek() === "}" || reader.peek() === "\\end") reader.next();
    else tokens.push(...sequence(reader, "", undefined));
  }
  if (options.columns) tokens = visibleColumns(tokens);
  else if (!options.grids) tokens = tokens.filter((token) => token !== "&");
  const out = [];
  for (const token of tokens) {
    out.push(token);
    const tail = out.slice(-3).join(" ");
    if (tail === ". . ." || tail === "\\cdot \\cdot \\cdot") out.splice(-3, 3, "\\dots");
    if (token === "\\\\" && (out.at(-2) === "\\\\" || isGridStart(out.at(-2) ?? ""))) out.pop();
  }
  while (out.at(-1) === "\\\\") out.pop();
  if (isGridStart(out[0] ?? "") && out.at(-1) === "M}" && !out.includes("\\\\")) return out.slice(1, -1);
  return out;
}
