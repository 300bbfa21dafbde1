import { describe, expect, it } from "vitest";
import { blocksOf, Composer, LEADING, LEFT, prose, textOf, textsOf } from "../../support/compose-page.js";
import { widthOf } from "../../support/make-evidence.js";

describe("contents", () => {
  it("give one row an entry, with leaders dropped and the number last", () => {
    const page = new Composer().line("Contents", { font: "bold" }).skip(1);
    const entry = (text: string, number: string, x: number, leaders = true) => {
      const end = x + widthOf(text);
      page.line(text, { x, stay: true });
      if (leaders) page.line(" .".repeat(Math.floor((1700 - end) / 20)).slice(1), { x: end + 40, stay: true });
      page.line(number, { x: 1800 - widthOf(number) });
    };
    entry("1 Boats", "3", LEFT, false);
    entry("1.1 Small boats", "4", LEFT + 40);
    entry("1.2 Large boats", "17", LEFT + 40);
    entry("1.3 Other boats", "23", LEFT + 40);
    const rows = blocksOf(page.layout({ page: 2 }), "toc_row");
    expect(
      rows.map((row) => [
        textOf({ ...row, lines: row.lines.slice(0, -1) }),
        textOf({ ...row, lines: row.lines.slice(-1) }),
      ]),
    ).toEqual([
      ["1 Boats", "3"],
      ["1.1 Small boats", "4"],
      ["1.2 Large boats", "17"],
      ["1.3 Other boats", "23"],
    ]);
  });

  it("may begin with two rows that have leaders, and go on behind the last of them entry by entry", () => {
    const page = new Composer();
    for (const [at, text] of ["8.1 Small boats", "8.2 Large boats", "9 Quays", "10 Walls", "11 Index"].entries()) {
      if (at > 1) page.skip(1);
      const number = String(16 + at);
      page.line(text, { font: at > 1 ? "bold" : "regular", stay: true });
      if (at < 2) page.line(" .".repeat(30).slice(1), { x: LEFT + widthOf(text) + 40, stay: true });
      page.line(number, { x: 1800 - widthOf(number) });
    }
    const layout = page.skip(1).line("1 Boats", { font: "bold" }).paragraph(prose(60)).layout({ page: 2 });
    expect(textsOf(layout, "toc_row").map((text) => text.replace(/\s+/gu, " "))).toEqual([
      "8.1 Small boats 16",
      "8.2 Large boats 17",
      "9 Quays 18",
      "10 Walls 19",
      "11 Index 20",
    ]);
    expect(textsOf(layout, "section_header")).toEqual(["1 Boats"]);
  });

  it("are read column by column in an index, whose entries may have several numbers", () => {
    const page = new Composer();
    const entry = (text: string, numbers: string, left: number, y: number) => {
      const right = left + 700;
      page.settings.push({ text, x: left, y });
      const dots = " .".repeat(12).slice(1);
      page.settings.push({ text: dots, x: left + widthOf(text) + 30, y });
      page.settings.push({ text: numbers, x: right - widthOf(numbers), y });
    };
    for (const [at, text] of ["boats", "boats, small", "quays", "quays, old", "river"].entries()) {
      entry(text, at === 1 ? "29, 36" : "31", LEFT, 400 + at * LEADING);
      entry(`wall ${text}`, "42", LEFT + 800, 410 + at * LEADING);
    }
    const rows = textsOf(page.layout({ page: 2 }), "toc_row").map((text) => text.replace(/\s+/gu, " "));
    expect(rows.slice(0, 3)).toEqual(["boats 31", "boats, small 29, 36", "quays 31"]);
    expect(rows.slice(5)).toEqual(
      ["boats", "boats, small", "quays", "quays, old", "river"].map((text) => `wall ${text} 42`),
    );
  });
});

describe("contents without leaders", () => {
  const composed = (heading: string | undefined, numbers: readonly number[], column = "") => {
    const page = new Composer();
    if (heading) page.line(heading, { font: "bold" }).skip(1);
    for (const [at, number] of numbers.entries()) {
      page.line(`Boats of the ${at + 1}th kind`, { stay: true });
      if (column) page.line(column, { x: 1300, stay: true });
      page.line(String(number), { x: 1800 - widthOf(String(number)) });
    }
    return blocksOf(page.layout({ page: 2 }), "toc_row").length;
  };
  const RISING = [3, 5, 5, 9, 14, 21, 30, 31];

  it("are told by their heading, or by many entries with rising numbers", () => {
    expect(composed("Contents", RISING.slice(0, 4))).toBe(4);
    expect(composed(undefined, RISING)).toBe(8);
  });

  it("may be two numbered rows under their heading", () => {
    const page = new Composer().line("Contents", { font: "bold" }).skip(1);
    for (const text of ["1 Boats", "2 Quays"]) {
      page.line(text, { font: "bold", stay: true });
      page.line("1", { x: 1800 - widthOf("1") }).skip(0.5);
    }
    const layout = page.skip(1).line("1 Boats", { font: "bold" }).paragraph(prose(60)).layout({ page: 2 });
    expect(textsOf(layout, "toc_row")).toHaveLength(2);
  });

  it("may stand in two columns", () => {
    const page = new Composer().line("Contents", { font: "bold" }).skip(1);
    for (const [at, number] of RISING.entries()) {
      const right = (text: string, x1: number) => ({ text, x: x1 - widthOf(text) });
      for (const { text, x } of [
        { text: `Boats of the ${at + 1}th kind`, x: 300 },
        right(String(number), 1000),
        { text: `Sails of the ${at + 1}th kind`, x: 1100 },
      ])
        page.line(text, { x, stay: true });
      const last = right(String(40 + number), 1800);
      page.line(last.text, { x: last.x });
    }
    const texts = textsOf(page.layout({ page: 2 }), "toc_row");
    expect(texts).toHaveLength(16);
    expect(texts[0]).toMatch(/^Boats of the 1th kind\s*3$/u);
    expect(texts[8]).toMatch(/^Sails of the 1th kind\s*43$/u);
  });

  it("keep the second line of an entry that does not fit before its number", () => {
    const page = new Composer().line("Contents", { font: "bold" }).skip(1);
    for (const [at, number] of RISING.entries()) {
      page.line(at % 3 === 0 ? "Boats of the lower valley and of the" : `Boats of the ${at}th kind`, { stay: true });
      page.line(String(number), { x: 920 - widthOf(String(number)) });
      if (at % 3 === 0) page.line("people who wait there");
    }
    const entries = blocksOf(page.layout({ page: 2 }), "toc_row").map(textOf);
    expect(entries).toHaveLength(8);
    expect(entries[0]).toMatch(/^Boats of the lower valley and of the people who wait there\s*3$/u);
  });

  it("are no table of figures", () => {
    expect(composed(undefined, RISING.slice(0, 5))).toBe(0);
    expect(composed(undefined, [3, 9, 5, 30, 14, 31, 21, 5])).toBe(0);
    expect(composed(undefined, RISING, "sold")).toBe(0);
  });
});
