/**
 * @typedef {"title" | "author" | "heading" | "paragraph" | "list_item" | "quote" | "abstract" | "code" | "caption" | "footnote" | "table" | "figure"} BlockKind
 * @typedef {{ kind: BlockKind, text: string, level?: number, cells?: TableCell[][] }} MmdBlock
 * @typedef {{ text: string, rows: number, columns: number }} TableCell With its spans.
 */

const SECTION_LEVEL = { section: 1, subsection: 2, subsubsection: 3, paragraph: 4, subparagraph: 5 };
const HIDDEN_COMMANDS =
  /\\(?:captionsetup(?:\[[^\]]*\])?\{[^}]*\}|centering|includegraphics(?:\[[^\]]*\])?\{[^}]*\}|pagebreak|newpage|hline|cline ?\{[^}]*\}|noindent)/g;
const FORMULA = /\\\((.*?)\\\)|\\\[([\s\S]*?)\\\]|\$\$([\s\S]*?)\$\$|(?<!\\)\$((?:\\.|[^$\\])+?)\$/gs;
const PICTURE = /!\[[^\]]*\]\([^)]*\)/g;

/**
 * Blocks of a Mathpix Markdown document in order, as plain text: commands, environments and escapes resolved, pictures
 * dropped. Captions, footnotes and tables come as blocks of their own. A paragraph is what blank lines separate.
 * @param {string} mmd
 * @param {{ formulas: "drop" | "keep" }} options `keep` leaves the LaTeX of formulas in the text.
 * @returns {MmdBlock[]}
 */
export function mmdBlocks(mmd, options) {
  const parser = new Parser(options);
  parser.parse(mmd, "paragraph");
  return parser.blocks;
}

class Parser {
  constructor(options) {
    this.options = options;
    /** @type {MmdBlock[]} */
    this.blocks = [];
  }

  /** Cuts the text at constructs that are blocks of their own; what lies between are paragraphs of `kind`. */
  parse(text, kind) {
    let rest = text;
    while (rest !== "") {
      const next = firstConstruct(rest);
      if (!next) break;
      this.paragraphs(rest.slice(0, next.start), kind);
      this.construct(next, kind);
      rest = rest.slice(next.end);
    }
    this.paragraphs(rest, kind);
  }

  construct({ name, body, maths }, kind) {
    if (name === "title" || name === "author" || name === "footnotetext" || name === "caption") {
      const role = name === "footnotetext" ? "footnote" : name;
      for (const part of body.split(/\n{2,}/)) this.push(role, part, name === "title" ? 0 : undefined);
    } else if (name in SECTION_LEVEL) this.push("heading", body, SECTION_LEVEL[name]);
    else if (name === "fence" || name === "lstlisting" || name === "verbatim")
      this.blocks.push({ kind: "code", text: (maths ? body.replace(FORMULA, this.formula()) : body).trim() });
    else if (name === "tabular") this.table(body);
    else if (name === "itemize" || name === "enumerate") this.list(body);
    else this.parse(body, name === "abstract" ? "abstract" : name === "figure" || name === "table" ? "figure" : kind);
  }

