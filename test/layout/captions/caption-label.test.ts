import { describe, expect, it } from "vitest";
import { parseCaptionLabel } from "../../../src/layout/captions/caption-label.js";

describe("parseCaptionLabel", () => {
  it("reads labels of slides, which have no number", () => {
    expect(parseCaptionLabel("Table: Birds at the spit")).toMatchObject({
      kind: "table",
      number: "",
      rest: "Birds at the spit",
    });
    expect(parseCaptionLabel("table: birds")).toBeUndefined();
  });

  it.each([
    ["Figure 3: Loss curve.", "figure", "3"],
    ["Fig. 2. Annual flow", "figure", "2"],
    ["FIG. 12 The set-up", "figure", "12"],
    ["Table A.1 Values", "table", "A.1"],
    ["TABLE II", "table", "II"],
    ["Abbildung 1.1: Umgebungen", "figure", "1.1"],
    ["Tableau 4 – Résultats", "table", "4"],
    ["Figura 1.1: Pagina", "figure", "1.1"],
    ["Algorithm 2 Sorting", "code", "2"],
    ["図3 結果", "figure", "3"],
  ])("reads %s", (text, kind, number) => {
    expect(parseCaptionLabel(text)).toMatchObject({ kind, number });
  });

  it.each(["Figures of speech", "Table of contents", "The figure 3", "Tabular data", "Mapping 3"])(
    "finds none in %s",
    (text) => {
      expect(parseCaptionLabel(text)).toBeUndefined();
    },
  );
});
