import { describe, expect, it } from "vitest";
import { Composer, LEFT, outline, prose, textsOf } from "../../support/compose-page.js";
import { BODY_SIZE, makeRule, setText } from "../../support/make-evidence.js";

const SMALL = 0.8 * BODY_SIZE;

function bodyPage(): Composer {
  const page = new Composer();
  while (page.y < 2100) page.paragraph(prose(80));
  return page;
}

describe("footnotes", () => {
  it("takes small print with a raised mark at the foot of the page", () => {
    const page = bodyPage().skip(1);
    const y = page.y;
    const evidence = page
      .line("The mayor of the town at that time, in his letters.", { x: LEFT + 16, size: SMALL })
      .evidence({ page: 2 });
    evidence.glyphs.push(...setText({ text: "1", x: LEFT, y: y - 0.35 * SMALL, size: 0.7 * SMALL }));
    const layout = new Composer().layout({ ...evidence });
    expect(textsOf(layout, "footnote"), outline(layout).join("\n")).toHaveLength(1);
  });

  it("takes what stands under a short rule at the foot", () => {
    const page = bodyPage().skip(1);
    const rule = makeRule(LEFT, page.y - 40, LEFT + 300, page.y - 38);
    const layout = page
      .paragraph(`* ${prose(30, "Corresponding")}`, { size: SMALL })
      .layout({ page: 2, rules: [rule] });
    expect(textsOf(layout, "footnote")).toHaveLength(1);
  });

  it("takes no label beside text for a note, smaller as it may be under the rule of a box", () => {
    const page = bodyPage().skip(1);
    const rule = makeRule(LEFT, page.y - 40, LEFT + 700, page.y - 38);
    page.line("PURPOSE:", { size: SMALL, stay: true }).paragraph(prose(30), { x: LEFT + 500, width: 1000 });
    expect(textsOf(page.layout({ page: 2, rules: [rule] }), "footnote")).toEqual([]);
  });

  it("takes notes over a running foot that is larger than they are", () => {
    const page = bodyPage().skip(1);
    const rule = makeRule(LEFT, page.y - 40, LEFT + 300, page.y - 38);
    page.paragraph(`* ${prose(20, "Corresponding")}`, { size: SMALL });
    page.y = 2600;
    const layout = page.line("Boats of the lower valley", { size: 0.9 * BODY_SIZE }).layout({ page: 2, rules: [rule] });
    expect(textsOf(layout, "footnote"), outline(layout).join("\n")).toHaveLength(1);
  });

  it("takes a note under a rule in the lowest band of the page, where feet stand", () => {
    const page = bodyPage();
    while (page.y < 2440) page.paragraph(prose(40));
    page.y = 2520;
    const rule = makeRule(LEFT, 2488, LEFT + 700, 2490);
    const layout = page
      .line("1 People who took an interest in the boats.", { size: SMALL })
      .layout({ page: 2, rules: [rule] });
    expect(textsOf(layout, "footnote"), outline(layout).join("\n")).toHaveLength(1);
  });

  it("takes no underlined link for the rule over a note", () => {
    const page = bodyPage().skip(1).line("Harbour wall", { size: SMALL, font: "bold" });
    const { y } = page;
    const rule = makeRule(LEFT, y - 1.2 * SMALL + 0.15 * SMALL, LEFT + 150, y - 1.2 * SMALL + 0.22 * SMALL);
    const layout = page
      .skip(0.5)
      .line("Boats and owners", { size: SMALL })
      .layout({ page: 2, rules: [rule] });
    expect(textsOf(layout, "footnote"), outline(layout).join("\n")).toEqual([]);
  });

  it("leaves the last paragraph and single letters of formulas alone", () => {
    const layout = bodyPage()
      .paragraph(prose(30))
      .line("a", { x: 900, size: 0.6 * BODY_SIZE })
      .layout({ page: 2 });
    expect(textsOf(layout, "footnote")).toEqual([]);
  });

  it("takes the notes of a table, in whatever type", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    const top = page.y;
    const rules = [makeRule(LEFT, top, LEFT + 900, top + 2)];
    for (const row of [
      ["State", "Districts", "Share"],
      ["Alaska", "12", "0.5"],
      ["Idaho", "31", "1.5"],
      ["Maine", "7", "0.9"],
    ]) {
      page.skip(0.9);
      for (const [at, text] of row.entries()) page.line(text, { x: LEFT + 20 + at * 300, stay: at < 2 });
      rules.push(makeRule(LEFT, page.y - 26, LEFT + 900, page.y - 24));
    }
    for (const at of [0, 1, 2, 3]) rules.push(makeRule(LEFT + at * 300, top, LEFT + at * 300 + 2, page.y - 24));
    page.skip(0.8).line("Note: what is missing is not available.").skip(0.5);
    page.line("Source: interviews in the fall of 2006.").skip(2).paragraph(prose(60));
    const layout = page.layout({ page: 2, rules });
    expect(textsOf(layout, "footnote"), outline(layout).join("\n")).toEqual([
      "Note: what is missing is not available.",
      "Source: interviews in the fall of 2006.",
    ]);
  });

  it("takes the numbered remarks at the foot of a form that raised numbers refer to", () => {
    const page = new Composer();
    while (page.y < 1500) page.paragraph(prose(80));
    const { y } = page;
    page.line("gross wages").skip(1).line("social contributions").skip(3);
    page.line("1) to be stated in cash or in kind, with all allowances", { size: SMALL });
    page.line("2) the share of the insured, without contributions", { size: SMALL });
    const evidence = page.evidence({ page: 2 });
    for (const [at, mark] of ["1)", "2)"].entries())
      evidence.glyphs.push(
        ...setText({ text: mark, x: LEFT + 400, y: y + at * 2.4 * BODY_SIZE - 10, size: 0.6 * BODY_SIZE }),
      );
    const layout = new Composer().layout({ ...evidence });
    expect(textsOf(layout, "footnote"), outline(layout).join("\n")).toHaveLength(2);
    expect(textsOf(layout, "list_item")).toEqual([]);
  });

  it("takes a note under the end of the text, high on the last page", () => {
    const page = new Composer().paragraph(prose(80)).skip(6);
    const rule = makeRule(LEFT, page.y - 40, LEFT + 300, page.y - 38);
    const layout = page
      .line("1 Measured at the harbour wall in spring.", { size: SMALL })
      .layout({ page: 3, rules: [rule] });
    expect(textsOf(layout, "footnote"), outline(layout).join("\n")).toHaveLength(1);
  });
});
