import { describe, expect, it } from "vitest";
import { parsePageNumber } from "../../../src/layout/furniture/page-number.js";
import { isPublisherNotice } from "../../../src/layout/furniture/publisher-notice.js";
import { blocksOf, Composer, LEFT, outline, prose, textsOf, WIDTH } from "../../support/compose-page.js";
import { widthOf } from "../../support/make-evidence.js";

describe("parsePageNumber", () => {
  it.each([
    ["12", 12, "arabic"],
    ["– 7 –", 7, "arabic"],
    ["Page 3 of 10", 3, "arabic"],
    ["3/10", 3, "arabic"],
    ["47698", 47698, "arabic"],
    ["xiv", 14, "roman"],
  ])("reads %s", (text, value, style) => {
    expect(parsePageNumber(text)).toEqual({ value, style });
  });

  it.each(["", "12a", "3.1", "No", "civil", "123456"])("finds none in %s", (text) => {
    expect(parsePageNumber(text)).toBeUndefined();
  });
});

describe("heads and feet of one page", () => {
  it("sets a head and a page number apart", () => {
    const page = new Composer(140).line("On old walls", { x: 900 });
    page.y = 320;
    while (page.y < 2300) page.paragraph(prose(80));
    page.y = 2600;
    const layout = page.line("17", { x: 1040 }).layout({ page: 17 });
    expect(blocksOf(layout, "page_info").map((block) => block.role)).toEqual(["header", "page_number"]);
  });

  it("keeps the last line of the text, which stands over the page number", () => {
    const page = new Composer(320);
    while (page.y < 2250) page.paragraph(prose(80));
    page.y = 2470;
    page.line("The update that follows is then");
    page.y = 2640;
    const layout = page.line("4", { x: 1040 }).layout({ page: 4 });
    expect(
      blocksOf(layout, "page_info").map((block) => block.role),
      outline(layout).join("\n"),
    ).toEqual(["page_number"]);
  });

  it("does not take pieces of a formula on the last row for feet", () => {
    const page = new Composer(320);
    while (page.y < 2480) page.paragraph(prose(80));
    const layout = page
      .line("is the sum that we asked for", { stay: true })
      .line("∫", { x: LEFT + WIDTH - 100, font: "math" })
      .layout({ page: 4 });
    expect(blocksOf(layout, "page_info")).toEqual([]);
  });
});

describe("page numbers", () => {
  it("are found deep in the sheet where margins are generous", () => {
    const page = new Composer(500);
    while (page.y < 1950) page.paragraph(prose(80));
    page.y = 2200;
    const layout = page.line("3", { x: 1040 }).layout({ page: 3, height: 2750 });
    expect(blocksOf(layout, "page_info").map((block) => block.role)).toEqual(["page_number"]);
  });
});

describe("page numbers over what a server stamps on the sheet", () => {
  it("are page numbers, also when one sign was misread", () => {
    for (const sign of ["4", "s"]) {
      const page = new Composer(320);
      while (page.y < 2150) page.paragraph(prose(80));
      page.y = 2420;
      page.line(sign, { x: 1040 });
      page.y = 2700;
      const layout = page
        .line("Copies - http://copies.example.org/9-37", { x: 600, size: 26 })
        .layout({ page: 4, height: 2750 });
      expect(
        blocksOf(layout, "page_info").map((block) => block.role),
        outline(layout).join("\n"),
      ).toEqual(["page_number", "footer"]);
    }
  });
});

