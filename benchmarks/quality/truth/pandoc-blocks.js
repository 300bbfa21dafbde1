import { FORMULA_MARK, normalizeText, UNKNOWN_MARK } from "../metrics/normalize-text.js";

/**
 * @typedef {import("../metrics/match-blocks.js").TruthBlock & { optional?: boolean }} TruthBlock
 * @typedef {object} Rules
 * @property {number} [citationLength] Printed characters per citation.
 * @property {boolean} [unnumbered] Headings are printed without numbers.
 * @property {string[]} [optionalHeadings] Printed headings that the source does not hold (`Chapter 1` above a chapter's name).
 * @property {string[]} [ignore] Headings of parts without truth; the headings themselves are optional.
 * @property {string[]} [optionalText] Printed texts that the document class or a package makes; neither rewarded nor punished.
 */

/** Printed characters a reference (`3`, `2.14`, `IV-B`) and one numeric citation (`[12]`, `, 7`) may take. */
const REFERENCE_LENGTH = 8;
const CITATION_LENGTH = 6;
/** Printed heading numbers: `Chapter 12 `, `IV. ` */
const NUMBER_LENGTH = 12;
/** Longest printed formula taken from its source. */
const FORMULA_LENGTH = 400;
/** Headings from this pandoc level on are run-in (`\paragraph`): part of the text, no heading to find. */
const RUN_IN_LEVEL = 4;

/** Environments whose words are printed inside pictures or depend on packages pandoc does not know. */
const OPTIONAL_ENVIRONMENTS = new Set([
  "algorithm",
  "algorithmic",
  "figure",
  "table",
  "subfigure",
  "titlepage",
  "thebibliography",
  "IEEEkeywords",
  "keywords",
]);

/**
 * Truth blocks of a pandoc document (JSON AST, pandoc-types 1.22 and 1.23). Formulas become runs of FORMULA_MARK as long
 * as their source, citations, references and printed numbers runs of UNKNOWN_MARK. Captions, footnotes, tables and authors
 * are optional. A pattern keeps both marks; `maskFormulas` removes the formulas.
 * @param {{ meta: Record<string, unknown>, blocks: unknown[] }} document
 * @param {Rules} [rules]
 * @returns {TruthBlock[]}
 */
export function pandocBlocks(document, rules = {}) {
  const walker = new Walker(rules);
  const { title, author, abstract, date } = document.meta;
  if (title) walker.add("title", metaInlines(title), { level: 0 });
  for (const names of author?.c ?? []) walker.add("author", metaInlines(names), { required: false });
  if (date) walker.add("author", metaInlines(date), { required: false });
  if (abstract)
    walker.blocks(
      abstract.t === "MetaBlocks" ? abstract.c : [{ t: "Para", c: metaInlines(abstract) }],
      "abstract",
      true,
    );
  walker.blocks(document.blocks, "paragraph", true);
  for (const text of rules.optionalText ?? [])
    walker.out.push({ kind: "optional", pattern: normalizeText(text), required: false });
  for (const text of [...(rules.ignore ?? []), ...(rules.optionalHeadings ?? [])]) {
    walker.out.push({
      kind: "heading",
      pattern: normalizeText(text),
      required: false,
      level: RUN_IN_LEVEL,
      optional: true,
    });
  }
  return walker.out.filter((block) => /[\p{L}\p{N}]/u.test(block.pattern));
}

class Walker {
  /** @param {Rules} rules */
  constructor(rules) {
    this.citationLength = rules.citationLength ?? CITATION_LENGTH;
    this.unnumbered = rules.unnumbered ?? false;
    /** @type {TruthBlock[]} */
    this.out = [];
    /** @type {unknown[][]} */
    this.notes = [];
  }

  add(kind, inlines, { level, required = true, prefix = "" } = {}) {
    const raw = this.text(inlines);
    // A line break by force separates paragraphs in print as often as lines of one: the aligner does not care which.
    const pattern = prefix + normalizeText(raw);
    this.out.push({ kind, pattern, required, ...(level === undefined ? {} : { level }) });
    this.flushNotes();
  }

  flushNotes() {
    const notes = this.notes;
    this.notes = [];
    for (const blocks of notes) this.blocks(blocks, "footnote", false);
  }

  blocks(blocks, kind, required) {
    for (const block of blocks) this.block(block, kind, required);
  }

  block(block, kind, required) {
    const { t, c } = block;
    switch (t) {
      case "Plain":
      case "Para":
        return this.paragraph(c, kind, required);
      case "LineBlock":
        return this.add(
          kind,
          c.flatMap((line) => [...line, { t: "Space" }]),
          { required },
        );
      case "CodeBlock":
        return this.code(c, required);
      case "BlockQuote":
        return this.blocks(c, kind === "paragraph" ? "quote" : kind, required);
      case "OrderedList":
        return this.items(c[1], kind, required);
      case "BulletList":
        return this.items(c, kind, required);
      case "DefinitionList":
        for (const [term, definitions] of c) this.definition(term, definitions, required);
        return;
      case "Header":
        return this.header(c, required);
      case "Table":
        return this.table(c);
      case "Div":
        return this.division(c, kind, required);
      case "Figure":
        return this.blocks([...(c[1][1] ?? []), ...c[2]], "caption", false);
      default:
        return;
    }
  }

