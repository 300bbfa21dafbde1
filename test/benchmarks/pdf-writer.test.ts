import { describe, expect, it } from "vitest";
import { writePages, writePdf } from "../../benchmarks/support/pdf-writer.js";

describe("writePdf", () => {
  it("writes a cross-reference table whose offsets point at the objects", () => {
    const bytes = writePdf(["<< /Type /Catalog >>", Buffer.from("(two)")]).toString("latin1");
    const start = Number(/startxref\n(\d+)/.exec(bytes)?.[1]);
    expect(bytes.slice(start, start + 4)).toBe("xref");
    const offsets = [...bytes.slice(start).matchAll(/^(\d{10}) 00000 n/gm)].map((match) => Number(match[1]));
    expect(offsets.map((offset) => bytes.slice(offset, offset + 7))).toEqual(["1 0 obj", "2 0 obj"]);
  });
});

describe("writePages", () => {
  it("links every page to its own content", () => {
    const text = writePages(["first", "second"]).toString("latin1");
    expect(text).toContain("/Kids [4 0 R 6 0 R] /Count 2");
    expect(text).toMatch(/7 0 obj\n<< \/Length 6 +>>\nstream\nsecond\nendstream/);
  });
});
