import { describe, expect, it } from "vitest";
import type { PageLayout } from "../../../src/page.js";
import { blocksOf, Composer, prose, textOf } from "../../support/compose-page.js";
import { BODY_SIZE, type FontStyle } from "../../support/make-evidence.js";
import { resolveAll } from "./pages.js";

function levelsOf(
  headings: readonly [text: string, size?: number, font?: FontStyle][],
): Record<string, number | undefined> {
  const pages: PageLayout[] = [];
  for (let at = 0; at < headings.length; at += 3) {
    const composer = new Composer(300).paragraph(prose(60));
    for (const [text, size = BODY_SIZE, font = "bold"] of headings.slice(at, at + 3))
      composer.skip(1).line(text, { size, font }).skip(0.5).paragraph(prose(90));
    pages.push(composer.layout({ page: pages.length + 2 }));
  }
  const found = resolveAll(pages).flatMap((layout) => blocksOf(layout, "section_header"));
  return Object.fromEntries(found.map((block) => [textOf(block), block.level]));
}

describe("heading levels", () => {
  it("follow the depth of the numbers", () => {
    expect(levelsOf([["1 Boats"], ["1.1 Small boats"], ["1.1.1 Very small boats"], ["2 Walls"]])).toEqual({
      "1 Boats": 1,
      "1.1 Small boats": 2,
      "1.1.1 Very small boats": 3,
      "2 Walls": 1,
    });
  });

  it("give an unnumbered heading the level of its look", () => {
    const levels = levelsOf([
      ["1 Boats", 46],
      ["1.1 Small boats", 40],
      ["References", 46],
      ["Large boats at sea", 40],
    ]);
    expect(levels).toMatchObject({ References: 1, "Large boats at sea": 2 });
  });

  it("follow the sizes where nothing is numbered", () => {
    expect(
      levelsOf([
        ["Boats of the harbour", 60],
        ["Small boats", 46],
        ["Walls of the town", 60],
        ["Old walls", 46],
      ]),
    ).toEqual({
      "Boats of the harbour": 1,
      "Small boats": 2,
      "Walls of the town": 1,
      "Old walls": 2,
    });
  });

  it("put lettered headings under Roman ones", () => {
    const levels = levelsOf([
      ["I. BOATS", BODY_SIZE, "regular"],
      ["A. Small boats", BODY_SIZE, "italic"],
      ["II. WALLS", BODY_SIZE, "regular"],
    ]);
    expect(levels).toEqual({ "I. BOATS": 1, "A. Small boats": 2, "II. WALLS": 1 });
  });

  it("put sections one level under numbered chapters", () => {
    const levels = levelsOf([
      ["Chapter 1", 70],
      ["1.1 Small boats", 46],
      ["Chapter 2", 70],
      ["2.1 Old walls", 46],
    ]);
    expect(levels["1.1 Small boats"]).toBe(2);
    expect(levels["Chapter 2"]).toBe(1);
  });

  it("take back what only looked large on a page of small print", () => {
    const body = [2, 3, 4].map((page) => {
      const composer = new Composer(300);
      while (composer.y < 2300) composer.paragraph(prose(90));
      return composer.layout({ page });
    });
    const notes = new Composer(300).line("The slope of the old wall is near").skip(1);
    while (notes.y < 2000) notes.paragraph(prose(60), { size: 27 }).skip(0.3);
    const last = resolveAll([...body, notes.layout({ page: 5 })]).at(-1) as PageLayout;
    expect(blocksOf(last, "section_header")).toEqual([]);
  });
});