  list(body) {
    // A nested list belongs to its item; only items of this level are cut here.
    for (const item of splitItems(body)) this.parse(item.replace(/^\s*\[(?:[^[\]]|\[[^\]]*\])*\]/, ""), "list_item");
  }

  table(body) {
    const rows = splitTopLevel(body.replace(HIDDEN_COMMANDS, ""), "\\\\").map((row) =>
      splitTopLevel(row, "&").map((cell) => this.cell(cell)),
    );
    const cells = rows.filter((row) => row.some((cell) => cell.text !== ""));
    const text = cells.flatMap((row) => row.map((cell) => cell.text).filter(Boolean)).join(" ");
    this.blocks.push({ kind: "table", text, cells });
  }

  cell(source) {
    const columns = Number(/\\multicolumn\s*\{\s*(\d+)/.exec(source)?.[1] ?? 1);
    const rows = Number(/\\multirow(?:\[[^\]]*\])?\s*\{\s*(\d+)/.exec(source)?.[1] ?? 1);
    return { text: this.plain(cellText(source)), rows, columns };
  }

  paragraphs(text, kind) {
    for (const part of text.split(/\n[ \t]*\n/)) {
      const quote = /^\s*>/.test(part);
      const heading = /^\s*(#{1,6})\s+(.*)$/.exec(part);
      if (heading) this.push("heading", heading[2], heading[1].length);
      else this.push(quote ? "quote" : kind, quote ? part.replace(/^\s*> ?/gm, "") : part);
    }
  }

  push(kind, raw, level) {
    const text = this.plain(raw);
    if (text !== "") this.blocks.push(level === undefined ? { kind, text } : { kind, text, level });
  }

  /** What stands for a formula. @returns {never} a string or a function, for `replace` */
  formula() {
    return /** @type {never} */ (
      this.options.formulas === "drop"
        ? " "
        : (_, ...bodies) => ` ${bodies.slice(0, 4).find((body) => body !== undefined)} `
    );
  }

  plain(raw) {
    return unescapeText(raw.replace(PICTURE, " ").replace(FORMULA, this.formula()).replace(HIDDEN_COMMANDS, " "));
  }
}

/** The next construct: command with braces, environment or fence; unknown environments are opened, their content stays. */
function firstConstruct(text) {
  const opening =
    /^(`{3,})[^\n]*\n|\\(title|author|footnotetext|caption|(?:sub){0,2}section|(?:sub)?paragraph)\*?(?:\[[^\]]*\])?\{|\\begin\{(abstract|figure|table|tabular|itemize|enumerate|lstlisting|verbatim|center|quote)\}/m.exec(
      text,
    );
  if (!opening) return undefined;
  const start = opening.index;
  const inside = start + opening[0].length;
  if (opening[1]) {
    const close = new RegExp(`^${opening[1]}[ \\t]*$`, "m").exec(text.slice(inside));
    const end = close ? inside + close.index : text.length;
    return { name: "fence", body: text.slice(inside, end), start, end: close ? end + close[0].length : end };
  }
  if (opening[2]) {
    const end = closingBrace(text, inside);
    return { name: opening[2], body: text.slice(inside, end), start, end: Math.min(text.length, end + 1) };
  }
  const name = opening[3];
  const end = closingEnvironment(text, inside, name);
  const body = text
    .slice(inside, end)
    .replace(/^(?:\[[^\]]*\])?(?:\{(?:[^{}]|\{[^{}]*\})*\})?/, (options) =>
      name === "tabular" || name === "lstlisting"
        ? ""
        : options.startsWith("[")
          ? options.replace(/^\[[^\]]*\]/, "")
          : options,
    );
  // `mathescape`: formulas between dollars, as algorithms have them.
  const maths = name === "lstlisting" && /^\[[^\]]*mathescape/.test(text.slice(inside));
  return { name, body, maths, start, end: Math.min(text.length, end + `\\end{${name}}`.length) };
}

function closingBrace(text, from) {
  let depth = 1;
  for (let i = from; i < text.length; i += 1) {
    if (text[i] === "\\") i += 1;
    else if (text[i] === "{") depth += 1;
    else if (text[i] === "}") {
      depth -= 1;
      if (depth === 0) return i;
    }
  }
  return text.length;
}

function closingEnvironment(text, from, name) {
  const tag = new RegExp(`\\\\(begin|end)\\{${name}\\}`, "g");
  tag.lastIndex = from;
  let depth = 1;
  for (let found = tag.exec(text); found; found = tag.exec(text)) {
    depth += found[1] === "begin" ? 1 : -1;
    if (depth === 0) return found.index;
  }
  return text.length;
}

function splitItems(body) {
  const items = [];
  const token = /\\begin\{|\\end\{|\\item(?![a-z])/g;
  let depth = 0;
  let from = -1;
  for (let found = token.exec(body); found; found = token.exec(body)) {
    if (found[0] === "\\begin{") depth += 1;
    else if (found[0] === "\\end{") depth -= 1;
    else if (depth === 0) {
      if (from >= 0) items.push(body.slice(from, found.index));
      from = found.index + found[0].length;
    }
  }
  if (from >= 0) items.push(body.slice(from));
  return items;
}

/** Splits at `separator` outside nested environments, braces and formulas; `\&` is no separator. */
function splitTopLevel(text, separator) {
  const parts = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (text.startsWith("\\begin{", i) || text.startsWith("\\(", i)) depth += 1;
    else if (text.startsWith("\\end{", i) || text.startsWith("\\)", i)) depth -= 1;
    if (text[i] === "{") depth += 1;
    else if (text[i] === "}") depth -= 1;
    if (depth === 0 && text.startsWith(separator, i)) {
      parts.push(text.slice(from, i));
      from = i + separator.length;
      i = from - 1;
    } else if (text[i] === "\\") {
      // `\&`, `\\` inside a group: the escaped character is no construct
      if (!/[a-z([{)\]]/i.test(text[i + 1] ?? "")) i += 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

function cellText(cell) {
  return cell
    .replace(/\\multicolumn\s*\{[^}]*\}\s*\{[^}]*\}/g, "")
    .replace(/\\multirow(?:\[[^\]]*\])?\s*\{[^}]*\}\s*\{[^}]*\}/g, "")
    .replace(/\\begin\{tabular\}(?:\[[^\]]*\])?\{[^}]*\}|\\end\{tabular\}/g, " ");
}

const COMMAND_TEXT = {
  textbackslash: "\\",
  textasciitilde: "~",
  textasciicircum: "^",
  ldots: "…",
  dots: "…",
  quad: " ",
  qquad: " ",
  square: "",
  item: " ",
};

function unescapeText(text) {
  return text
    .replace(/\\\\(?:\[[^\]]*\])?/g, " ")
    .replace(/\\(?:textbf|textit|texttt|emph|underline|text|url|mathrm|mbox)\s*\{/g, "{")
    .replace(/\\(?:begin|end)\{[^}]*\}/g, " ")
    .replace(
      /\\([#%&$_{}<>*`~^|[\]()+.!-])/g,
      (_, character) => ESCAPED + character.charCodeAt(0).toString(16) + ESCAPED,
    )
    .replace(/\\([a-zA-Z]+)\*? ?/g, (whole, name) => COMMAND_TEXT[name] ?? whole)
    .replace(/[{}]/g, "")
    .replace(new RegExp(`${ESCAPED}([0-9a-f]+)${ESCAPED}`, "g"), (_, code) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replace(/\s+/g, " ")
    .trim();
}

const ESCAPED = "\uE010";
