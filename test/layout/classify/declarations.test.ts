import { expect, it } from "vitest";
import { blocksOf, Composer, LEFT, outline, prose, textOf, WIDTH } from "../../support/compose-page.js";
import { widthOf } from "../../support/make-evidence.js";

const KIND = "[Function]";

it("puts the kinds of declarations to their rows, which are neither headings nor listings", () => {
  const page = new Composer().paragraph(prose(60)).skip(1);
  const declare = (text: string, kind = KIND) =>
    page.line(text, { font: "mono", stay: true }).line(kind, { x: LEFT + WIDTH - widthOf(kind) });
  declare("const char * get_patches (void)");
  page.paragraph(prose(30, "Return"), { x: LEFT + 48, width: WIDTH - 48 }).skip(0.8);
  declare("int set_emin (exp_t exp)");
  declare("int set_emax (exp_t exp)");
  page.paragraph(prose(30, "Set"), { x: LEFT + 48, width: WIDTH - 48 });
  const layout = page.layout({ page: 2 });
  const texts = layout.blocks.slice(1).map((block) => textOf(block).split(" ").slice(0, 9).join(" "));
  expect(blocksOf(layout, "code"), outline(layout).join("\n")).toEqual([]);
  expect(blocksOf(layout, "section_header")).toEqual([]);
  expect(texts[0]).toBe(`const char * get_patches (void) ${KIND}`);
  expect(texts[1]).toMatch(/^Return/);
  expect(texts[2]).toMatch(/^int set_emin \(exp_t exp\) \[Function\]\s?int set_emax/);
  expect(texts[3]).toMatch(/^Set/);
});

it("leaves a lone note in brackets at the end of a row to itself", () => {
  const page = new Composer().paragraph(prose(60)).skip(1).line("A harbour", { stay: true });
  page.line("[Draft]", { x: LEFT + WIDTH - widthOf("[Draft]") });
  const layout = page.skip(1).paragraph(prose(60)).layout({ page: 2 });
  expect(layout.blocks.map(textOf)).toContain("[Draft]");
});

it("puts the kind to a name in typewriter type with slanted arguments, also where it is the page's only one", () => {
  const name = "make-class";
  const page = new Composer().paragraph(prose(60)).skip(1);
  page.line(name, { font: "mono", size: 38, stay: true });
  page.line("name direct-superclasses slots", {
    font: "italic",
    size: 38,
    x: LEFT + 0.65 * name.length * 38,
    stay: true,
  });
  page.line("[Procedure]", { x: LEFT + WIDTH - widthOf("[Procedure]") });
  const layout = page.skip(0.4).paragraph(prose(60)).layout({ page: 2 });
  expect(blocksOf(layout, "section_header")).toEqual([]);
  expect(layout.blocks.map(textOf)).toContain("make-class name direct-superclasses slots [Procedure]");
});
