import { describe, expect, it } from "vitest";
import { openPdf } from "../../../src/engine/source/pdf.js";
import { makePdf, PdfBuilder, text } from "../../support/make-pdf.js";
import { textOf } from "./open-page.js";

describe("openPdf", () => {
  it("counts pages and reads them in any order, and again after release", async () => {
    const pdf = new PdfBuilder();
    for (const word of ["one", "two", "three"]) pdf.page({ content: text(72, 720, 12, word) });
    const source = await openPdf(pdf.build(), { file: "three.pdf" });
    expect(source.pageCount).toBe(3);
    expect(textOf(await source.evidence(3))).toBe("three");
    expect(textOf(await source.evidence(1))).toBe("one");
    await source.release(3);
    expect(textOf(await source.evidence(3))).toBe("three");
    await source.close();
  });

  it("gives the same evidence each time", async () => {
    const data = makePdf(text(72, 720, 12, "Same again"));
    const open = async () => {
      const source = await openPdf(data, { file: "same.pdf" });
      const evidence = await source.evidence(1);
      await source.close();
      return JSON.stringify(evidence);
    };
    expect(await open()).toBe(await open());
  });

  it("leaves the caller's bytes alone", async () => {
    const data = makePdf(text(72, 720, 12, "Mine"));
    const before = Buffer.from(data).toString("latin1");
    const source = await openPdf(data, { file: "mine.pdf" });
    await source.evidence(1);
    await source.close();
    expect(Buffer.from(data).toString("latin1")).toBe(before);
  });

  it("says which file is no PDF", async () => {
    const data = new TextEncoder().encode("%PDF-1.7\nnothing that follows");
    await expect(openPdf(data, { file: "broken.pdf" })).rejects.toMatchObject({
      code: "corrupt_pdf_file",
      file: "broken.pdf",
      message: expect.stringContaining("broken.pdf"),
    });
  });

  it("refuses a document without pages", async () => {
    await expect(openPdf(new PdfBuilder().build(), { file: "empty.pdf" })).rejects.toMatchObject({
      code: expect.stringMatching(/^(pdf_no_pages|corrupt_pdf_file)$/),
      file: "empty.pdf",
    });
  });

  it("refuses more pages than allowed", async () => {
    const pdf = new PdfBuilder();
    for (let i = 0; i < 3; i++) pdf.page({ content: "" });
    await expect(openPdf(pdf.build(), { file: "long.pdf", maxPages: 2 })).rejects.toMatchObject({
      name: "LimitError",
      code: "pdf_max_pages",
    });
  });

  it("reports a page outside the document as the page's fault", async () => {
    const source = await openPdf(makePdf(""), { file: "one.pdf" });
    await expect(source.evidence(2)).rejects.toMatchObject({ code: "corrupt_pdf_page", file: "one.pdf", page: 2 });
    expect((await source.evidence(1)).glyphs).toEqual([]);
    await source.close();
  });
});
