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
});
