import { describe, expect, it } from "vitest";
import { isByline } from "../../../src/layout/classify/person-names.js";
import { Composer, LEFT, outline, prose, textsOf, WIDTH } from "../../support/compose-page.js";
import { BODY_SIZE, widthOf } from "../../support/make-evidence.js";

function firstPage(): Composer {
  return new Composer()
    .line("On the Boats of an Old Harbour", { x: 620, size: 60 })
    .skip(1)
    .line("Ada Example", { x: 950 })
    .line("Institute of Examples", { x: 890, size: 30 })
    .skip(2);
}

describe("slides of few words", () => {
  const slide = (size: number, below: number) => {
    const page = new Composer();
    page.y = 600;
    page.line("Boats on the", { size }).line("lower river", { size });
    page.y = 1700;
    return page.line("Ada Lovelace", { size: below }).layout({ page: 1 });
  };

  it("have a title in display type, though most of the text is in it", () => {
    expect(textsOf(slide(150, 60), "title")).toEqual(["Boats on the lower river"]);
  });

  it("have none in type of one size, or hardly larger than the text of a page", () => {
    expect(textsOf(slide(150, 148), "title")).toEqual([]);
    expect(textsOf(slide(40, 36), "title")).toEqual([]);
  });
});

describe("the largest heading of a page", () => {
  it("is none of the work's title below running text, but below what a server prints", () => {
    const below = (page: Composer) =>
      page.skip(1).line("Usage of the Boats", { size: 60 }).skip(1).paragraph(prose(60)).layout({ page: 1 });
    const text = below(new Composer().paragraph(prose(20)));
    expect(textsOf(text, "title")).toEqual([]);
    expect(textsOf(text, "section_header")).toEqual(["Usage of the Boats"]);
    const stamp = "Downloaded from the server of our society on 12 July and published by its group of members";
    expect(textsOf(below(new Composer().line(stamp)), "title")).toEqual(["Usage of the Boats"]);
  });
});

describe("front matter of a first page", () => {
  it("finds title, authors and abstract", () => {
    const layout = firstPage()
      .line("Abstract", { x: 980, font: "bold" })
      .skip(0.5)
      .paragraph(prose(50, "We"), { x: 400, width: 1300, size: 31 })
      .skip(1)
      .line("1 Introduction", { font: "bold" })
      .skip(0.5)
      .paragraph(prose(90))
      .layout();
    expect(textsOf(layout, "title"), outline(layout).join("\n")).toEqual(["On the Boats of an Old Harbour"]);
    expect(textsOf(layout, "authors").join(" ")).toBe("Ada Example Institute of Examples");
    expect(textsOf(layout, "abstract")).toHaveLength(1);
    expect(textsOf(layout, "abstract")[0]).toMatch(/^Abstract We quick/);
    expect(textsOf(layout, "section_header")).toEqual(["1 Introduction"]);
  });

  it("ends the names at the first heading of the text", () => {
    const layout = firstPage()
      .line("Overview", { x: 300, font: "bold", size: 44 })
      .skip(0.5)
      .paragraph(prose(90))
      .layout();
    expect(textsOf(layout, "authors").join(" ")).toBe("Ada Example Institute of Examples");
    expect(textsOf(layout, "section_header")).toEqual(["Overview"]);
  });

  it("finds an abstract that runs in, and ends it at the keywords", () => {
    const layout = firstPage()
      .line("Abstract—We", { font: "bold", stay: true })
      .line("count the boats of a harbour that has no wall any more and few", { x: 560 })
      .paragraph(prose(30, "people"))
      .skip(0.5)
      .paragraph("Index Terms—boats, walls")
      .skip(1)
      .line("I. INTRODUCTION", { x: 900 })
      .skip(0.5)
      .paragraph(prose(90))
      .layout();
    expect(textsOf(layout, "abstract")[0], outline(layout).join("\n")).toMatch(/^Abstract—We count/);
    expect(textsOf(layout, "text")).toContain("Index Terms—boats, walls");
  });

  it("leaves a curriculum vitae without authors and abstract", () => {
    const layout = new Composer()
      .line("Ada Example", { x: 800, size: 60 })
      .skip(0.5)
      .line("Harbour street 1", { x: 860 })
      .skip(1)
      .line("Summary", { font: "bold", size: 42 })
      .skip(0.5)
      .paragraph(prose(40))
      .layout();
    expect(textsOf(layout, "abstract"), outline(layout).join("\n")).toEqual([]);
    expect(textsOf(layout, "section_header")).toEqual(["Summary"]);
  });
});

describe("quotations", () => {
  it("are indented alike on both sides against the text", () => {
    const layout = new Composer()
      .paragraph(prose(90))
      .skip(0.7)
      .paragraph(prose(60, "Boats"), { x: 400, width: 1300 })
      .skip(0.7)
      .paragraph(prose(90))
      .layout({ page: 2 });
    expect(textsOf(layout, "quote")).toHaveLength(1);
  });
});

