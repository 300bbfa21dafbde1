import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { convertMmd } from "../../../src/formats/convert-mmd.js";
import { rasterPicture } from "../support/pictures.js";

const decoder = new TextDecoder();
const picture = await rasterPicture();

async function slides(mmd: string, options: Record<string, unknown> = {}) {
  const { bytes, warnings } = await convertMmd(mmd, { format: "pptx", options, images: async () => picture });
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  const number = (name: string) => Number(/\d+/.exec(name)?.[0]);
  const xml = names.sort((a, b) => number(a) - number(b)).map((name) => decoder.decode(parts[name]));
  const text = xml.map((slide) => [...slide.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, run]) => run).join(" "));
  return { xml, text, parts, warnings };
}

describe("pptx", () => {
  it("has a slide for the title and one for each section", async () => {
    const { text } = await slides(
      "\\title{\nThe Title\n}\n\n\\author{\nAda \\\\ Place\n}\n\n\\section*{1 One}\n\nFirst.\n\n\\section*{2 Two}\n\nSecond.",
    );
    expect(text[0]).toContain("The Title");
    expect(text[0]).toContain("Ada");
    expect(text.find((slide) => slide.includes("1 One"))).toContain("First.");
    expect(text.at(-1)).toContain("2 Two");
  });
  it("goes on over slides when one is full, without losing a word", async () => {
    const words = Array.from({ length: 3000 }, (_, i) => `w${i}`);
    const { text } = await slides(`\\section*{Long}\n\n${words.join(" ")}`);
    expect(text.length).toBeGreaterThan(3);
    const all = text.join(" ");
    for (const word of words) expect(all).toMatch(new RegExp(`\\b${word}\\b`));
  });
  it("draws the pictures of a table's cells below it", async () => {
    const mmd =
      "\\begin{tabular}{|l|l|}\n\\hline\none & \\includegraphics[alt={a cell}]{images/a.png} \\\\\n\\hline\n\\end{tabular}";
    const { xml, warnings } = await slides(mmd);
    const all = xml.join("");
    expect(all.match(/<p:pic>/g)).toHaveLength(1);
    expect(all).toContain('descr="a cell"');
    expect(all.indexOf("<a:tbl>")).toBeLessThan(all.indexOf("<p:pic>"));
    expect(warnings).toEqual([]);
  });
  it("makes columns wide enough for their words, beside one of long text", async () => {
    const { xml } = await slides(
      `| Middle | Bottommost | text |\n| --- | --- | --- |\n| a | b | ${"many words ".repeat(20)}|\n`,
    );
    const widths = [...xml.join("").matchAll(/<a:gridCol w="(\d+)"/g)].map(([, emu]) => Number(emu) / 914_400);
    expect(widths).toHaveLength(3);
    // 12 pt bold letters of 0.62 em and the cell's margins
    expect(widths[0]).toBeGreaterThan((6 * 0.62 * 12) / 72);
    expect(widths[1]).toBeGreaterThan((10 * 0.62 * 12) / 72);
    expect(widths[2]).toBeGreaterThan(3);
  });
  it.each(["中", "x", "𝒜"])("parts text without blanks: %s", async (character) => {
    const { text } = await slides(character.repeat(4000));
    expect(text.length).toBeGreaterThan(1);
    expect(text.length).toBeLessThan(30);
    expect(text.join("").split(character)).toHaveLength(4001);
  });
  it("draws formulas and pictures with a name for screen readers, and parts long tables", async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `r${i} & ${i} \\\\`).join("\n");
    const { xml, parts } = await slides(
      `\\[\nE=m c^{2}\n\\]\n\n![A curve](images/a.jpg)\n\n\\begin{tabular}{lr}\n${rows}\n\\end{tabular}`,
    );
    expect(xml.join("")).toContain('descr="E=m c^{2}"');
    expect(xml.join("")).toContain('descr="A curve"');
    expect(Object.keys(parts).filter((name) => name.startsWith("ppt/media/")).length).toBe(2);
    expect(xml.filter((slide) => slide.includes("<a:tbl>")).length).toBeGreaterThan(1);
    expect(xml.join("").match(/<a:tr /g)).toHaveLength(60);
  });
  it("shows the notes and pictures of quotes, cells, links, headings and later paragraphs of items, each once", async () => {
    const { xml, text } = await slides(
      "# Head[^1]\n\n> quoted ![x](images/b.jpg)[^2]\n\n| a[^3] | b |\n| --- | --- |\n| c | d |\n\n- item\n\n  again ![y](images/c.jpg)[^4]\n\n[![z](images/d.jpg)](https://example.org)\n\n[^1]: First note.\n\n[^2]: Second note.\n\n[^3]: Third note.\n\n[^4]: Fourth note.",
    );
    expect(xml.join("").match(/<p:pic>/g)).toHaveLength(3);
    const all = text.join(" ");
    for (const word of ["First", "Second", "Third", "Fourth"]) expect(all.split(`${word} note.`)).toHaveLength(2);
  });
  it("takes colours and size, and nothing that is none", async () => {
    const { xml } = await slides("x", { text_color: "#123456", background_color: "#fff", fontSize: 32 });
    expect(xml[0]).toMatch(/123456/);
    expect(xml[0]).toMatch(/FFFFFF/);
    expect(xml[0]).toContain('sz="2400"');
    expect((await slides("x", { text_color: '"/><evil' })).xml[0]).not.toContain("evil");
  });
});
