import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { convertMmd } from "../../src/formats/convert-mmd.js";
import { expectGolden } from "../golden-file.js";
import { GOLDEN_DOCUMENTS } from "../render/support/documents.js";
import { renderDocument } from "../render/support/render-document.js";
import { LANGUAGE } from "./support/language.js";
import { JPEG, rasterPicture } from "./support/pictures.js";

const decoder = new TextDecoder();
const readable = async (file: string) => (file.startsWith("images/") ? picture : undefined);

/** Parts of an office file whose names match, a tag a line; what programs do not show is left out. */
function parts(bytes: Uint8Array, names: RegExp): string {
  const files = Object.entries(unzipSync(bytes)).filter(([name]) => names.test(name));
  const order = (name: string) => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0);
  return files
    .sort(([a], [b]) => order(a) - order(b))
    .map(([name, data]) => `${name}\n${decoder.decode(data).replace(/\r\n/g, "").replaceAll("><", ">\n<")}\n`)
    .join("\n");
}

/** What slides say and where: shapes with their places, text with its form. */
function slideContent(bytes: Uint8Array): string {
  return parts(bytes, /^ppt\/slides\/slide\d+\.xml$/)
    .replace(/^[\s\S]*?(?=<p:sp>|<p:pic>|<p:graphicFrame)/, "")
    .replace(
      /<\/?(?:p:nvGrpSpPr|p:grpSpPr|a:avLst|a:lstStyle|a:noFill|a:ln|p:clrMapOvr|a:masterClrMapping)\b[^>]*>\n?/g,
      "",
    );
}

/** Names in a zip, and the lines of its main file that refer to pictures. */
function zipContent(bytes: Uint8Array): string {
  const files = Object.entries(unzipSync(bytes));
  const main = files.find(([name]) => /\.(?:mmd|md|html|tex)$/.test(name));
  const references = decoder.decode(main?.[1]).match(/[^\s"(){}]*images\/[^\s"(){}]*|\\includegraphics.*\}/g) ?? [];
  return `${[...files.map(([name]) => name), ...references.map((reference) => `  ${reference}`)].join("\n")}\n`;
}
const picture = await rasterPicture();
const images = async (name: string) => (name.startsWith("images/") ? JPEG : undefined);

/** What the page says, without its frame; outlines of formulas are left out, their MathML stays. */
function pageContent(html: string): string {
  const main = /<main>\n([\s\S]*)\n<\/main>/.exec(html)?.[1] ?? "";
  const inner = /<svg\b(?:(?!<svg\b)[\s\S])*?<\/svg>/g;
  // formulas with numbers nest one picture in another
  return main
    .replace(inner, "")
    .replace(inner, "<svg/>")
    .replace(/data:image\/jpeg;base64,[A-Za-z0-9+/=]+/g, "data:JPEG")
    .replace(/data:image\/png;base64,[A-Za-z0-9+/=]+/g, "data:PNG")
    .replaceAll("><", ">\n<");
}

/** Warnings a construct is meant to give. */
const EXPECTED_WARNINGS: Readonly<Record<string, RegExp>> = {
  unknown: /shown as text/,
  icons: /shown as its name/,
};

describe.each(Object.entries(LANGUAGE))("%s", (name, mmd) => {
  it("is written as Markdown", async () => {
    const { bytes, warnings } = await convertMmd(mmd, { format: "md" });
    expectGolden(`formats/md/${name}.md`, decoder.decode(bytes));
    for (const warning of warnings) expect(warning).toMatch(EXPECTED_WARNINGS[name] ?? /^$/);
  });
  it("is written as LaTeX", async () => {
    const { bytes, warnings } = await convertMmd(mmd, { format: "latex", images: readable });
    expectGolden(`formats/tex/${name}.tex`, decoder.decode(bytes));
    for (const warning of warnings) expect(warning).toMatch(EXPECTED_WARNINGS[name] ?? /^$/);
  });
  it("is written as slides", async () => {
    const { bytes, warnings } = await convertMmd(mmd, { format: "pptx", images: readable });
    expectGolden(`formats/pptx/${name}.xml`, slideContent(bytes));
    for (const warning of warnings) expect(warning).toMatch(EXPECTED_WARNINGS[name] ?? /^image not found: https:/);
  });
  it("is written as a spreadsheet", async () => {
    const { bytes, warnings } = await convertMmd(mmd, { format: "xlsx" });
    expectGolden(
      `formats/xlsx/${name}.xml`,
      parts(bytes, /^xl\/(?:worksheets\/sheet\d+|sharedStrings|workbook)\.xml$/),
    );
    for (const warning of warnings)
      expect(warning).toMatch(new RegExp(`has no tables|${(EXPECTED_WARNINGS[name] ?? /^$/).source}`));
  });
  it("is packed with its pictures", async () => {
    let packed = "";
    for (const format of ["mmd.zip", "md.zip", "html.zip", "tex.zip"] as const) {
      const { bytes } = await convertMmd(mmd, { format, images: readable, documentName: name });
      packed += `${format}\n${zipContent(bytes)}\n`;
    }
    expectGolden(`formats/zip/${name}.txt`, packed);
  });
  it("is written as HTML", async () => {
    const { bytes, warnings } = await convertMmd(mmd, { format: "html", images });
    expectGolden(`formats/html/${name}.html`, `${pageContent(decoder.decode(bytes))}\n`);
    for (const warning of warnings) expect(warning).toMatch(EXPECTED_WARNINGS[name] ?? /^$/);
  });
});

describe.each(Object.keys(GOLDEN_DOCUMENTS))("document %s", (name) => {
  const { pages, options } = GOLDEN_DOCUMENTS[name]!();
  const { mmd } = renderDocument(pages, options);
  it("is written as Markdown and HTML without a warning", async () => {
    const markdown = await convertMmd(mmd, { format: "md" });
    expectGolden(`${name}/${name}.md`, decoder.decode(markdown.bytes));
    expect(markdown.warnings).toEqual([]);
    const html = await convertMmd(mmd, { format: "html", images: async () => JPEG });
    expectGolden(`${name}/${name}.html`, `${pageContent(decoder.decode(html.bytes))}\n`);
    expect(html.warnings).toEqual([]);
  });
});
