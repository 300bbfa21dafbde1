import { describe, expect, it } from "vitest";
import { blocksOf, Composer, LEFT, outline, prose, textOf, textsOf } from "../../support/compose-page.js";
import { makeRule } from "../../support/make-evidence.js";

describe("list items", () => {
  it("splits markers off and keeps the wrapped lines of an item", () => {
    const layout = new Composer()
      .paragraph(prose(40))
      .skip(0.5)
      .line("•", { x: 340, stay: true })
      .paragraph(prose(30, "First"), { x: 380, width: 1400 })
      .line("•", { x: 340, stay: true })
      .paragraph(prose(12, "Second"), { x: 380, width: 1400 })
      .skip(0.5)
      .paragraph(prose(40))
      .layout({ page: 2 });
    const items = blocksOf(layout, "list_item");
    expect(items.map((item) => item.marker?.text)).toEqual(["•", "•"]);
    expect(items.map(textOf).map((text) => text.split(" ")[0])).toEqual(["First", "Second"]);
    expect(items[0]?.lines.length).toBeGreaterThan(1);
    expect(items[0]?.box.x0).toBeLessThan(360);
  });

  it("are no sections whose heading the text runs on from", () => {
    const page = new Composer().paragraph(prose(40)).skip(0.5);
    for (const number of ["2.1.", "2.2."]) {
      page.line(`${number} Boats and their quays.`, { font: "bold", stay: true });
      page.line("Small boats wait there.", { x: LEFT + 560 }).skip(0.5);
    }
    expect(blocksOf(page.layout({ page: 2 }), "list_item")).toEqual([]);
    const plain = new Composer().paragraph(prose(40)).skip(0.5);
    for (const number of ["2.1.", "2.2."]) plain.line(`${number} Boats wait there.`).skip(0.5);
    expect(blocksOf(plain.layout({ page: 2 }), "list_item")).toHaveLength(2);
  });

  it("puts labels of references that stand far off in front of their entries, and parts these", () => {
    const page = new Composer();
    for (const [label, name] of [
      ["[Wiki14]", "Wikipedia"],
      ["[Zdan15b]", "Zdancewic"],
    ] as const) {
      page
        .line(label, { stay: true })
        .line(`${name}. On boats and quays, 2014.`, { x: LEFT + 280 })
        .skip(0.4);
      page.line("Link: www.example.org/boats", { x: LEFT + 350 }).skip(0.4);
    }
    const texts = page.layout({ page: 2 }).blocks.map(textOf);
    expect(texts).toEqual([
      "[Wiki14] Wikipedia. On boats and quays, 2014. Link: www.example.org/boats",
      "[Zdan15b] Zdancewic. On boats and quays, 2014. Link: www.example.org/boats",
    ]);
  });

  it("puts a bullet that stands far off in front of its text", () => {
    const layout = new Composer()
      .paragraph(prose(40))
      .skip(1)
      .line("¦", { x: 340, stay: true })
      .line("Instructions on using the editor itself", { x: 430 })
      .skip(1)
      .paragraph(prose(40))
      .layout({ page: 2 });
    expect(textsOf(layout, "list_item"), outline(layout).join("\n")).toEqual([
      "Instructions on using the editor itself",
    ]);
  });

  it("takes capitals for markers where they count on, not the initials of names", () => {
    const page = new Composer().paragraph(prose(40)).skip(0.5).line("Which of these are vectors?");
    for (const choice of ["A. velocity", "B. temperature", "C. force"]) page.line(choice, { x: 360 });
    const layout = page
      .skip(0.5)
      .line("J. Smith and others", { x: 340 })
      .skip(0.5)
      .paragraph(prose(40))
      .layout({ page: 2 });
    expect(textsOf(layout, "list_item"), outline(layout).join("\n")).toEqual(["velocity", "temperature", "force"]);
  });

  it("leaves entries of references as paragraphs with their label", () => {
    const page = new Composer().line("References", { font: "bold" }).skip(0.5);
    for (const [at, name] of ["Adams", "Baker"].entries()) page.paragraph(`[${at + 1}] ${prose(30, name)}`);
    const layout = page.layout({ page: 2 });
    expect(textsOf(layout, "list_item")).toEqual([]);
    expect(textsOf(layout, "text").map((text) => text.slice(0, 9))).toEqual(["[1] Adams", "[2] Baker"]);
  });

  it("take no call for a reference that begins a line of prose for an entry", () => {
    const width = 1500;
    const page = new Composer().paragraph(prose(40), { width });
    for (const line of ["all of them wait for the news that came from the valley in spring as it is", "[12] shown"])
      page.line(line);
    const layout = page.skip(0.5).paragraph(prose(40), { width }).layout({ page: 2 });
    expect(textsOf(layout, "text").filter((text) => text.startsWith("[12]"))).toEqual([]);
  });
});

