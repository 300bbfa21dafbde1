import { describe, expect, it } from "vitest";
import { convertMmd } from "../../../src/formats/convert-mmd.js";
import { seededRandom } from "../../seeded-random.js";
import { LANGUAGE } from "../support/language.js";
import { JPEG } from "../support/pictures.js";
import { checkPackage, type DocxParts } from "./check-package.js";
import { descendants, textOf, type XmlElement } from "./read-xml.js";

async function docx(mmd: string, options: Record<string, unknown> = {}) {
  const images = async (name: string) => (name.startsWith("images/") ? JPEG : undefined);
  const { bytes, warnings } = await convertMmd(mmd, { format: "docx", options, images });
  const parts = checkPackage(bytes);
  return { parts, warnings, body: parts.get("word/document.xml")! };
}

const value = (root: XmlElement, name: string, attribute = "w:val") =>
  descendants(root, name).map((found) => found.attributes.get(attribute));
const notesOf = (parts: DocxParts) => descendants(parts.get("word/footnotes.xml")!, "w:footnote").slice(2).map(textOf);
const styleOf = (paragraph: XmlElement) => value(paragraph, "w:pStyle")[0];

describe("docx options", () => {
  it("has the contract's defaults", async () => {
    const { parts, body } = await docx("Text");
    const styles = parts.get("word/styles.xml")!;
    expect(value(styles, "w:rFonts", "w:ascii")[0]).toBe("Georgia");
    expect(value(styles, "w:sz")[0]).toBe("22");
    const [margins] = descendants(body, "w:pgMar");
    expect(["top", "right", "bottom", "left", "gutter"].map((side) => margins!.attributes.get(`w:${side}`))).toEqual([
      "1440",
      "1800",
      "1440",
      "1800",
      "0",
    ]);
    expect(value(body, "w:pgSz", "w:orient")).toEqual([undefined]);
  });
  it("sets font, size, language, orientation, margins and colours", async () => {
    const options = {
      font: "Arial",
      fontSize: 28,
      language: "German",
      orientation: "landscape",
      margins: { left: 700, right: "800" },
      text_color: "#123",
      background_color: "#ffeedd",
    };
    const { parts, body } = await docx("Text", options);
    const styles = parts.get("word/styles.xml")!;
    expect(value(styles, "w:rFonts", "w:ascii")[0]).toBe("Arial");
    expect(value(styles, "w:sz")[0]).toBe("28");
    expect(value(styles, "w:color")[0]).toBe("112233");
    expect(value(styles, "w:lang")[0]).toBe("de-DE");
    expect(value(body, "w:pgSz", "w:w")).toEqual(["15840"]);
    expect(value(body, "w:pgSz", "w:orient")).toEqual(["landscape"]);
    expect([value(body, "w:pgMar", "w:left"), value(body, "w:pgMar", "w:right")]).toEqual([["700"], ["800"]]);
    expect(value(body, "w:background", "w:color")).toEqual(["FFEEDD"]);
  });
  it("refuses what is no colour, no orientation, no margin", async () => {
    await expect(docx("x", { text_color: "url(x)" })).rejects.toThrow("textColor");
    await expect(docx("x", { orientation: "upwards" })).rejects.toThrow("orientation");
    await expect(docx("x", { margins: { left: 9000 } })).rejects.toThrow("leave a quarter of a page");
  });
  it("finds the language from the words", async () => {
    const { parts } = await docx("Le chat est dans la maison et nous ne sommes pas avec les autres");
    expect(value(parts.get("word/styles.xml")!, "w:lang")[0]).toBe("fr-FR");
  });
});

