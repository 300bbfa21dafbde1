import { describe, expect, it } from "vitest";
import { Composer, LEFT, outline, prose, textsOf } from "../../support/compose-page.js";
import { BODY_SIZE, widthOf } from "../../support/make-evidence.js";

function headingsOf(build: (page: Composer) => Composer): string[] {
  return textsOf(build(new Composer()).layout({ page: 2 }), "section_header");
}

describe("section headings", () => {
  it("takes numbered bold lines and larger lines over text", () => {
    const headings = headingsOf((page) =>
      page
        .paragraph(prose(40))
        .skip(1)
        .line("2 Related work", { font: "bold" })
        .skip(0.4)
        .paragraph(prose(40))
        .skip(1)
        .line("Discussion of the harbour", { size: 42 })
        .skip(0.4)
        .paragraph(prose(40)),
    );
    expect(headings).toEqual(["2 Related work", "Discussion of the harbour"]);
  });

  it("takes no terms of a description list, whose text is indented below them or beside them", () => {
    const indented = (page: Composer) => page.paragraph(prose(30), { x: LEFT + 120, width: 1200 });
    const headings = headingsOf((page) => {
      page.paragraph(prose(60));
      for (const term of ["GROUPS", "force_fignore", "HISTCMD"]) indented(page.skip(0.4).line(term, { font: "bold" }));
      for (const name of ["SEE ALSO", "DESCRIPTION", "EXAMPLE"]) indented(page.skip(0.4).line(name, { font: "bold" }));
      return page;
    });
    expect(headings).toEqual(["SEE ALSO", "DESCRIPTION", "EXAMPLE"]);
  });

  it("takes no name of a program, however it is set off, but in type of titles", () => {
    const headings = headingsOf((page) =>
      page
        .paragraph(prose(40))
        .skip(1)
        .line("BINARY_OFF_FILE", { font: "bold" })
        .skip(0.6)
        .paragraph(prose(40))
        .skip(1)
        .line("function::to_string", { font: "bold", size: 60 })
        .skip(0.6)
        .paragraph(prose(40)),
    );
    expect(headings).toEqual(["function::to_string"]);
  });

  it("takes headings that hang out to the left of all text, capitals or larger, as manuals set them", () => {
    const body = (page: Composer) => page.paragraph(prose(50), { x: LEFT + 200, width: 1300 });
    const headings = headingsOf((page) => {
      body(page);
      body(page.skip(0.8).line("DIFFERENCES BETWEEN BOATS AND SHIPS", { font: "bold" }));
      body(page.skip(0.8).line("Building the boat under the bridge", { font: "bold", size: 40 }));
      return body(page.skip(0.8).line("What a boat that was built so can carry", { font: "bold" }));
    });
    expect(headings).toEqual(["DIFFERENCES BETWEEN BOATS AND SHIPS", "Building the boat under the bridge"]);
  });

  it("takes numbered names with their declaration in typewriter type", () => {
    const name = "4.1.3 threshold";
    const headings = headingsOf((page) =>
      page
        .paragraph(prose(60))
        .skip(2)
        .line(name, { font: "bold", stay: true })
        .line("int Walk::threshold", { font: "mono", x: LEFT + widthOf(`${name}  `) })
        .skip(1)
        .paragraph(prose(60)),
    );
    expect(headings).toEqual(["4.1.3 threshold int Walk::threshold"]);
  });

  it("takes bold lines that hang out where they are well set off", () => {
    const body = (page: Composer) => page.paragraph(prose(50), { x: LEFT + 200, width: 1300 });
    const headings = headingsOf((page) =>
      body(body(page).skip(1.6).line("What the boats are used for here", { font: "bold" })),
    );
    expect(headings).toEqual(["What the boats are used for here"]);
  });

  it("takes numbered small capitals in the middle of the column, amid first lines of paragraphs", () => {
    const title = "6. search";
    const headings = headingsOf((page) => {
      for (let at = 0; at < 4; at += 1) page.line(prose(11, "Indented"), { x: LEFT + 40 });
      page
        .skip(0.8)
        .line(title, { font: "caps", x: LEFT + (40 + widthOf(prose(11, "Indented")) - widthOf(title)) / 2 })
        .skip(0.4);
      for (let at = 0; at < 4; at += 1) page.line(prose(11, "Indented"), { x: LEFT + 40 });
      return page;
    });
    expect(headings).toEqual([title]);
  });

  it("takes a heading close under a larger one", () => {
    const headings = headingsOf((page) =>
      page
        .paragraph(prose(60))
        .skip(1)
        .line("3 The harbour", { font: "bold", size: 44 })
        .line("Boats of the harbour", { font: "bold", size: 36 })
        .skip(0.4)
        .paragraph(prose(60)),
    );
    expect(headings).toEqual(["3 The harbour", "Boats of the harbour"]);
  });

  it("takes slanted numbered headings and capitals", () => {
    const headings = headingsOf((page) =>
      page
        .paragraph(prose(40))
        .skip(1)
        .line("A. Collected boats", { font: "italic" })
        .skip(0.4)
        .paragraph(prose(40))
        .skip(1)
        .line("CONCLUDING WORDS")
        .skip(0.4)
        .paragraph(prose(40)),
    );
    expect(headings).toEqual(["A. Collected boats", "CONCLUDING WORDS"]);
  });

  it("takes numbered lines in another face in the middle of the column, as the AMS's classes set them", () => {
    const centred = (text: string) => ({
      x: LEFT + (1500 - widthOf(text)) / 2,
      font: "bold" as const,
      size: 0.99 * BODY_SIZE,
    });
    const evidence = new Composer()
      .paragraph(prose(60), { width: 1500 })
      .skip(0.7)
      .line("2. Boats and their effects", centred("2. Boats and their effects"))
      .skip(0.3)
      .paragraph(prose(60), { width: 1500 })
      .evidence({ page: 2 });
    // Small capitals: a face that is neither bold nor larger.
    const fonts = evidence.fonts.map((font) => (font.bold ? { ...font, bold: false, name: "Caps" } : font));
    const layout = new Composer().layout({ ...evidence, fonts });
    expect(textsOf(layout, "section_header"), outline(layout).join("\n")).toEqual(["2. Boats and their effects"]);
  });

  it("takes slanted numbered headings that hold formulas, and numbered formulas in large type", () => {
    const text = "7.2. Lower bounds of the count for";
    const layout = new Composer()
      .paragraph(prose(40))
      .skip(1)
      .line(text, { font: "italic", stay: true })
      .line("A ∈ PDC", { x: LEFT + widthOf(text) + 12, font: "math" })
      .skip(0.4)
      .paragraph(prose(40))
      .skip(1)
      .line("2.1. y = ay", { size: 48 })
      .skip(0.6)
      .paragraph(prose(60))
      .layout({ page: 2 });
    expect(textsOf(layout, "section_header"), outline(layout).join("\n")).toHaveLength(2);
  });

  it("takes no date for a heading, however large", () => {
    for (const date of ["November 30, 2026", "30. November 2026", "le 3 mai 2021", "Monday, 3rd of May 2021"])
      expect(
        headingsOf((page) => page.paragraph(prose(40)).skip(1).line(date, { size: 42 }).skip(1).paragraph(prose(40))),
      ).toEqual([]);
  });

  it("takes no slanted line of a theorem that leads to a formula for a heading", () => {
    const headings = headingsOf((page) =>
      page
        .paragraph(prose(40))
        .skip(1)
        .line("Furthermore the boats of the mill satisfy", { font: "italic" })
        .skip(0.5)
        .line("f(x) = g(x) + h", { x: 900, font: "math" })
        .skip(0.5)
        .paragraph(prose(40)),
    );
    expect(headings).toEqual([]);
  });

  it("leaves run-in headings, statements and bold paragraphs in the text", () => {
    const page = new Composer()
      .paragraph(prose(40))
      .skip(1)
      .line("Closing the loop.", { font: "bold", stay: true })
      .line("A trace can end in several ways at once when the", { x: 620 })
      .paragraph(prose(30, "recorder"))
      .skip(1)
      .line("Theorem 3.", { font: "bold" })
      .skip(0.2)
      .paragraph(prose(30))
      .skip(1)
      .paragraph(prose(60), { font: "bold" });
    const layout = page.layout({ page: 2 });
    expect(textsOf(layout, "section_header"), outline(layout).join("\n")).toEqual([]);
  });

  it("does not take steps of a list for headings", () => {
    const headings = headingsOf((page) =>
      page
        .paragraph(prose(40))
        .skip(0.5)
        .line("1. Turn the key to the left.", { x: 360 })
        .line("2. Open the old door.", { x: 360 })
        .skip(0.5)
        .paragraph(prose(40)),
    );
    expect(headings).toEqual([]);
  });

  it("does not take displayed formulas for headings", () => {
    const headings = headingsOf((page) =>
      page
        .paragraph(prose(40))
        .skip(0.8)
        .line("ab = cd + ef", { x: 900, font: "math", size: 42 })
        .skip(0.8)
        .paragraph(prose(40)),
    );
    expect(headings).toEqual([]);
  });
});