describe("what stands under a title", () => {
  const titled = () => new Composer().line("On the Boats of an Old Harbour", { x: 620, size: 60 }).skip(1);

  it("is text when it is a phrase, however large", () => {
    for (const [phrase, size] of [
      ["For the year ended 31 December, in thousands of euros", BODY_SIZE],
      ["A survey of what was seen for the members of the club", 1.3 * BODY_SIZE],
    ] as const) {
      const layout = titled()
        .line(phrase, { x: 620, size, font: "italic" })
        .skip(1.5)
        .line("1 Introduction", { font: "bold", size: 44 })
        .skip(0.5)
        .paragraph(prose(90))
        .layout();
      expect(outline(layout)).toContain(`text: ${phrase}`);
      expect(textsOf(layout, "authors")).toEqual([]);
    }
  });

  it("is a heading when it looks like one and is no name", () => {
    const page = (text: string) =>
      titled().line(text, { font: "bold", size: 44 }).skip(0.5).paragraph(prose(90)).layout();
    expect(textsOf(page("Overview"), "section_header")).toEqual(["Overview"]);
    expect(textsOf(page("Ada Example and Ben Sample"), "authors")).toEqual(["Ada Example and Ben Sample"]);
    expect(textsOf(page("ADA EXAMPLE, University of Samples, Norway"), "authors")).toHaveLength(1);
  });

  it("takes the word run into the first line in bold for an abstract's name", () => {
    const layout = firstPage()
      .line("Abstract", { font: "bold", stay: true })
      .line("The boats of a harbour that has no wall any more and few people", { x: 470 })
      .paragraph(prose(40, "who"))
      .skip(0.5)
      .paragraph("Keywords: boats, walls")
      .layout();
    expect(textsOf(layout, "abstract")[0], outline(layout).join("\n")).toMatch(/^Abstract The boats/);
  });

  it("finds an abstract without a name over the keywords", () => {
    const layout = firstPage()
      .paragraph(prose(90), { x: 400, width: 1300 })
      .skip(0.8)
      .line("Keywords: boats; walls; harbours", { x: 400 })
      .skip(1)
      .line("1. INTRODUCTION", { x: 900 })
      .skip(0.5)
      .paragraph(prose(90))
      .layout();
    expect(textsOf(layout, "abstract"), outline(layout).join("\n")).toHaveLength(1);
    expect(textsOf(layout, "authors").join(" ")).toBe("Ada Example Institute of Examples");
  });

  it("takes one paragraph for the abstract where nothing ends it", () => {
    const layout = firstPage()
      .line("Abstract", { font: "bold", size: 44 })
      .skip(0.3)
      .line("This is a sample of a document.")
      .paragraph(prose(90), { indent: 40 })
      .paragraph(prose(90), { indent: 40 })
      .layout();
    expect(textsOf(layout, "abstract"), outline(layout).join("\n")).toEqual([
      "Abstract This is a sample of a document.",
    ]);
  });

  it("finds names over the title", () => {
    const layout = new Composer()
      .line("Ada Example · Ben Model · Cleo Sample", { font: "bold" })
      .skip(1)
      .line("On the Boats of an Old Harbour", { size: 60 })
      .skip(2)
      .paragraph(prose(90))
      .layout();
    expect(textsOf(layout, "authors"), outline(layout).join("\n")).toEqual(["Ada Example · Ben Model · Cleo Sample"]);
  });

  it("leaves entries of personal data and a word on where the work appears to the text", () => {
    const entries = firstPage()
      .line("Status: Scientific Employee")
      .skip(1)
      .line("Skills", { font: "bold", size: 44 })
      .skip(0.5)
      .paragraph(prose(90))
      .layout();
    expect(textsOf(entries, "authors").join(" "), outline(entries).join("\n")).toBe(
      "Ada Example Institute of Examples",
    );
    const journal = firstPage()
      .line("To appear in Journal of Harbours", { x: 800 })
      .skip(1)
      .line("Abstract", { x: 980, font: "bold" })
      .skip(0.5)
      .paragraph(prose(50, "We"), { x: 400, width: 1300, size: 31 })
      .skip(1)
      .line("1 Introduction", { font: "bold" })
      .skip(0.5)
      .paragraph(prose(90))
      .layout();
    expect(textsOf(journal, "authors").join(" ")).toBe("Ada Example Institute of Examples");
  });

  it("finds a bold title no larger than the text by the names under it, and the indented abstract", () => {
    const page = new Composer(260);
    for (const [text, font] of [
      ["Arcs in Tilted Harbours: Classification and Transport", "bold"],
      ["Xiao Kong,1 Ya-Jie Wu,2 and Su-Peng Kou1, ∗", "regular"],
      ["1 Department of Boats, Harbour University", "italic"],
    ] as const)
      page.line(text, { x: LEFT + (WIDTH - widthOf(text, BODY_SIZE, font)) / 2, font }).skip(0.6);
    const layout = page
      .paragraph(prose(70, "We"), { x: LEFT + 120, width: WIDTH - 240 })
      .skip(1)
      .line("I. INTRODUCTION", { x: 900 })
      .skip(0.5)
      .paragraph(prose(200))
      .layout();
    expect(textsOf(layout, "title"), outline(layout).join("\n")).toEqual([
      "Arcs in Tilted Harbours: Classification and Transport",
    ]);
    expect(textsOf(layout, "authors")[0]).toMatch(/^Xiao Kong/);
    expect(textsOf(layout, "abstract")).toHaveLength(1);
    expect(textsOf(layout, "section_header")).toEqual(["I. INTRODUCTION"]);
  });

  it("does not take a section over a paragraph for a title over names", () => {
    const layout = new Composer(260)
      .line("Results of the Trials", { x: 900, font: "bold" })
      .skip(0.6)
      .paragraph(prose(120))
      .layout();
    expect(textsOf(layout, "title")).toEqual([]);
  });
});