  items(items, kind, required) {
    for (const item of items) this.blocks(item, kind === "paragraph" ? "list_item" : kind, required);
  }

  code([[, , attributes], text], required) {
    this.out.push({ kind: "code", pattern: normalizeText(text), required });
    const caption = attributes.find(([key]) => key === "caption")?.[1].replace(/^\{|\}$/g, "");
    if (caption)
      this.out.push({
        kind: "caption",
        pattern: UNKNOWN_MARK.repeat(NUMBER_LENGTH) + normalizeText(caption),
        required: false,
      });
  }

  paragraph(inlines, kind, required) {
    const image = inlines.length === 1 && inlines[0].t === "Image" ? inlines[0] : undefined;
    if (image) return this.add("caption", image.c[1], { required: false, prefix: UNKNOWN_MARK.repeat(NUMBER_LENGTH) });
    this.add(kind, inlines, { required });
  }

  /** `\item[term]` prints as `term text`; a term of symbols only is a list marker. */
  definition(term, definitions, required) {
    const [first, ...rest] = definitions.flat();
    const words = /\p{L}{2}/u.test(normalizeText(this.text(term)));
    if (first && (first.t === "Para" || first.t === "Plain"))
      this.add("list_item", words ? [...term, { t: "Space" }, ...first.c] : first.c, { required });
    else {
      if (words) this.add("list_item", term, { required });
      if (first) this.block(first, "list_item", required);
    }
    this.blocks(rest, "list_item", required);
  }

  header([level, [, classes], inlines], required) {
    const runIn = level >= RUN_IN_LEVEL;
    const prefix = runIn || this.unnumbered || classes.includes("unnumbered") ? "" : UNKNOWN_MARK.repeat(NUMBER_LENGTH);
    this.add("heading", inlines, { level, required, prefix });
    const added = this.out.at(-1);
    if (runIn && added) added.optional = true;
  }

  table(c) {
    const caption = c[1]?.[1] ?? [];
    this.blocks(caption, "caption", false);
    const rows = [...c[3][1], ...c[4].flatMap(([, , head, body]) => [...head, ...body]), ...c[5][1]];
    for (const [, cells] of rows) for (const cell of cells) this.blocks(cell[4], "table", false);
  }

  division([[, classes], blocks], kind, required) {
    const optional = classes.some((name) => OPTIONAL_ENVIRONMENTS.has(name));
    const first = blocks[0];
    // pandoc numbers theorems by its own count; the printed number is unknown.
    if (first?.t === "Para" && first.c[0]?.t === "Strong" && /\d/.test(this.text(first.c[0].c))) {
      const name = this.text(first.c[0].c).replace(/\d+(?:\.\d+)*/g, UNKNOWN_MARK.repeat(REFERENCE_LENGTH));
      const opened = { ...first, c: [{ t: "Marked", c: name }, ...first.c.slice(1)] };
      return this.blocks([opened, ...blocks.slice(1)], optional ? "optional" : kind, required && !optional);
    }
    this.blocks(blocks, optional ? "optional" : kind, required && !optional);
  }

  /** @returns {string} */
  text(inlines) {
    return inlines.map((inline) => this.inline(inline)).join("");
  }

  inline(inline) {
    const { t, c } = inline;
    switch (t) {
      case "Str":
        return c.replace(/\u25FB$/u, "");
      case "Marked":
        return c;
      case "Space":
      case "SoftBreak":
      case "LineBreak":
        return " ";
      case "Math":
        return FORMULA_MARK.repeat(Math.min(FORMULA_LENGTH, Math.max(1, c[1].replace(/\s/g, "").length)));
      case "Code":
        return c[1];
      case "Quoted":
        return c[0].t === "DoubleQuote" ? `"${this.text(c[1])}"` : `'${this.text(c[1])}'`;
      case "Cite":
        return UNKNOWN_MARK.repeat(2 + this.citationLength * c[0].length);
      case "Link":
        return c[0][2].some(([key]) => key === "reference-type")
          ? UNKNOWN_MARK.repeat(REFERENCE_LENGTH)
          : this.text(c[1]);
      case "Note":
        this.notes.push(c);
        return "";
      case "Image":
      case "RawInline":
        return "";
      case "Span":
        return c[0][1].includes("math") ? "" : this.text(c[1]);
      default:
        return Array.isArray(c) ? this.text(c) : "";
    }
  }
}

function metaInlines(meta) {
  if (meta.t === "MetaInlines") return meta.c;
  if (meta.t === "MetaString") return [{ t: "Str", c: meta.c }];
  if (meta.t === "MetaBlocks")
    return meta.c.flatMap((block) => (Array.isArray(block.c) ? [...block.c, { t: "Space" }] : []));
  return [];
}
