import { describe, expect, it } from "vitest";
import { convertMmd } from "../../src/formats/convert-mmd.js";
import { expectGolden } from "../golden-file.js";
import { GOLDEN_DOCUMENTS } from "../render/support/documents.js";
import { renderDocument } from "../render/support/render-document.js";
import { LANGUAGE } from "./support/language.js";
import { JPEG, rasterPicture } from "./support/pictures.js";

const decoder = new TextDecoder();
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
    .replaceAll("><", ">\n<");
}

/** Warnings a construct is meant to give. */
const EXPECTED_WARNINGS: Readonly<Record<string, RegExp>> = { unknown: /shown as text/ };

describe.each(Object.entries(LANGUAGE))("%s", (name, mmd) => {
  it("is written as Markdown", async () => {
    const { bytes, warnings } = await convertMmd(mmd, { format: "md" });
    expectGolden(`formats/md/${name}.md`, decoder.decode(bytes));
    for (const warning of warnings) expect(warning).toMatch(EXPECTED_WARNINGS[name] ?? /^$/);
  });
  it("is written as LaTeX", async () => {
    const readable = async (file: string) => (file.startsWith("images/") ? picture : undefined);
    const { bytes, warnings } = await convertMmd(mmd, { format: "latex", images: readable });
    expectGolden(`formats/tex/${name}.tex`, decoder.decode(bytes));
    for (const warning of warnings) expect(warning).toMatch(EXPECTED_WARNINGS[name] ?? /^$/);
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
