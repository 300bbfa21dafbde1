import { describe, expect, it } from "vitest";
import { layoutPage } from "../../../src/layout/layout-page.js";
import type { PageEvidence } from "../../../src/page.js";
import { blocksOf, prose, textOf, textsOf } from "../../support/compose-page.js";
import {
  BODY_SIZE,
  makeEvidence,
  makeRule,
  type Setting,
  setLines,
  setParagraph,
  widthOf,
} from "../../support/make-evidence.js";

const LEADING = 1.2 * BODY_SIZE;

function textsIn(settings: readonly Setting[], more: Partial<PageEvidence> = {}): string[] {
  return layoutPage(makeEvidence(settings, more)).blocks.map(textOf);
}

describe("a box set into the text", () => {
  const beside = setParagraph(prose(50, "Beside"), { x: 200, y: 600, width: 1000 });
  const rows = beside.filter(({ x }) => x === 200);
  const last = Math.max(...rows.map(({ y }) => y));
  const below = setParagraph(prose(80, "Below"), { x: 200, y: last + 2 * LEADING, width: 1700 });
  const above = setParagraph(prose(60, "Above"), { x: 200, y: 300, width: 1700 });
  const box = setLines(["Did you know?", "The oldest bridge was", "built in 1612 and is", "still in use."], {
    x: 1250,
    y: 600,
  });
  const frame = { x0: 1220, y0: 550, x1: 1900, y1: 600 + 4 * LEADING };

  it("is read whole before the paragraph beside it, on a ground or in a frame", () => {
    const ground = { fills: [{ box: frame, color: 0xeeeeee }] };
    const { x0, y0, x1, y1 } = frame;
    const framed = {
      rules: [
        makeRule(x0, y0, x1, y0 + 2),
        makeRule(x0, y1 - 2, x1, y1),
        makeRule(x0, y0, x0 + 2, y1),
        makeRule(x1 - 2, y0, x1, y1),
      ],
    };
    for (const more of [ground, framed]) {
      const texts = textsIn([...above, ...beside, ...box, ...below], more);
      const at = texts.findIndex((text) => text.startsWith("Did you know?"));
      expect(texts[at - 1]).toMatch(/^Above/);
      expect(texts.slice(at).join(" ")).toMatch(
        /^Did you know\? The oldest bridge was built in 1612 and is still in use\. Beside/,
      );
    }
  });

  it("is kept when nothing but another box stands beside it", () => {
    const facts = (x: number, name: string) =>
      setLines(
        ["first", "second", "third"].map((nth) => `${name} has a ${nth} line of facts and figures`),
        { x, y: 600 },
      );
    const wide = (y: number, name: string) => setParagraph(prose(60, name), { x: 200, y, width: 1700 });
    const bottom = 600 + 4 * LEADING;
    const fills = [220, 930].map((x0) => ({ box: { x0, y0: 550, x1: x0 + 700, y1: bottom }, color: 0xeeeeee }));
    const page = [...wide(300, "Above"), ...facts(240, "Left"), ...facts(950, "Right"), ...wide(bottom + 60, "Below")];
    const text = textsIn(page, { fills }).join(" ");
    for (const name of ["Left", "Right"]) expect(text.match(new RegExp(`${name} has a`, "g"))).toHaveLength(3);
    expect(text.search("Above")).toBeLessThan(text.search("Left has"));
    expect(text.search("Left has")).toBeLessThan(text.search("Right has"));
    expect(text.search("Right has")).toBeLessThan(text.search("Below"));
  });

  it("is none when two columns stand side by side", () => {
    const left = setParagraph(prose(120, "Left"), { x: 200, y: 400, width: 800 });
    const right = setParagraph(prose(120, "Right"), { x: 1080, y: 400, width: 800 });
    const fills = [{ box: { x0: 1060, y0: 350, x1: 1900, y1: 700 }, color: 0xeeeeee }];
    const texts = textsIn([...left, ...right], { fills });
    expect(texts[0]).toMatch(/^Left/);
    expect(texts.join(" ").indexOf("Right")).toBeGreaterThan(texts.join(" ").lastIndexOf("Left"));
  });
});

describe("bands of columns", () => {
  const column = (mark: string, x: number, y: number) =>
    setParagraph(prose(70, mark), { x, y, width: 800, justify: true });

  it("begin anew under a head that stands over the first column alone", () => {
    const first = [...column("One", 200, 400), ...column("Two", 1080, 400)];
    const end = Math.max(...first.map(({ y }) => y));
    const head = { text: "In brief", x: 200, y: end + 3.2 * LEADING, size: 1.8 * BODY_SIZE, font: "bold" as const };
    const start = head.y + 2 * LEADING;
    const settings = [...first, head, ...column("Three", 200, start), ...column("Four", 1080, start)];
    const text = textsIn(settings).join(" ");
    const marks = ["One", "Two", "In brief", "Three", "Four"];
    expect(marks.map((mark) => text.indexOf(mark))).toEqual(
      marks.map((mark) => text.indexOf(mark)).sort((a, b) => a - b),
    );
  });

  it("come after the names that are centred over them", () => {
    const names = (centre: number, own: readonly string[]) =>
      own.map((text, row) => ({ text, x: centre - widthOf(text) / 2, y: 480 + row * LEADING }));
    const settings: Setting[] = [
      { text: "On the Boats of an Old Harbour", x: 600, y: 380, size: 60, font: "bold" },
      ...names(600, ["Ada Example", "ada@example.org", "Institute of Examples"]),
      ...names(1480, ["Ben Sample", "ben@example.org", "Institute of Samples"]),
      { text: "Abstract", x: 200, y: 620, font: "bold" },
      ...setParagraph(prose(70, "We"), { x: 200, y: 620 + 1.5 * LEADING, width: 800 }),
      { text: "1 Introduction", x: 1080, y: 620, font: "bold" },
      ...setParagraph(prose(90, "In"), { x: 1080, y: 620 + 1.5 * LEADING, width: 800 }),
    ];
    const layout = layoutPage(makeEvidence(settings));
    expect(textsOf(layout, "authors").join(" ")).toBe(
      "Ada Example ada@example.org Institute of Examples Ben Sample ben@example.org Institute of Samples",
    );
    expect(blocksOf(layout, "abstract")).toHaveLength(1);
    expect(textsOf(layout, "section_header")).toEqual(["1 Introduction"]);
  });
});
