import { describe, expect, it } from "vitest";
import { parseMmd } from "../../src/formats/mmd/parse-mmd.js";
import { plainBlocks } from "../../src/formats/plain-text.js";
import { escapeLineStart, escapeText, type TextContext } from "../../src/render/escapes.js";
import { seededRandom } from "../seeded-random.js";

const INLINE: [string, string] = ["\\(", "\\)"];

/** Where text of each context stands in a document. */
const PLACES: Readonly<Record<TextContext, (text: string) => string>> = {
  running: (text) => escapeLineStart(text),
  braced: (text) => `\\section*{${text}}`,
  cell: (text) => `\\begin{tabular}{ll}\n${escapeLineStart(text)} & next \\\\\n\\end{tabular}`,
};

/** What a reader of the rendered document sees. */
function shown(text: string, context: TextContext): string {
  const document = parseMmd(PLACES[context](escapeText(text, context, INLINE)));
  const words = plainBlocks(document.blocks).replaceAll("\\backslash", "\\").replaceAll("\u02cb", "`");
  return context === "cell" ? words.replace(/\tnext$/, "") : words;
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
  for (const context of Object.keys(PLACES) as TextContext[]) {
    it.each(nasty)(`%j reads the same in ${context} text`, (text) => {
      expect(shown(text, context)).toBe(text);
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
    const document = parseMmd(PLACES.running(escapeText(text, "running", INLINE)));
    expect(document.blocks.map(({ type }) => type)).toEqual(["paragraph"]);
    expect(plainBlocks(document.blocks)).toBe(text);
  });

  it("survives random text in every context", () => {
    const random = seededRandom(7);
    const alphabet = [..."ab1 .,*_~^=+`<>[](){}$%&#\\!|:-/'\"", " x", "word ", "\\begin{", "\\(", "**", "](", "é"];
    for (let round = 0; round < 400; round++) {
      const length = 1 + Math.floor(random() * 18);
      const text = Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]!)
        .join("")
        .replace(/\s+/g, " ")
        .trim();
      // lists by plain numbers are kept on purpose
      if (text === "" || /^\d{1,3}[.)](?:\s|$)/.test(text)) continue;
      for (const context of Object.keys(PLACES) as TextContext[])
        expect(shown(text, context), `${context}: ${JSON.stringify(text)}`).toBe(text);
    }
  });
});