describe("bullets of dingbat fonts", () => {
  it("are known by their repetition, whatever character they claim to be", () => {
    const page = new Composer().paragraph(prose(40)).skip(0.5);
    for (const name of ["Adams", "Baker", "Clark"]) {
      page.line("h", { x: 340, font: "math", stay: true }).line(`Boats of ${name} and others`, { x: 400 });
    }
    const layout = page.skip(0.5).paragraph(prose(40)).layout({ page: 2 });
    expect(textsOf(layout, "list_item"), outline(layout).join("\n")).toEqual([
      "Boats of Adams and others",
      "Boats of Baker and others",
      "Boats of Clark and others",
    ]);
  });

  it("may be private-use characters of any code", () => {
    const layout = new Composer()
      .paragraph(prose(40))
      .skip(0.5)
      .line("\u{F08F} Furnishing the boats", { x: 340 })
      .skip(0.5)
      .paragraph(prose(40))
      .layout({ page: 2 });
    expect(textsOf(layout, "list_item")).toEqual(["Furnishing the boats"]);
  });
});

describe("lines of an item", () => {
  it("stay with an item that opens in bold", () => {
    const layout = new Composer()
      .paragraph(prose(60))
      .skip(0.5)
      .line("•", { x: 340, stay: true })
      .line("Small boats:", { x: 380, font: "bold", stay: true })
      .line("they are moored below the old wall of the town while the people of the quarter look on and", { x: 600 })
      .skip(0.35)
      .line("wait for the evening tide.", { x: 380 })
      .skip(1)
      .paragraph(prose(60))
      .layout({ page: 2 });
    expect(textsOf(layout, "list_item"), outline(layout).join("\n")).toHaveLength(1);
    expect(textsOf(layout, "list_item")[0]).toMatch(/look on and wait for the evening tide\.$/);
  });
});

it("takes labels centred under tables for captions of their parts, not for a list", () => {
  const rows = (x: number) =>
    ["Kind Count", "apple 12", "pear 15", "plum 11"].flatMap((row, at) =>
      row.split(" ").map((text, column) => ({ text, x: x + column * 250, y: 500 + at * 50 })),
    );
  const lattice = (x: number) => [
    ...[455, 505, 555, 605, 655].map((y) => makeRule(x - 20, y, x + 480, y + 2)),
    ...[-20, 230, 478].map((dx) => makeRule(x + dx, 455, x + dx + 2, 657)),
  ];
  const label = (text: string, x: number) => ({ text, x: x + 180, y: 710 });
  const page = new Composer(900).paragraph(prose(80));
  const settings = [...rows(300), ...rows(1100), label("(a) before", 300), label("(b) after", 1100)];
  page.settings.push(...settings);
  const layout = page.layout({ page: 2, rules: [...lattice(300), ...lattice(1100)] });
  expect(blocksOf(layout, "table")).toHaveLength(2);
  expect(blocksOf(layout, "list_item")).toEqual([]);
  const labels = blocksOf(layout, "figure_label").map(({ key }) => [key]);
  expect(blocksOf(layout, "table").map(({ captions }) => captions)).toEqual(labels);
});

