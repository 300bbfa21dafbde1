import { describe, expect, it } from "vitest";
import type { Block, MmdDocument } from "../../src/formats/document.js";
import { parseMmd } from "../../src/formats/mmd/parse-mmd.js";
import { plainBlocks, plainInlines } from "../../src/formats/plain-text.js";
import { escapeLineStart, escapeText, type TextContext } from "../../src/render/escapes.js";
import { seededRandom } from "../seeded-random.js";

const INLINE: [string, string] = ["\\(", "\\)"];

interface Place {
  context: TextContext;
  /** A document with the escaped text in this place. */
  write: (text: string) => string;
  /** The text a reader finds there. */
  read: (document: MmdDocument) => string;
}

type BlockOf<T extends Block["type"]> = Extract<Block, { type: T }>;

function first<T extends Block["type"]>(document: MmdDocument, type: T): BlockOf<T> {
  const block = document.blocks[0];
  if (block?.type !== type) throw new Error(`Expected ${type} but found ${block?.type}`);
  return block as BlockOf<T>;
}

const CAPTIONED = (environment: string, content: string) => (text: string) =>
  `\\begin{${environment}}\n${content}\n\\captionsetup{labelformat=empty}\n\\caption{${text}}\n\\end{${environment}}\n\nx`;

/** Every place the renderer writes text to, as it writes it. */
const PLACES: Readonly<Record<string, Place>> = {
  paragraph: { context: "running", write: escapeLineStart, read: ({ blocks }) => plainBlocks(blocks) },
  continuation: {
    context: "running",
    write: (text) => `word ${text} word\nword`,
    read: ({ blocks }) => plainBlocks(blocks).replace(/^word | word\nword$/g, ""),
  },
  heading: { context: "braced", write: (text) => `\\section*{${text}}`, read: ({ blocks }) => plainBlocks(blocks) },
  title: {
    context: "braced",
    write: (text) => `\\title{\n${escapeLineStart(text)}\n}\n\nx`,
    read: (document) => plainInlines(first(document, "title").children),
  },
  author: {
    context: "braced",
    write: (text) => `\\author{\n${escapeLineStart(text)} \\\\ Institute\n}\n\nx`,
    read: (document) => plainInlines(first(document, "authors").authors[0]![0]!),
  },
  abstract: {
    context: "running",
    write: (text) => `\\begin{abstract}\n${escapeLineStart(text)}\n\\end{abstract}\n\nx`,
    read: (document) => plainBlocks(first(document, "abstract").blocks),
  },
  "figure caption": {
    context: "caption",
    write: CAPTIONED("figure", "\\includegraphics[alt={},max width=\\textwidth]{images/x.jpg}"),
    read: (document) => plainInlines(first(document, "figure").caption ?? []),
  },
  "table caption": {
    context: "caption",
    write: CAPTIONED("table", "\\begin{tabular}{l}\na \\\\\n\\end{tabular}"),
    read: (document) => plainInlines(first(document, "figure").caption ?? []),
  },
  footnote: {
    context: "braced",
    write: (text) => `\\footnotetext{\n${escapeLineStart(text)}\n}\n\nx`,
    read: ({ footnotes }) => plainBlocks(footnotes.get(0) ?? []),
  },
  "list item": {
    context: "running",
    write: (text) => `\\begin{itemize}\n\\item ${text.replace(/^\[/, "&#91;")}\n\\item next\n\\end{itemize}\n\nx`,
    read: (document) => plainBlocks(first(document, "list").items[0]!.blocks),
  },
  quote: {
    context: "running",
    write: (text) => `> ${escapeLineStart(text)}\n\nx`,
    read: (document) => plainBlocks(first(document, "quote").blocks),
  },
  cell: {
    context: "cell",
    write: (text) => `\\begin{tabular}{ll}\n${escapeLineStart(text)} & next \\\\\n\\end{tabular}`,
    read: (document) => plainBlocks(first(document, "table").rows[0]!.cells[0]!.blocks),
  },
  "cell of lines": {
    context: "cell",
    write: (text) =>
      `\\begin{tabular}{ll}\n\\hline a & \\begin{tabular}{l}\n${escapeLineStart(text)} \\\\\nnext\n\\end{tabular} \\\\\n\\end{tabular}`,
    read: (document) => plainBlocks(first(document, "table").rows[0]!.cells[1]!.blocks).replace(/\nnext$/, ""),
  },
};

