import { expect, it } from "vitest";
import { Composer, outline } from "../../support/compose-page.js";

it("reads Greek text as words and lone Greek letters elsewhere as formulas", () => {
  const greek = new Composer().paragraph(
    "Το μουσείο είναι ανοιχτό κάθε μέρα εκτός Δευτέρας, από τις δέκα έως τις έξι.",
  );
  expect(outline(greek.layout())).toEqual([
    "text: Το μουσείο είναι ανοιχτό κάθε μέρα εκτός Δευτέρας, από τις δέκα έως τις έξι.",
  ]);
  const english = new Composer().line("The angle α is smaller than β in all of these drawings.");
  expect(outline(english.layout()).join()).toContain("\\alpha");
});
