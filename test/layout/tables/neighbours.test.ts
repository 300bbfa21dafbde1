import { describe, expect, it } from "vitest";
import { setParagraph } from "../../support/make-evidence.js";
import { across, BODY_SIZE, ROW, setRight, setRows, tablesOf, textsOf } from "./table-page.js";

const X = [200, 700, 1000];
const PRICES = [
  ["Apple", "12", "1.20"],
  ["Pear", "15", "0.95"],
  ["Plum", "11", "2.40"],
];
const NOTE =
  "The figures of this table were taken from the yearly report of the office and have been rounded to the cent.";

describe("tables and what stands around them", () => {
  it("are parted by a heading and text, whatever rules they have in common", () => {
    const note = setParagraph(NOTE, { x: 190, y: 650, width: 1100 });
    const heading = { text: "Fruit of the second year", x: 190, y: 770, size: 1.4 * BODY_SIZE, font: "bold" as const };
    const rules = [460, 560, 855].map((y) => across(y, 180, 1300));
    const head = ["Fruit", "Count", "Price"];
    const settings = [...setRows([head, ...PRICES], X, 445), ...note, heading, ...setRows([head, ...PRICES], X, 840)];
    expect(tablesOf(settings, { rules }).map(textsOf)).toEqual([
      [head, ...PRICES],
      [head, ...PRICES],
    ]);
  });

  it("are parted by the heavy rules that close one and open the next", () => {
    const head = ["Fruit", "Count", "Price"];
    const rows = (y: number) => setRows([head, ...PRICES, ...PRICES], X, y);
    const rules = [400, 460, 770].map((y, at) => across(y, 180, 1300, at === 1 ? 2 : 5));
    const next = [790, 850, 1160].map((y, at) => across(y, 180, 1300, at === 1 ? 2 : 5));
    const tables = tablesOf([...rows(445), ...rows(835)], { rules: [...rules, ...next] });
    expect(tables.map((table) => textsOf(table).length)).toEqual([7, 7]);
  });

  it("hold entries that wrap around the middle of their row, the last one as well", () => {
    const columns = [200, 560, 860, 1160];
    const head = ["Fruit", "Count", "Price", "Grower"];
    const short = (y: number, name: string) => setRows([[name, "12.5", "1.20", "Olsen of the hill"]], columns, y);
    const wrapped = (y: number) => [
      { text: "Apple from the", x: 200, y: y - 0.8 * BODY_SIZE },
      ...setRows([["", "15.2", "0.95", "Petit"]], columns, y),
      { text: "north coast", x: 200, y: y + 0.8 * BODY_SIZE },
    ];
    const settings = [
      ...setRows([head], columns, 400).map((entry) => ({ ...entry, font: "bold" as const })),
      ...short(460, "Pear"),
      ...wrapped(540),
      ...short(620, "Plum"),
      ...short(670, "Grape"),
      ...wrapped(750),
    ];
    const [table] = tablesOf(settings);
    const long = ["Apple from the / north coast", "15.2", "0.95", "Petit"];
    expect(table && textsOf(table)).toEqual([
      head,
      ["Pear", "12.5", "1.20", "Olsen of the hill"],
      long,
      ["Plum", "12.5", "1.20", "Olsen of the hill"],
      ["Grape", "12.5", "1.20", "Olsen of the hill"],
      long,
    ]);
  });

  it("go on over entries that wrap around the middle of a shaded row, and over the last row without shade", () => {
    const columns = [200, 760];
    const body = [
      ...setRows([["Fruit", "Count"]], columns, 445).map((entry) => ({ ...entry, font: "bold" as const })),
      ...setRows(
        [
          ["Pear", "12.5"],
          ["Plum", "15.2"],
          ["Grape", "9.1"],
        ],
        columns,
        505,
        60,
      ),
      { text: "Apple from the", x: 200, y: 690 },
      { text: "11.8", x: 760, y: 690 + 0.7 * BODY_SIZE },
      { text: "north coast", x: 200, y: 690 + 1.4 * BODY_SIZE },
      ...setRows(
        [
          ["Quince", "7.4"],
          ["Medlar", "3.3"],
          ["Sloe", "1.6"],
        ],
        columns,
        800,
        60,
      ),
    ];
    const fills = [
      [468, 523],
      [588, 643],
      [763, 818],
      [883, 938],
    ].map(([y0, y1]) => ({ box: { x0: 180, y0: y0!, x1: 1100, y1: y1! }, color: 0xdddddd }));
    const [table] = tablesOf(body, { fills });
    expect(table && textsOf(table).map(([name]) => name)).toEqual([
      "Fruit",
      "Pear",
      "Plum",
      "Grape",
      "Apple from the / north coast",
      "Quince",
      "Medlar",
      "Sloe",
    ]);
  });

  it("have their heads above the first of the rules between rows", () => {
    const head = ["Fruit", "Count", "Price"];
    const bold = setRows([head], X, 445).map((entry) => ({ ...entry, font: "bold" as const }));
    const rules = [460, 510, 560, 610].map((y) => across(y, 180, 1300));
    const list = setRows(PRICES, X, 495);
    expect(tablesOf([...bold, ...list], { rules }).map(textsOf)).toEqual([[head, ...PRICES]]);
    const title = { text: "Fruit of the year", x: 200, y: 445, font: "bold" as const };
    expect(tablesOf([title, ...list], { rules }).map(textsOf)).toEqual([PRICES]);
  });

  it("have one column where heads stand at the left and figures at the right of it", () => {
    const heads = setRows([["Area", "Amount", "Share"]], [200, 500, 900], 445);
    const rows = PRICES.flatMap(([name, count, price], row) => [
      { text: name!, x: 200, y: 495 + ROW * row },
      setRight(count!, 860, 495 + ROW * row),
      setRight(price!, 1290, 495 + ROW * row),
    ]);
    const rules = [400, 460, 640].map((y) => across(y, 180, 1300));
    expect(tablesOf([...heads, ...rows], { rules }).map(textsOf)).toEqual([[["Area", "Amount", "Share"], ...PRICES]]);
  });

  it("need no rules under heads in heavy type", () => {
    const head = setRows([["Fruit", "Origin", "Price", "Grower"]], [200, 500, 800, 1050], 445);
    const rows = setRows(
      [
        ["Apple", "Norway", "1.20", "Olsen"],
        ["Pear", "Spain", "0.95", "Garcia"],
        ["Plum", "France", "2.40", "Petit"],
      ],
      [200, 500, 800, 1050],
      495,
    );
    const bold = head.map((entry) => ({ ...entry, font: "bold" as const }));
    expect(tablesOf([...bold, ...rows]).map((table) => textsOf(table).length)).toEqual([4]);
    expect(tablesOf([...head, ...rows])).toEqual([]);
  });

  it("do not begin at rules that are drawn under headings", () => {
    const entry = (y: number) => [
      { text: "Engineer of the works", x: 200, y },
      setRight("2019 – 2021", 1280, y),
      { text: "Office of roads and rivers", x: 200, y: y + 42 },
      { text: "Surveyor of bridges", x: 200, y: y + 84 },
      setRight("2016 – 2019", 1280, y + 84),
    ];
    const head = (text: string, y: number) => ({ text, x: 190, y, font: "bold" as const });
    const rules = [410, 612, 814].map((y) => across(y, 190, 1300));
    const settings = [
      head("EXPERIENCE", 400),
      ...entry(460),
      head("EDUCATION", 602),
      ...entry(662),
      head("REFERENCES", 804),
      { text: "Available on request.", x: 200, y: 864 },
    ];
    expect(tablesOf(settings, { rules })).toEqual([]);
  });

  it("have a row over the first stripe", () => {
    const rows = [
      ["Code", "Colour", "Outlet"],
      ["AS-300", "red", "left"],
      ["AS-350", "green", "both"],
      ["AS-400", "blue", "left"],
      ["AS-450", "white", "none"],
    ];
    const stripe = (y: number) => ({ box: { x0: 180, y0: y - 36, x1: 1300, y1: y + 14 }, color: 0xe6eef6 });
    const fills = [1, 3].map((row) => stripe(500 + row * ROW));
    const [region, ...others] = tablesOf(setRows(rows, X, 500), { fills });
    expect(others).toEqual([]);
    expect(textsOf(region)).toEqual(rows);
  });

  it("are found by the single rule under their heads", () => {
    const rows = [
      ["Date", "Event", "Place"],
      ["14 January", "Reception", "Hall"],
      ["3 March", "Talk about bridges", "Library"],
      ["8 October", "Night of music", "Town"],
    ];
    const [region] = tablesOf(setRows(rows, X, 500), { rules: [across(514, 190, 1300)] });
    expect(textsOf(region)).toEqual(rows);
  });

  it("keep the heads of groups in rows of their own", () => {
    const group = (text: string, y: number) => ({ text, x: 200, y, font: "bold" as const });
    const rows = (y: number) => setRows(PRICES, [230, 700, 1000], y);
    const settings = [
      ...setRows([["Kind", "Count", "Price"]], X, 500),
      group("Fruit of the hill orchards", 560),
      ...rows(610),
      group("Fruit of the river gardens", 790),
      ...rows(840),
    ];
    const rules = [460, 515, 960].map((y) => across(y, 180, 1300));
    const [region] = tablesOf(settings, { rules });
    const texts = textsOf(region);
    expect(texts.map((row) => row[0])).toEqual([
      "Kind",
      "Fruit of the hill orchards",
      ...PRICES.map((row) => row[0]),
      "Fruit of the river gardens",
      ...PRICES.map((row) => row[0]),
    ]);
  });

  it("may be three prices without a rule, but not three pages of contents", () => {
    const list = (values: readonly string[]) =>
      ["Tomato salad", "Soup of the day", "Bread and olives"].flatMap((text, row) => [
        { text, x: 300, y: 500 + row * ROW },
        setRight(values[row]!, 1500, 500 + row * ROW),
      ]);
    expect(tablesOf(list(["9,50 €", "12,00 €", "7,80 €"]))).toHaveLength(1);
    expect(tablesOf(list(["3", "17", "28"]))).toEqual([]);
  });
});
