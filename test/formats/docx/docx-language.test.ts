import { describe, expect, it } from "vitest";
import { convertMmd } from "../../../src/formats/convert-mmd.js";
import { expectGolden } from "../../golden-file.js";
import { GOLDEN_DOCUMENTS } from "../../render/support/documents.js";
import { renderDocument } from "../../render/support/render-document.js";
import { LANGUAGE } from "../support/language.js";
import { JPEG } from "../support/pictures.js";
import { unzip } from "../support/unzip.js";
import { checkPackage } from "./check-package.js";

const images = async (name: string) => (name.startsWith("images/") ? JPEG : undefined);
const decoder = new TextDecoder();

/** What the document says, a tag a line; footnotes behind it. */
function content(bytes: Uint8Array): string {
  const files = unzip(bytes);
  const part = (path: string) => decoder.decode(files.get(path) ?? new Uint8Array());
  const body = /<w:body>([\s\S]*)<w:sectPr>/.exec(part("word/document.xml"))?.[1] ?? "";
  const notes = [...part("word/footnotes.xml").matchAll(/<w:footnote w:id[\s\S]*?<\/w:footnote>/g)].map(
    ([note]) => note,
  );
  return `${[body, ...notes]
    .filter((xml) => xml !== "")
    .join("\n")
    .replaceAll("><", ">\n<")}\n`;
}

/** Warnings a construct is meant to give. */
const EXPECTED_WARNINGS: Readonly<Record<string, RegExp>> = {
  unknown: /shown as text/,
  icons: /shown as its name/,
  images: /image not found: https:/,
};

describe.each(Object.entries(LANGUAGE))("%s", (name, mmd) => {
  it("is written as a valid docx", async () => {
    const { bytes, warnings } = await convertMmd(mmd, { format: "docx", images });
    checkPackage(bytes);
    expectGolden(`formats/docx/${name}.xml`, content(bytes));
    for (const warning of warnings) expect(warning).toMatch(EXPECTED_WARNINGS[name] ?? /^$/);
  });
});

describe.each(Object.keys(GOLDEN_DOCUMENTS))("document %s", (name) => {
  const { pages, options } = GOLDEN_DOCUMENTS[name]!();
  const { mmd } = renderDocument(pages, options);
  it("is written as a valid docx without a warning", async () => {
    const { bytes, warnings } = await convertMmd(mmd, { format: "docx", images: async () => JPEG });
    checkPackage(bytes);
    expectGolden(`${name}/${name}.docx.xml`, content(bytes));
    expect(warnings).toEqual([]);
  });
});
