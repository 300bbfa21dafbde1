import { describe, expect, it } from "vitest";
import type { PageLayout } from "../../../src/page.js";
import { blocksOf, Composer, outline, prose, textOf, textsOf } from "../../support/compose-page.js";
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

  it("that nothing bears out become the headings they look like", () => {
    const layouts = [1, 2, 3, 4, 5, 6].map((page) => {
      const composer = new Composer(230);
      if (page === 4) composer.line("Propagation failed?", { font: "bold" }).skip(1.2);
      while (composer.y < 2350) composer.paragraph(prose(70 + page));
      return composer.layout({ page });
    });
    expect(textsOf(layouts[3] as PageLayout, "page_info")).toEqual(["Propagation failed?"]);
    const resolved = resolveAll(layouts)[3] as PageLayout;
    expect(textsOf(resolved, "page_info")).toEqual([]);
    expect(blocksOf(resolved, "section_header").map((block) => [textOf(block), block.level! > 0])).toEqual([
      ["Propagation failed?", true],
    ]);
  });

  it("are no sentences on top of a page of a short document", () => {
    const pages = [1, 2].map((page) => {
      const composer = new Composer(230)
        .line(page === 1 ? "A text of two pages" : "This is the second page. Bye")
        .skip(0.3);
      return composer.skip(2).paragraph(prose(60)).layout({ page });
    });
    const second = resolveAll(pages)[1] as PageLayout;
    expect(textsOf(second, "page_info")).toEqual([]);
  });

  it("are no headings that most pages begin with, where others inside the pages look the same", () => {
    const names = ["MakeBoat", "QuashInstance", "SailAway", "DropAnchor", "FindHarbour", "CountMasts"];
    const layouts = names.map((name, at) => {
      const composer = new Composer(230).line(name, { font: "bold" }).skip(1.2);
      composer.paragraph(prose(70)).skip(1.2).line(`Get${name}`, { font: "bold" }).skip(1.2);
      while (composer.y < 2350) composer.paragraph(prose(70 + at));
      return composer.layout({ page: at + 1 });
    });
    for (const [at, layout] of resolveAll(layouts).entries())
      expect(textsOf(layout, "section_header")).toEqual([names[at], `Get${names[at]}`]);
  });

  it("are no labels beside the text that most pages begin with, and no sentences", () => {
    const layouts = [1, 2, 3, 4, 5, 6].map((page) => {
      const composer = new Composer(230);
      if (page % 2 === 0) composer.line("PURPOSE:", { x: 300, stay: true });
      else composer.line("This is the answer sheet on which all answers are to be ticked by you.").skip(0.75);
      composer.paragraph(prose(60 + page), { x: 700, width: 1000 });
      while (composer.y < 2350) composer.paragraph(prose(70 + page));
      return composer.layout({ page });
    });
    for (const layout of resolveAll(layouts)) expect(textsOf(layout, "page_info")).toEqual([]);
  });

  it("are not the titles of slides, whether the next slides have the same or not", () => {
    const layouts = [1, 2, 3, 4, 5].map((page) => {
      const composer = new Composer(60).line("Series and reports", { x: 700, size: 24 });
      composer.y = 150;
      composer.line(`Syntax of reports (${page}/5)`, { font: "bold" });
      composer.y = 330;
      for (let item = 0; item < 4; item += 1) composer.line(`• ${prose(6 + item + page)}`).skip(0.5);
      return composer.layout({ page, width: 2125, height: 1590 });
    });
    for (const layout of resolveAll(layouts)) {
      expect(textsOf(layout, "section_header"), outline(layout).join("\n")).toHaveLength(1);
      expect(textsOf(layout, "page_info")).toEqual(["Series and reports"]);
    }
  });

  it("are no lines that announce what the next page brings, at the foot of two columns", () => {
    const composer = new Composer(200);
    for (const [x, lead] of [
      [200, "Left"],
      [1105, "Right"],
    ] as const) {
      composer.y = 200;
      while (composer.y < 2250) composer.paragraph(prose(60, lead), { x, width: 820 });
      composer.y = 2420;
      composer.line("Calling format:", { x, font: "bold" });
    }
    composer.y = 2560;
    const [resolved] = resolveAll([composer.line("23", { x: 1040 }).layout({ page: 23 })]);
    const shown = resolved!.blocks.filter(({ kind }) => kind !== "page_info").map(textOf);
    expect(
      shown.filter((text) => text === "Calling format:"),
      outline(resolved!).join("\n"),
    ).toHaveLength(2);
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
