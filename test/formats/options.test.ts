import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { convertMmd, type SupportedFormat } from "../../src/formats/convert-mmd.js";
import { rasterPicture } from "./support/pictures.js";

const MMD = [
  "\\title{\nTitle & more\n}",
  "\\section*{1 One}",
  "Some text \\(x_1\\) of 5\\% & \\# \\$ in a rather long line of words, some of them <b>bold</b>, that goes on.\\footnote{Note}",
  "Русский текст",
  "\\[\nx^2\n\\]",
  "![](images/a.jpg)",
  "\\begin{tabular}{ll}\na long cell of words and more words & \\(x^2\\) \\\\\nb & 1 \\\\\n\\end{tabular}",
  "\\begin{tabular}{l}\na \\\\\n\\end{tabular}",
].join("\n\n");
const picture = await rasterPicture();

/** What a format's file says, zips opened. */
async function written(format: SupportedFormat, options: Record<string, unknown>) {
  const { bytes, warnings } = await convertMmd(MMD, { format, options, images: async () => picture });
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const text = (data: Uint8Array) => Buffer.from(data).toString("latin1");
  const content = isZip
    ? Object.entries(unzipSync(bytes)).map(([name, data]) => `${name}\n${text(data)}`)
    : [text(bytes)];
  return { content: content.join("\n"), warnings };
}

/** Every option of the contract with a value that is not its default. */
const OPTIONS: Partial<Record<SupportedFormat, Record<string, unknown>>> = {
  md: {
    math_inline_delimiters: ["<m>", "</m>"],
    math_display_delimiters: ["<d>", "</d>"],
    escape_ampersand: false,
    escape_dollar: false,
    escape_hash: false,
    escape_percent: true,
    max_character_per_line: 20,
    htmlTags: false,
  },
  html: { text_color: "#f00", background_color: "#0f0", custom_css: "p{color:red}", htmlTags: false },
  docx: {
    font: "Arial",
    fontSize: 30,
    language: "German",
    orientation: "landscape",
    margins: { top: 500 },
    margin: 100,
    text_color: "#ff0000",
    background_color: "#00ff00",
    htmlTags: "false",
  },
  latex: { fontSize: "12pt", font: "Noto Sans", imagesFolder: "pictures", htmlTags: false },
  pptx: {
    fontSize: 30,
    text_color: "#ff0000",
    background_color: "#00ff00",
    margin: 100,
    footnote_compact_refs: true,
    htmlTags: false,
  },
  xlsx: { singleSheet: true, mathOutputFormat: "latex", maxColumnWidthChars: 10, fontSize: 20, zoomScale: 50 },
};

describe.each(Object.entries(OPTIONS))("an option of %s does something:", (format, options) => {
  test.each(Object.entries(options))("%s", async (name, value) => {
    const plain = await written(format as SupportedFormat, {});
    const own = await written(format as SupportedFormat, { [name]: value });
    expect(own.content).not.toBe(plain.content);
    expect(own.warnings).toEqual(plain.warnings);
  });
});

test.each([
  ["docx", "custom_css", "p{color:red}"],
  ["pptx", "custom_css", "p{color:red}"],
  ["latex", "load_external_fonts", true],
] as const)("%s says that it cannot follow %s", async (format, name, value) => {
  const { warnings } = await written(format, { [name]: value });
  expect(warnings.join()).toMatch(/has no effect/);
});