describe("the abstract of a thesis", () => {
  it("has a page of its own", () => {
    const layout = new Composer()
      .line("Abstract", { font: "bold", size: 60 })
      .skip(1)
      .paragraph(prose(90))
      .skip(0.5)
      .paragraph(prose(60))
      .layout({ page: 3 });
    expect(textsOf(layout, "abstract"), outline(layout).join("\n")).toHaveLength(1);
    expect(textsOf(layout, "text")).toEqual([]);
  });

  it("is not a section of that name in the text", () => {
    const layout = new Composer()
      .paragraph(prose(90))
      .skip(1)
      .line("Abstract", { font: "bold" })
      .skip(0.5)
      .paragraph(prose(60))
      .layout({ page: 3 });
    expect(textsOf(layout, "abstract")).toEqual([]);
  });
});

describe("a title page", () => {
  const page = () =>
    new Composer(500)
      .line("Counting birds", { x: 800, size: 60 })
      .skip(1)
      .line("Methods and mistakes of a long winter", { x: 800 })
      .skip(3);

  it("names who speaks, where from and when", () => {
    const layout = page()
      .line("Lea Wren", { x: 905 })
      .skip(1)
      .line("University of the Coast", { x: 820, size: 28 })
      .skip(1)
      .line("May 2024", { x: 860 })
      .layout();
    expect(textsOf(layout, "authors"), outline(layout).join("\n")).toEqual([
      "Lea Wren",
      "University of the Coast",
      "May 2024",
    ]);
    expect(textsOf(layout, "title")).toEqual(["Counting birds"]);
  });

  it("has no names in the items of a slide", () => {
    const layout = page().line("• Barn Owl", { x: 400 }).skip(1).line("• Tawny Owl", { x: 400 }).layout();
    expect(textsOf(layout, "authors")).toEqual([]);
  });
});

describe("addresses", () => {
  const centred = (text: string, middle: number) => ({ x: middle - widthOf(text) / 2 });

  it("stand in blocks of their own, each column for itself", () => {
    const layout = new Composer()
      .line("Counting birds at the quay", { x: 640, size: 60, font: "bold" })
      .skip(1.5)
      .line("Lea Wren and Ben Model", { x: 700 })
      .skip(1)
      .line("Institute of Tides", { ...centred("Institute of Tides", 500), stay: true })
      .line("Quay Works", centred("Quay Works", 1400))
      .skip(0.05)
      .line("Northern Coast", { ...centred("Northern Coast", 500), stay: true })
      .line("Harbour Road", centred("Harbour Road", 1400))
      .skip(1.5)
      .line("30 November 2026", { x: 760 })
      .skip(1)
      .line("Abstract", { x: 900, font: "bold" })
      .paragraph(prose(60))
      .layout();
    expect(textsOf(layout, "authors"), outline(layout).join("\n")).toEqual([
      "Lea Wren and Ben Model",
      "Institute of Tides Northern Coast",
      "Quay Works Harbour Road",
      "30 November 2026",
    ]);
  });
});

describe("isByline", () => {
  it.each([
    "Isaac H. Kim1",
    "MARGARET I. DOIG",
    "Mingao Yuan and Yue Zhang",
    "Xiao-Ming Zhao,1 Ya-Jie Wu,2 and Su-Peng Kou1, ∗",
  ])("knows %s", (text) => {
    expect(isByline(text)).toBe(true);
  });

  it.each(["Department of Physics", "We study the arcs", "November 30, 2026", "Introduction"])("leaves %s", (text) => {
    expect(isByline(text)).toBe(false);
  });
});