describe("the body of a list item", () => {
  it("holds a further paragraph that stands in line with its text", () => {
    const layout = new Composer()
      .paragraph(prose(60))
      .skip(0.5)
      .line("1.", { x: 310, stay: true })
      .paragraph(prose(30, "First"), { x: 350, width: 1425 })
      .skip(0.7)
      .paragraph(prose(30, "Further"), { x: 350, width: 1425 })
      .skip(0.7)
      .line("2.", { x: 310, stay: true })
      .paragraph(prose(30, "Second"), { x: 350, width: 1425 })
      .skip(0.7)
      .paragraph(prose(60, "After"))
      .layout({ page: 2 });
    const found = layout.blocks.flatMap((block) =>
      block.kind === "list_item" || (block.kind === "text" && block.inItem) ? [textOf(block).split(" ")[0]] : [],
    );
    expect(found, outline(layout).join("\n")).toEqual(["First", "Further", "Second"]);
    expect(textsOf(layout, "text").map((text) => text.split(" ")[0])).toContain("After");
  });

  it("keeps its paragraphs apart, and parts a title in capitals from its text", () => {
    const page = new Composer().paragraph(prose(60)).skip(0.3);
    for (const [number, title] of [
      ["6.", "COLLECTIONS OF DOCUMENTS"],
      ["7.", "TRANSLATION"],
    ] as const) {
      page.line(`${number} ${title}`, { x: 310 }).skip(0.2);
      for (const lead of ["However", "Moreover"]) page.paragraph(prose(40, lead), { x: 360, width: 1415 }).skip(0.25);
    }
    const paragraphs = page.layout({ page: 2 }).blocks.map(textOf);
    const openings = paragraphs.map((text) => text.split(" ").slice(0, 2).join(" "));
    expect(
      openings.filter((text) => /However|Moreover/.test(text)),
      paragraphs.join("\n"),
    ).toHaveLength(4);
    expect(paragraphs.some((text) => /DOCUMENTS However/.test(text))).toBe(false);
  });

  it("ends at a bar beside the next paragraph, however that is set", () => {
    const page = new Composer().paragraph(prose(60)).skip(0.5);
    page.line("1.", { x: 310, stay: true }).paragraph(prose(30, "First"), { x: 350, width: 1425 });
    page.line("2.", { x: 310, stay: true }).paragraph(prose(30, "Second"), { x: 350, width: 1425 });
    const top = page.skip(0.7).y - 30;
    page.paragraph(prose(50, "Apart"), { x: 350, width: 1425 });
    const bar = { box: { x0: 300, y0: top, x1: 316, y1: page.y }, color: 0x808080 };
    const layout = page
      .skip(1)
      .paragraph(prose(60))
      .layout({ page: 2, fills: [bar] });
    const apart = blocksOf(layout, "text").find((block) => textOf(block).startsWith("Apart"));
    expect(apart?.inItem, outline(layout).join("\n")).toBeUndefined();
  });

  it("ends where a paragraph begins whose first line is moved in like the item", () => {
    const layout = new Composer()
      .paragraph(prose(60))
      .skip(0.5)
      .line("•", { x: 325, stay: true })
      .line("A short item.", { x: 350 })
      .paragraph(prose(60, "Fresh"), { indent: 50 })
      .layout({ page: 2 });
    expect(textsOf(layout, "list_item"), outline(layout).join("\n")).toEqual(["A short item."]);
  });

  it("begins on the line of a heading that is run in", () => {
    const layout = new Composer()
      .paragraph(prose(60))
      .skip(0.5)
      .line("Exercises.", { font: "bold", stay: true })
      .line("1. Show that every gull has a quay of its own in the harbour.", { x: 480 })
      .skip(0.3)
      .line("2. Show the same of the terns that came by the last boat of the day.", { x: 310 })
      .skip(0.5)
      .paragraph(prose(60))
      .layout({ page: 2 });
    expect(blocksOf(layout, "list_item").map((item) => item.marker?.text)).toEqual(["1.", "2."]);
    expect(textsOf(layout, "text"), outline(layout).join("\n")).toContain("Exercises.");
  });
});
