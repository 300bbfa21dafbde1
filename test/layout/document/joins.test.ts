import { describe, expect, it } from "vitest";
import { keepParagraphsWhole } from "../../../src/layout/document/keep-paragraphs-whole.js";
import type { PageLayout } from "../../../src/page.js";
import { blocksOf, Composer, LEFT, prose, textOf, WIDTH } from "../../support/compose-page.js";
import { BODY_SIZE, type Setting } from "../../support/make-evidence.js";
import { resolveAll } from "./pages.js";

/** A page whose last paragraph ends with a full line of these words. */
function pageEnding(words: string, page = 2): PageLayout {
  const composer = new Composer(300);
  while (composer.y < 2100) composer.paragraph(prose(80));
  return composer.paragraph(`${prose(50).slice(0, -1)} ${words}`, { width: WIDTH }).layout({ page });
}

function pageStarting(text: string, page = 3, more: Partial<Setting> = {}): PageLayout {
  return new Composer(300).paragraph(text, more).skip(1).paragraph(prose(80)).layout({ page });
}

/** Words that fill the last line up to the right edge. */
function filled(end: string): string {
  const base = prose(50).slice(0, -1);
  for (let extra = 0; extra < 24; extra += 1) {
    const words = `${"a ".repeat(extra)}${end}`;
    const composer = new Composer().paragraph(`${base} ${words}`);
    const lines = composer.settings;
    const last = lines.at(-1);
    const before = new Composer().paragraph(`${base} ${"a ".repeat(extra + 1)}${end}`).settings.length;
    if (last && before > lines.length) return words;
  }
  return end;
}

describe("joins over pages", () => {
  it("go on in the middle of a sentence", () => {
    const [, second] = resolveAll([pageEnding(filled("and the")), pageStarting(prose(40, "boats"))]);
    expect(blocksOf(second as PageLayout, "text")[0]?.continues).toBe("space");
  });

  it("drop a hyphen at the page's end", () => {
    const [, second] = resolveAll([pageEnding(filled("har-")), pageStarting(prose(40, "bour"))]);
    expect(blocksOf(second as PageLayout, "text")[0]?.continues).toBe("no_hyphen");
  });

  it("do not join a new paragraph, a heading or a caption", () => {
    const ended = resolveAll([pageEnding(filled("ended.")), pageStarting(prose(40, "Boats"))])[1] as PageLayout;
    expect(blocksOf(ended, "text")[0]?.continues).toBeUndefined();
    const headed = new Composer(300)
      .line("2 Walls", { font: "bold" })
      .skip(0.5)
      .paragraph(prose(40, "boats"))
      .layout({ page: 3 });
    const [, after] = resolveAll([pageEnding(filled("and the")), headed]);
    expect(blocksOf(after as PageLayout, "text")[0]?.continues).toBeUndefined();
    const [, captioned] = resolveAll([
      pageEnding(filled("and the")),
      pageStarting("Figure 3: boats of the harbour in a row"),
    ]);
    expect(blocksOf(captioned as PageLayout, "text")[0]?.continues).toBeUndefined();
  });

  it("pass over footnotes at the page's end", () => {
    const composer = new Composer(300);
    while (composer.y < 2000) composer.paragraph(prose(80));
    composer.paragraph(`${prose(50).slice(0, -1)} ${filled("and the")}`).skip(1.5);
    const first = composer
      .line("* The mayor of the town at that time, in letters.", { size: 0.8 * BODY_SIZE, x: LEFT })
      .layout({ page: 2 });
    expect(blocksOf(first, "footnote")).toHaveLength(1);
    const [, second] = resolveAll([first, pageStarting(prose(40, "boats"))]);
    expect(blocksOf(second as PageLayout, "text")[0]?.continues).toBe("space");
  });

  it("go on with a list item", () => {
    const composer = new Composer(300);
    while (composer.y < 2100) composer.paragraph(prose(80));
    composer
      .line("•", { x: 340, stay: true })
      .paragraph(`${prose(50).slice(0, -1)} ${filled("and the")}`, { x: 380, width: WIDTH });
    const [, second] = resolveAll([composer.layout({ page: 2 }), pageStarting(prose(40, "boats"), 3, { x: 380 })]);
    expect(blocksOf(second as PageLayout, "list_item").map((block) => block.continues)).toEqual(["space"]);
  });
});

describe("references", () => {
  it("keep the numbers of their entries in the text", () => {
    const composer = new Composer(300).paragraph(prose(40)).skip(1).line("References", { font: "bold" }).skip(0.5);
    for (const [at, name] of ["Adams", "Baker", "Clark"].entries()) {
      composer.line(`${at + 1}.`, { stay: true }).paragraph(prose(40, name), { x: LEFT + 60, width: WIDTH - 60 });
    }
    const [page] = resolveAll([composer.layout({ page: 2 })]);
    expect(blocksOf(page as PageLayout, "list_item")).toEqual([]);
    expect(
      blocksOf(page as PageLayout, "text")
        .map(textOf)
        .filter((text) => /^\d\. [ABC]/.test(text)),
    ).toHaveLength(3);
  });
});

describe("languages", () => {
  it("are told by stop words", () => {
    const german =
      "Der Hafen ist nicht mehr das, was er für die Stadt und die Boote war, und das Wasser wird mit der Zeit von dem Wind";
    const pages = resolveAll([
      pageStarting(prose(60)),
      new Composer(300).paragraph(`${german} ${german}`).layout({ page: 4 }),
    ]);
    expect(pages.map((page) => page.languages)).toEqual([["en"], ["de"]]);
  });

  it("are read before a note that stands between the parts of a paragraph", () => {
    const composer = new Composer(300);
    const page = composer.paragraph(prose(40)).layout({ page: 1 });
    const [text] = page.blocks;
    const part = {
      ...(text as (typeof page.blocks)[number]),
      kind: "text" as const,
      lines: blocksOf(page, "text")[0]!.lines,
    };
    const blocks: PageLayout["blocks"] = [
      part,
      { ...part, key: 8, kind: "footnote" },
      { ...part, key: 9, continues: "space" },
    ];
    expect(keepParagraphsWhole({ ...page, blocks }).blocks.map(({ key }) => key)).toEqual([part.key, 9, 8]);
  });
});
