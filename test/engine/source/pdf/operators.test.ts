import { OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { OP } from "../../../../src/engine/source/pdf/operators.js";

describe("operator numbers", () => {
  it("are those of the installed pdf.js", () => {
    expect(OPS).toMatchObject(OP);
  });
});