/** What a reader of the rendered document sees. */
function shown(text: string, { context, write, read }: Place): string {
  const words = read(parseMmd(write(escapeText(text, context, INLINE))));
  return words.replaceAll("\\backslash", "\\").replaceAll("\u02cb", "`").trim();
}

describe("escapeText", () => {
  it.each([
    ["65% of Q&A costs $5 #1", "65\\% of Q\\&A costs \\$5 \\#1"],
    ["niah_single_1 and a_b", "niah_single_1 and a_b"],
    ["Author* Other*", "Author* Other*"],
    ["2 * 3 * 4 < 5 > 4", "2 * 3 * 4 < 5 > 4"],
    ["approx. ~5 and ~6", "approx. ~5 and ~6"],
    ["[1] A. B. and C++", "[1] A. B. and C++"],
    ["{braces} (round) [square]", "{braces} (round) [square]"],
  ])("writes %j as the vendor does", (text, expected) => {
    expect(escapeText(text, "running", INLINE)).toBe(expected);
  });

  const nasty = [
    "# no heading",
    "*no* **emphasis** a*b*c",
    "_no_ __init__ f(_x_)",
    "`code` and ``quotes''",
    "<b>bold</b> <script>alert(1)</script> <!-- x --> <smiles>C</smiles>",
    "[link](http://a.b) ![alt](x.png) [^1] [[toc]]",
    "^sup^ ~sub~ ~~s~~ ==m== ++i++ ^[note]",
    "\\section{x} \\textbf{y} \\(x\\) \\[y\\] \\\\ C:\\new",
    "\\begin{tabular}{l} a \\end{tabular} \\begin{itemize} \\item \\footnote{x} \\title{t}",
    "$x$ $$y$$ $5 and $6",
    "&amp; &copy; &#35; &x",
    "{ } }{ {{x}",
    "| a | b |",
  ];
  for (const [name, place] of Object.entries(PLACES)) {
    it.each(nasty)(`%j reads the same in a ${name}`, (text) => {
      expect(shown(text, place)).toBe(text);
    });
  }

  it.each([
    "- item",
    "+ item",
    "* item",
    "> quote",
    "# head",
    "1984. year",
    "---",
    "===",
    "***",
    "+++ fold",
    ": def",
    "[1]: http://x.y",
    "[^1]: note",
    "~~~",
    "```",
  ])("%j is no markup at a line start", (text) => {
    const document = parseMmd(escapeLineStart(escapeText(text, "running", INLINE)));
    expect(document.blocks.map(({ type }) => type)).toEqual(["paragraph"]);
    expect(plainBlocks(document.blocks)).toBe(text);
  });

  it("keeps random text in every place", () => {
    const random = seededRandom(7);
    const alphabet = [..."ab1 .,*_~^=+`<>[](){}$%&#\\!|:-/'\"", " x", "word ", "\\begin{", "\\(", "**", "](", "é"];
    for (let round = 0; round < 120; round++) {
      const length = 1 + Math.floor(random() * 18);
      const text = Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]!)
        .join("")
        .replace(/\s+/g, " ")
        .replace(/:[ab1]:/g, "")
        .trim();
      // lists by plain numbers are kept on purpose
      if (text === "" || /^\d{1,3}[.)](?:\s|$)/.test(text)) continue;
      for (const [name, place] of Object.entries(PLACES)) {
        expect(shown(text, place), `${name}: ${JSON.stringify(text)}`).toBe(text);
      }
    }
  });
});