describe("docx structure", () => {
  it("makes sections Word's first level, below a title", async () => {
    const { body } = await docx("\\title{\nT\n}\n\n\\section*{A}\n\n\\subsection*{B}\n\n\\subsubsection*{C}");
    expect(descendants(body, "w:p").map(styleOf)).toEqual(["Title", "Heading1", "Heading2", "Heading3"]);
  });
  it("puts the number of an equation at the margin, and several in a column", async () => {
    const one = await docx("\\begin{equation*}\nE=m \\tag{1.3}\n\\end{equation*}");
    expect(descendants(one.body, "w:tab")).toHaveLength(2);
    expect(textOf(one.body)).toBe("E=m(1.3)");
    const two = await docx("\\begin{align*}\na & =b \\tag{1}\\\\\nc & =d \\tag{2}\n\\end{align*}");
    expect(descendants(two.body, "m:mr").map(textOf)).toEqual(["a=b\u2003\u2003(1)", "c=d\u2003\u2003(2)"]);
  });
  it("hangs a note on the mark it starts with, else on the paragraph before it", async () => {
    const { parts, body } = await docx(
      "One\\({ }^{1}\\) and two\\({ }^{*}\\).\n\n\\footnotetext{\n\\({ }^{1}\\) First.\n}\n\n\\footnotetext{\n* Second.\n}\n\n\\footnotetext{\nThird.\n}",
    );
    expect(notesOf(parts).map((note) => note.replace(/\u200b/g, ""))).toEqual([" First.", "* Second.", "Third."]);
    const marks = descendants(body, "w:footnoteReference");
    expect(marks.map((mark) => mark.attributes.get("w:customMarkFollows"))).toEqual([undefined, "1", "1"]);
    expect(textOf(body)).toBe("One and two*.\u200b");
  });
  it("keeps the printed label of a note that is out of order", async () => {
    const { body } = await docx("A\\footnotemark[7].\n\n\\footnotetext[7]{Seven.}");
    expect(textOf(body)).toContain("7");
  });
  it("sets scripts of words as raised text, others as equations", async () => {
    const { body } = await docx("the 4\\({ }^{\\text {th }}\\), R\\(_{n}\\) and \\({ }^{a+b}\\)");
    expect(value(body, "w:vertAlign")).toEqual(["superscript", "subscript"]);
    expect(descendants(body, "m:oMath")).toHaveLength(1);
  });
  it("starts a page where the source does", async () => {
    const { body } = await docx(
      "One.\n\n\\pagebreak\n\nTwo.\n\n\\pagebreak\n\n\\begin{tabular}{l}\na \\\\\n\\end{tabular}",
    );
    expect(descendants(body, "w:pageBreakBefore")).toHaveLength(2);
    expect(descendants(body, "w:p").map(textOf)).toEqual(["One.", "Two.", "", "a", ""]);
  });
  it("leaves room behind a list, not within it", async () => {
    const { body } = await docx("\\begin{itemize}\n\\item a\n\\item b\n\\end{itemize}\n\nText.\n\nMore.");
    expect(descendants(body, "w:p").map((p) => value(p, "w:spacing", "w:before")[0])).toEqual([
      "0",
      "0",
      "100",
      undefined,
    ]);
  });
  it("keeps two tables apart", async () => {
    const table = "\\begin{tabular}{l}\na \\\\\n\\end{tabular}";
    const { body } = await docx(`${table}\n\n${table}`);
    const names = descendants(body, "w:body")[0]!.children.map((child) =>
      typeof child === "string" ? child : child.name,
    );
    expect(names).toEqual(["w:tbl", "w:p", "w:tbl", "w:p", "w:sectPr"]);
  });
  it("repeats the head of a Markdown table and merges cells", async () => {
    const { body } = await docx(`${LANGUAGE["table-markdown"]}\n\n${LANGUAGE["table-spans"]}`);
    expect(descendants(body, "w:tblHeader")).toHaveLength(1);
    expect(value(body, "w:gridSpan")).toEqual(["2"]);
    expect(value(body, "w:vMerge")).toEqual(["restart", undefined]);
  });
  it("sets a crowded table smaller, within the margins", async () => {
    const row = Array.from({ length: 14 }, (_, c) => `Heading${c}`).join(" & ");
    const { body } = await docx(`\\begin{tabular}{${"c".repeat(14)}}\n${row} \\\\\n\\end{tabular}`);
    const width = value(body, "w:gridCol", "w:w").reduce((sum, w) => sum + Number(w), 0);
    expect(width).toBeLessThanOrEqual(8640);
    expect(Number(value(body, "w:sz")[0])).toBeLessThan(22);
  });
  it("shows a table beyond Word's columns as text", async () => {
    const { body, warnings } = await docx(
      `\\begin{tabular}{${"c".repeat(70)}}\n${"x &".repeat(69)} y \\\\\n\\end{tabular}`,
    );
    expect(descendants(body, "w:tbl")).toHaveLength(0);
    expect(textOf(body)).toContain("y");
    expect(warnings.join()).toContain("table of 70 columns is shown as text");
  });
  it("shows a formula it cannot read as its source, with the place", async () => {
    const { body, warnings } = await docx("Bad \\(\\frac{a\\).");
    expect(textOf(body)).toBe("Bad \\frac{a.");
    expect(warnings).toEqual(["formula shown as its source: Missing close brace (at character 4)"]);
  });
  it("lets no formula define anything for the next document", async () => {
    await docx("\\(\\newcommand{\\foo}{x}\\foo\\)");
    expect((await docx("\\(\\foo\\)")).warnings.join()).toContain("Undefined control sequence \\foo");
  });
  it("sizes crops as printed and never beyond the page", async () => {
    const { body } = await docx("![](images/a-1_250_500_0_0.jpg)\n\n![](images/b-1_9999_9999_0_0.jpg)");
    const [first, second] = value(body, "wp:extent", "cx").map(Number);
    expect(first).toBe(2 * 914_400);
    expect(second).toBe(8640 * 635);
  });
  it("names pictures for screen readers, and what is missing", async () => {
    const { body, warnings } = await docx("![A curve](images/a.jpg) ![B](other/b.jpg)");
    expect(value(body, "wp:docPr", "descr")).toEqual(["A curve"]);
    expect(textOf(body)).toContain("[B]");
    expect(warnings.join()).toMatch(/image (?:not found|address refused): other\/b\.jpg/);
  });
  it("gives pictures in cells their size", async () => {
    const { body } = await docx("\\begin{tabular}{ll}\na & ![](images/a-1_250_500_0_0.jpg) \\\\\n\\end{tabular}");
    expect(value(body, "wp:extent", "cx").map(Number)).toEqual([2 * 914_400]);
  });
  it("makes links of safe addresses only", async () => {
    const { parts, body } = await docx("[a](https://example.org/x?y=1&z=2) [b](javascript:alert(1))");
    expect(descendants(body, "w:hyperlink")).toHaveLength(1);
    const targets = value(parts.get("word/_rels/document.xml.rels")!, "Relationship", "Target");
    expect(targets).toContain("https://example.org/x?y=1&z=2");
    expect(targets.join()).not.toContain("javascript");
  });
  it("marks right-to-left runs", async () => {
    const { body } = await docx("English and עברית here.");
    expect(descendants(body, "w:rtl")).toHaveLength(1);
  });
});

