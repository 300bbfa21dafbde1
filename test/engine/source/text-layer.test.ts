import { describe, expect, it } from "vitest";
import { makePdf, PdfBuilder, place, text } from "../../support/make-pdf.js";
import { evidenceOf } from "./open-page.js";

const ENGLISH = [
  "The engine reads what the page says and keeps the order in which people read it.",
  "Every line of this paragraph is plain English, set in one of the standard fonts,",
  "so that nobody can take its letters for anything but words of a living language.",
];
const GERMAN = [
  "Die Maschine liest, was auf der Seite steht, und behält die Reihenfolge bei, in der",
  "Menschen lesen. Jede Zeile dieses Absatzes ist gewöhnliches Deutsch mit Umlauten und",
  "langen Zusammensetzungen wie Reihenfolgebestimmung und Seitenbeschreibungssprache.",
];
const lines = (values: string[], mode = "") =>
  mode + values.map((value, i) => text(72, 720 - 14 * i, 11, Buffer.from(value, "latin1").toString("latin1"))).join("");
const shift = (value: string) => value.replace(/[a-y]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 1));

async function verdictOf(content: string) {
  return (await evidenceOf(makePdf(content))).textLayer;
}

function onScan(content: string): Uint8Array {
  const pdf = new PdfBuilder();
  const scan = pdf.image(8, 8, 1, new Uint8Array(64).fill(200));
  pdf.page({ content: place("Im", 0, 0, 612, 792) + content, resources: `/XObject << /Im ${scan} 0 R >>` });
  return pdf.build();
}

describe("text layer verdict", () => {
  it("trusts running text", async () => {
    expect(await verdictOf(lines(ENGLISH))).toEqual({ verdict: "trusted", reasons: [] });
    expect(await verdictOf(lines(GERMAN))).toEqual({ verdict: "trusted", reasons: [] });
  });

  it("trusts tables, lists of numbers and alphabets", async () => {
    expect((await verdictOf(lines(["1 234,50  2 345,60", "17.3 %  NN  QX-77/b", "A  B  C"]))).verdict).toBe("trusted");
    expect((await verdictOf(lines(Array(6).fill("abcdefghijklmnopqrstuvwxyz")))).verdict).toBe("trusted");
  });

  it("sees letters that form no words", async () => {
    const { verdict, reasons } = await verdictOf(lines(ENGLISH.map(shift)));
    expect(verdict).toBe("garbled");
    expect(reasons[0]).toMatch(/do not form words in Helvetica \(100 %/);
  });

  it("does not judge programs by their letters", async () => {
    const listing = ENGLISH.map(shift).map((value, i) => text(72, 720 - 14 * i, 11, value, "F3"));
    expect((await verdictOf(listing.join(""))).verdict).toBe("trusted");
  });

  it("counts glyphs without identity", async () => {
    const pdf = new PdfBuilder();
    const font = pdf.object(
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [97 /g1 /g2 /g3 /g4 /g5 /g6] >> >>",
    );
    const unknown = "BT /F9 11 Tf 72 600 Td (abcdefabcdefabcdefabcdefabcdef) Tj ET";
    pdf.page({ content: unknown, fonts: `/F9 ${font} 0 R` });
    pdf.page({ content: lines(ENGLISH) + unknown, fonts: `/F9 ${font} 0 R` });
    const all = await evidenceOf(pdf.build(), 1);
    expect(all.glyphs.every((glyph) => glyph.identity === "none" && glyph.text === "")).toBe(true);
    expect(all.textLayer).toEqual({ verdict: "garbled", reasons: ["100 % of glyphs have no Unicode"] });
    expect((await evidenceOf(pdf.build(), 2)).textLayer.verdict).toBe("partial");
  });

  it("knows pages without text", async () => {
    expect((await verdictOf("")).verdict).toBe("none");
    expect((await evidenceOf(onScan(""))).textLayer.verdict).toBe("none");
    expect((await evidenceOf(onScan(text(500, 20, 9, "17")))).textLayer.verdict).toBe("none");
  });

  it("calls an OCR layer over a scan partial", async () => {
    const { textLayer, glyphs } = await evidenceOf(onScan(lines(ENGLISH).replaceAll("BT", "BT 3 Tr")));
    expect(glyphs.every((glyph) => !glyph.visible)).toBe(true);
    expect(textLayer).toEqual({
      verdict: "partial",
      reasons: ["the text is an invisible layer over a page-size picture"],
    });
  });
});
