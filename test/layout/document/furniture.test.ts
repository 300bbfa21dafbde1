import { describe, expect, it } from "vitest";
import type { PageLayout } from "../../../src/page.js";
import { blocksOf, Composer, prose, textOf, textsOf } from "../../support/compose-page.js";
import { resolveAll, resolveStreamed } from "./pages.js";

/** A full page of text under a head. */
function pageWithHead(page: number, head: string, more: (composer: Composer) => void = () => {}): PageLayout {
  const composer = new Composer(160).line(head, { x: 900, size: 31 });
  composer.y = 300;
  more(composer);
  while (composer.y < 2350) composer.paragraph(prose(70 + page));
  return composer.layout({ page });
}

describe("running heads", () => {
  it("are taken out of the text, also where one page alone would not tell", () => {
    const layouts = [1, 2, 3, 4, 5, 6].map((page) => pageWithHead(page, `Chapter 1. Boats ${page}`));
    const resolved = resolveAll(layouts);
    for (const layout of resolved) {
      expect(blocksOf(layout, "page_info").map((block) => block.role)).toEqual(["header"]);
      expect(textsOf(layout, "text").some((text) => text.startsWith("Chapter"))).toBe(false);
    }
  });

  it("are recognised by their place when they change from page to page", () => {
    const heads = ["Boats", "Walls of the town", "The mayor", "Fish and salt", "Storms", "The lighthouse"];
    const resolved = resolveAll(heads.map((head, at) => pageWithHead(at + 1, head)));
    expect(resolved.map((layout) => blocksOf(layout, "page_info").map(textOf))).toEqual(heads.map((head) => [head]));
  });

  it("do not swallow first lines of pages that differ in place and words", () => {
    const layouts = [1, 2, 3, 4, 5, 6].map((page) => {
      const composer = new Composer(220).line(page === 3 ? "A short remark on salt" : prose(9, "Here"));
      composer.y = page === 3 ? 330 : 262;
      while (composer.y < 2350) composer.paragraph(prose(70 + page));
      return composer.layout({ page });
    });
    const third = resolveAll(layouts)[2] as PageLayout;
    expect(blocksOf(third, "page_info")).toEqual([]);
  });

  it("come out the same with all pages known and with a look-ahead", () => {
    const layouts = [1, 2, 3, 4, 5, 6, 7, 8].map((page) => pageWithHead(page, `Boats of the harbour ${page}`));
    expect(resolveStreamed(layouts, 4)).toEqual(resolveAll(layouts));
  });
});

describe("what pages repeat beside the text", () => {
  it("drops logos and sets sidebars apart", () => {
    const logo = { box: { x0: 1900, y0: 1200, x1: 2060, y1: 1500 }, pixelWidth: 90, pixelHeight: 160, stencil: false };
    const layouts = [1, 2, 3, 4].map((page) => {
      const composer = new Composer(400);
      while (composer.y < 1900) composer.paragraph(prose(60 + page));
      composer.settings.push({ text: "Harbour", x: 60, y: 1300, size: 26 });
      return composer.layout({ page, pictures: [logo] });
    });
    expect(blocksOf(layouts[0] as PageLayout, "diagram")).toHaveLength(1);
    for (const layout of resolveAll(layouts)) {
      expect(blocksOf(layout, "diagram")).toEqual([]);
      expect(textsOf(layout, "text").some((text) => text.includes("Harbour"))).toBe(false);
    }
  });
});