describe("headings and what looks like them", () => {
  it("joins a heading whose second line hangs", () => {
    const headings = headingsOf((page) =>
      page
        .paragraph(prose(40))
        .skip(1)
        .line("2.3 On boats that were seen from the old wall of the town in the early morning hours by the children", {
          font: "bold",
          size: 36,
        })
        .line("of the mayor", { x: LEFT + 70, font: "bold", size: 36 })
        .skip(0.6)
        .paragraph(prose(40)),
    );
    expect(headings).toHaveLength(1);
    expect(headings[0]).toMatch(/the children of the mayor$/);
  });

  it("leaves the bold title of a numbered step, whose number is plain, to the list", () => {
    const page = new Composer().paragraph(prose(40)).skip(0.6);
    for (const [at, title] of ["First solution.", "Second solution."].entries()) {
      page.line(`${at + 1}.`, { stay: true }).line(title, { x: LEFT + 45, font: "bold" });
      page
        .skip(0.2)
        .paragraph(prose(40), { x: LEFT + 45, width: 1455 })
        .skip(0.4);
    }
    const layout = page.layout({ page: 2 });
    expect(textsOf(layout, "section_header"), outline(layout).join("\n")).toEqual([]);
  });

  it("does not give a title to a first page that starts with a numbered section", () => {
    const layout = new Composer()
      .line("2 Fuel saved by the boats", { size: 50 })
      .skip(0.5)
      .paragraph(prose(90))
      .layout({ page: 1 });
    expect(textsOf(layout, "title")).toEqual([]);
    expect(textsOf(layout, "section_header")).toEqual(["2 Fuel saved by the boats"]);
  });
});

it("does not take a line for larger because its formula is set larger", () => {
  const page = new Composer().paragraph(prose(60)).skip(1.5);
  let x = LEFT;
  for (const [text, font] of [
    ["where ", "regular"],
    ["xyzu", "math"],
    [" is the limit of ", "regular"],
    ["vwz", "math"],
  ] as const) {
    const size = font === "math" ? 1.13 * BODY_SIZE : BODY_SIZE;
    page.line(text, { x, font, size, stay: true });
    x += widthOf(text, size, font);
  }
  const layout = page.skip(2.2).paragraph(prose(60)).layout({ page: 2 });
  expect(textsOf(layout, "section_header"), outline(layout).join("\n")).toEqual([]);
});

it("leaves a sentence in quotation marks to the quotes, and a headline in them alone", () => {
  const page = (words: string) =>
    new Composer()
      .paragraph(prose(80))
      .skip(1)
      .line(words, { size: 1.4 * BODY_SIZE })
      .skip(1)
      .paragraph(prose(80))
      .layout({ page: 2 });
  expect(textsOf(page("“Nobody here wants a bridge in a field.”"), "quote")).toHaveLength(1);
  expect(textsOf(page("“Nobody here wants a bridge”"), "section_header")).toHaveLength(1);
});