describe("docx of damaged documents", () => {
  it("stays valid whatever is cut or doubled", async () => {
    const whole = Object.values(LANGUAGE).join("\n\n");
    const random = seededRandom(7);
    const pieces = whole.split(/(\n\n|\\[a-z]+|[{}&$])/);
    for (let round = 0; round < 40; round++) {
      const start = Math.floor(random() * pieces.length);
      const some = pieces.slice(start, start + 120).flatMap((piece) => {
        const dice = random();
        return dice < 0.06 ? [] : dice < 0.12 ? [piece, piece] : [piece];
      });
      await docx(some.join("").slice(0, 4000));
    }
  }, 60_000);
  it("stays valid with characters XML has no room for", async () => {
    await docx('a\u0001b \ud800 \uffff <>&" \\(x<y\\text{\u0002&}\\) `\u0003`');
  });
});

describe("the check", () => {
  it("finds children out of order", async () => {
    const { bytes } = await convertMmd("**b**", { format: "docx" });
    expect(() => checkPackage(bytes)).not.toThrow();
    const { patternFor } = await import("./check-package.js");
    expect(patternFor("w:pPr").test("w:jc w:pStyle ")).toBe(false);
    expect(patternFor("w:pPr").test("w:pStyle w:jc ")).toBe(true);
    expect(patternFor("w:tc").test("w:tcPr w:tbl ")).toBe(false);
    expect(patternFor("m:nary").test("m:naryPr m:sub m:sup m:e ")).toBe(true);
    expect(patternFor("m:nary").test("m:naryPr m:sub m:e m:sup ")).toBe(false);
  });
});