describe("the foot of a page", () => {
  it("takes all lines of a small print that stands in columns", () => {
    const page = new Composer().paragraph(prose(120));
    page.y = 2480;
    const foot = [
      ["Northlight Instruments Ltd.", "Barclays Bank PLC"],
      ["Registered in England", "IBAN GB33 BUKB 2020"],
    ];
    for (const row of foot)
      for (const [at, text] of row.entries())
        page.line(text, { x: LEFT + at * 700, size: 26, stay: at < row.length - 1 });
    const layout = page.layout();
    expect(
      blocksOf(layout, "page_info").map(({ role }) => role),
      outline(layout).join("\n"),
    ).not.toContain(undefined);
    expect(blocksOf(layout, "text")).toHaveLength(1);
  });

  it("leaves the item of a list to the text, however low it stands", () => {
    const page = new Composer().paragraph(prose(120));
    page.y = 2500;
    page.line("• brown trout of the lake", { x: LEFT });
    expect(outline(page.layout())).toContain("list_item: brown trout of the lake");
  });
});

describe("running heads that look like headings", () => {
  const text = (page: Composer) => {
    page.y = 320;
    while (page.y < 2300) page.paragraph(prose(80));
    return page.layout({ page: 17 });
  };

  it("stand beside another line of the head", () => {
    const page = new Composer(130)
      .line("DIFFERENTIAL EQUATIONS", { stay: true, size: 30 })
      .line("1. DEFINITION 3", { x: LEFT + WIDTH - 300, size: 42 });
    const layout = text(page);
    expect(
      blocksOf(layout, "page_info").map((block) => block.role),
      outline(layout).slice(0, 4).join("\n"),
    ).toEqual(["header", "header"]);
  });

  it("stand flush right", () => {
    const words = "ASSIGNMENT OF OCTOBER";
    const layout = text(new Composer(130).line(words, { x: LEFT + WIDTH - widthOf(words, 42), size: 42 }));
    expect(blocksOf(layout, "page_info"), outline(layout).slice(0, 3).join("\n")).toHaveLength(1);
  });

  it("are not seen in the two headings of a spread", () => {
    const page = new Composer(130).line("Statement of Income", { size: 44, stay: true });
    const layout = text(page.line("Statement of Equity", { x: 1100, size: 44 }));
    expect(textsOf(layout, "section_header"), outline(layout).slice(0, 3).join("\n")).toHaveLength(2);
  });

  it("are not told from headings at the left edge", () => {
    const layout = text(new Composer(130).line("1. Definitions", { size: 42 }));
    expect(blocksOf(layout, "section_header")).toHaveLength(1);
  });
});

describe("isPublisherNotice", () => {
  it.each([
    "Journal of Hydrology 310 (2005) 253–265",
    "J Gen Plant Pathol (2005) 71:107–116",
    "doi:10.1016/j.jhydrol.2005.01.006",
    "Received 4 June 2003",
    "© The Phytopathological Society of Japan",
    "0022-1694/$ - see front matter q 2005 Elsevier B.V. All rights reserved.",
    "Proceedings of the 62nd Annual Meeting of the Association for Computational Linguistics",
  ])("knows %s", (text) => {
    expect(isPublisherNotice(text)).toBe(true);
  });

  it.each([
    "Martin Thoma",
    "Department of Entomology, Ohio State University, Columbus, OH 43235, USA",
    "October 30, 2018",
  ])("leaves %s", (text) => {
    expect(isPublisherNotice(text)).toBe(false);
  });

  it("sets the line of a journal over the title apart, and its copyright under the notes", () => {
    const page = new Composer(330)
      .line("Journal of Harbours 310 (2005) 253–265", { x: 800, size: 28 })
      .skip(3)
      .line("On the Boats of an Old Harbour", { x: 620, size: 60 })
      .skip(3);
    while (page.y < 2200) page.paragraph(prose(80));
    page.skip(2).line("* Corresponding author at the harbour wall.", { size: 26 }).skip(1);
    const layout = page
      .line("0022-1694 see front matter 2005 Harbour Press. All rights reserved.", { size: 26 })
      .layout();
    expect(textsOf(layout, "page_info"), outline(layout).join("\n")).toEqual([
      "Journal of Harbours 310 (2005) 253–265",
      "0022-1694 see front matter 2005 Harbour Press. All rights reserved.",
    ]);
    expect(textsOf(layout, "footnote")).toEqual(["* Corresponding author at the harbour wall."]);
  });
});
