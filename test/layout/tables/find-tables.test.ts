import { describe, expect, it } from "vitest";
import { type Setting, setParagraph } from "../../support/make-evidence.js";
import {
  across,
  BODY_SIZE,
  cellAt,
  down,
  latticeRules,
  ROW,
  setCentred,
  setRight,
  setRows,
  tablesOf,
  textOf,
  textsOf,
} from "./table-page.js";

const FRUIT = [
  ["Fruit", "Colour", "Price"],
  ["Apple", "red", "1.20"],
  ["Pear", "green", "0.95"],
  ["Plum", "blue", "2.40"],
];
const X = [200, 500, 800];

describe("tables of crossing rules", () => {
  const ys = [460, 510, 560, 610, 660];
  const rules = latticeRules([180, 480, 780, 1080], ys);

  it("reads rows, columns and printed rules", () => {
    const [region, ...others] = tablesOf(setRows(FRUIT, X, 495), { rules });
    expect(others).toEqual([]);
    expect(textsOf(region)).toEqual(FRUIT);
    expect(region!.grid!.horizontal.flat().every(Boolean)).toBe(true);
    expect(region!.grid!.vertical.flat().every(Boolean)).toBe(true);
    expect(region!.lines).toHaveLength(12);
    expect(region!.confidence).toBeGreaterThan(0.9);
  });

  it("takes rules drawn cell by cell, doubled or as thin fills for what they show", () => {
    const pieces = ys.flatMap((y) => [across(y, 180, 478), across(y, 482, 780, 4), across(y, 780, 1080)]);
    const doubled = [across(ys[1]! + 6, 180, 1080)];
    const sides = [180, 480, 780, 1080].flatMap((x) => ys.slice(1).map((y, index) => down(x, ys[index]!, y)));
    const [region] = tablesOf(setRows(FRUIT, X, 495), { rules: [...pieces, ...doubled, ...sides] });
    expect(textsOf(region)).toEqual(FRUIT);
  });

  it("spans columns and rows where inner rules are missing", () => {
    const rows = [
      ["", "", ""],
      ["", "Low", "High"],
      ["A", "1.5", "2.5"],
      ["B", "3.5", "4.5"],
    ];
    const spanned = [
      ...latticeRules([180, 480, 780, 1080], [510, 560, 610, 660]).filter(
        ({ box }) => box.y1 - box.y0 > 5 || box.y0 > 520,
      ),
      across(460, 180, 1080),
      across(510, 480, 1080),
      down(180, 460, 660),
      down(480, 460, 660),
      down(1080, 460, 660),
    ];
    const settings = [...setRows(rows, X, 495), { text: "Group", x: 220, y: 520 }, setCentred("Range", 780, 495)];
    const [region] = tablesOf(settings, { rules: spanned });
    const grid = region!.grid!;
    expect(cellAt(grid, 0, 1)).toMatchObject({ row: 0, column: 1, colSpan: 2, rowSpan: 1 });
    expect(textOf(cellAt(grid, 0, 2))).toBe("Range");
    expect(cellAt(grid, 1, 0)).toMatchObject({ row: 0, column: 0, rowSpan: 2, colSpan: 1 });
    expect(textOf(cellAt(grid, 0, 0))).toBe("Group");
    expect(textsOf(region).slice(2)).toEqual(rows.slice(2));
  });

  it("keeps wrapped text of a cell in its row", () => {
    const settings = [
      ...setRows([["Term", "Meaning"]], [200, 500], 495),
      ...setRows([["Baseline", "the line on which"]], [200, 500], 545),
      { text: "the letters stand", x: 500, y: 587 },
      ...setRows([["Gutter", "white space"]], [200, 500], 640),
    ];
    const [region] = tablesOf(settings, { rules: latticeRules([180, 480, 820], [460, 510, 605, 660]) });
    expect(textsOf(region)).toEqual([
      ["Term", "Meaning"],
      ["Baseline", "the line on which / the letters stand"],
      ["Gutter", "white space"],
    ]);
    expect(cellAt(region!.grid!, 1, 1).lines.map(({ continuation }) => continuation)).toEqual(["start", "space"]);
  });

  it("parts the heads of several columns from the heads below them, though the stub's stands between the two", () => {
    const [left, right] = [200, 1400];
    const marks = [down(500, 460, 760), down(950, 460, 760)];
    const flat = [460, 560, 610, 660, 710, 760].map((y) => across(y, left, right));
    const leading = 44;
    const heads = [
      setCentred("Results of method one", 725, 495),
      setCentred("Results of method two", 1175, 495),
      setCentred("Problem", 350, 495 + leading / 2),
      ...["Rate", "Steps", "Time"].map((text, at) => setCentred(text, 575 + 150 * at, 495 + leading)),
      ...["Rate", "Steps", "Time"].map((text, at) => setCentred(text, 1025 + 150 * at, 495 + leading)),
    ];
    const body = ["Rand A", "Rand B", "Rand C", "Rand D"].flatMap((name, row) => [
      setCentred(name, 350, 595 + 50 * row),
      ...[0, 1, 2].map((at) => setCentred(`${row + 1}${at}.5`, 575 + 150 * at, 595 + 50 * row)),
      ...[0, 1, 2].map((at) => setCentred(`${row + 1}${at}.7`, 1025 + 150 * at, 595 + 50 * row)),
    ]);
    const [region] = tablesOf([...heads, ...body], { rules: [...flat, ...marks] });
    expect(textsOf(region)[1]!.slice(1)).toEqual(["Rate", "Steps", "Time", "Rate", "Steps", "Time"]);
  });

  it("splits a body without row rules into rows", () => {
    const [region] = tablesOf(setRows(FRUIT, X, 495), { rules: latticeRules([180, 480, 780, 1080], [460, 510, 660]) });
    expect(textsOf(region)).toEqual(FRUIT);
    expect(region!.grid!.horizontal.map((row) => row.every(Boolean))).toEqual([true, true, false, false, true]);
  });

  it("keeps the pictures in its cells, and is no form for the room they take", () => {
    const tall = latticeRules([180, 480, 780, 1080], [460, 510, 670]);
    const rows = setRows(
      [
        ["Part", "Description", "Count"],
        ["", "Plate", "1"],
      ],
      X,
      495,
    );
    const plate = { box: { x0: 190, y0: 520, x1: 330, y1: 660 }, pixelWidth: 64, pixelHeight: 64, stencil: false };
    const dot = { ...plate, box: { x0: 900, y0: 600, x1: 910, y1: 610 } };
    const ground = { ...plate, box: { x0: 170, y0: 450, x1: 1090, y1: 680 } };
    const [region] = tablesOf(rows, { rules: tall, pictures: [plate, dot, ground] });
    expect(textsOf(region)[1]).toEqual(["", "Plate", "1"]);
    const pictures = region!.grid!.cells.flatMap(({ picture, row, column }) =>
      picture ? [[row, column, picture.box]] : [],
    );
    expect(pictures).toEqual([[1, 0, plate.box]]);
  });

  it("leaves a caption and notes inside the frame out of the grid", () => {
    const settings = [
      { text: "Table 4: Prices of fruit", x: 200, y: 440 },
      ...setRows(FRUIT, X, 495),
      { text: "Note: prices of the spring market.", x: 200, y: 700 },
    ];
    const frame = [across(400, 180, 1080), across(720, 180, 1080), down(180, 400, 720), down(1080, 400, 720)];
    const [region] = tablesOf(settings, { rules: [...rules, ...frame] });
    expect(textsOf(region)).toEqual(FRUIT);
    expect(region!.lines.map(({ text }) => text)).not.toContain("Note: prices of the spring market.");
  });
});

describe("tables between horizontal rules", () => {
  const rules = [across(460, 180, 1080, 4), across(510, 180, 1080), across(660, 180, 1080, 4)];

  it("finds columns by white space and prints no column rules", () => {
    const [region] = tablesOf(setRows(FRUIT, X, 495), { rules });
    expect(textsOf(region)).toEqual(FRUIT);
    const grid = region!.grid!;
    expect(grid.horizontal.map((row) => row.every(Boolean))).toEqual([true, true, false, false, true]);
    expect(grid.vertical.flat().some(Boolean)).toBe(false);
  });

  it("spans a header over the columns its partial rule covers", () => {
    const rows = [
      ["", "Low", "High"],
      ["Alpha", "1.5", "2.5"],
      ["Beta", "3.5", "4.5"],
    ];
    const settings = [...setRows(rows, [200, 600, 800], 545), setCentred("Range", 740, 495)];
    const printed = [across(460, 180, 950, 4), across(510, 590, 900), across(560, 180, 950), across(665, 180, 950, 4)];
    const [region] = tablesOf(settings, { rules: printed });
    const grid = region!.grid!;
    expect(cellAt(grid, 0, 1)).toMatchObject({ colSpan: 2 });
    expect(textOf(cellAt(grid, 0, 2))).toBe("Range");
    expect(grid.horizontal[1]).toEqual([false, true, true]);
    expect(textsOf(region).slice(1)).toEqual(rows);
  });

  it("joins wrapped entries to their row and not to the next", () => {
    const rows = [
      ["Method", "Remark", "F1"],
      ["Rules", "fast and quite simple to", "0.81"],
      ["", "explain to others", ""],
      ["Model", "slow", "0.93"],
    ];
    const [region] = tablesOf(setRows(rows, [200, 500, 1000], 495, 42), {
      rules: [across(460, 180, 1120, 4), across(507, 180, 1120), across(640, 180, 1120, 4)],
    });
    expect(textsOf(region)).toEqual([
      ["Method", "Remark", "F1"],
      ["Rules", "fast and quite simple to / explain to others", "0.81"],
      ["Model", "slow", "0.93"],
    ]);
  });

  it("joins currency signs to their figures and strips leader dots", () => {
    const settings = ["Sales . . . . . . . .", "Costs..............", "Profit"].flatMap((name, index) => [
      { text: name, x: 200, y: 545 + index * ROW },
      ...(index === 1 ? [] : [{ text: "$", x: 700, y: 545 + index * ROW }]),
      setRight(["1,250", "900", "350"][index]!, 900, 545 + index * ROW),
      setRight(["1,410", "985", "425"][index]!, 1050, 545 + index * ROW),
    ]);
    const head = [setRight("2023", 900, 495), setRight("2024", 1050, 495)];
    const [region] = tablesOf([...head, ...settings], {
      rules: [across(460, 180, 1080), across(510, 180, 1080), across(665, 180, 1080)],
    });
    expect(textsOf(region)).toEqual([
      ["", "2023", "2024"],
      ["Sales", "$ 1,250", "1,410"],
      ["Costs", "900", "985"],
      ["Profit", "$ 350", "425"],
    ]);
    expect(region!.grid!.columnAlign).toEqual(["l", "r", "r"]);
  });

  it("takes in the header above the first rule and the total below the last", () => {
    const settings = [
      ...setRows([["Item", "Count", "Sum"]], X, 440),
      ...setRows([["Bolts", "12", "36"]], X, 500),
      ...setRows([["Nuts", "20", "40"]], X, 560),
      ...setRows([["", "Total", "76"]], X, 625),
    ];
    const [region] = tablesOf(settings, {
      rules: [across(458, 180, 1000), across(520, 180, 1000), across(580, 180, 1000)],
    });
    expect(textsOf(region)).toEqual([
      ["Item", "Count", "Sum"],
      ["Bolts", "12", "36"],
      ["Nuts", "20", "40"],
      ["", "Total", "76"],
    ]);
  });

  it("parts two tables of one width with text between them", () => {
    const prose = setParagraph(
      "Between the two tables stands a paragraph of running text that explains at some length what the first one showed and why.",
      { text: "", x: 180, y: 740, width: 900, justify: true } as never,
    );
    const second = [across(960, 180, 1080, 4), across(1010, 180, 1080), across(1160, 180, 1080, 4)];
    const regions = tablesOf([...setRows(FRUIT, X, 495), ...prose, ...setRows(FRUIT, X, 995)], {
      rules: [...rules, ...second],
    });
    expect(regions.map((region) => textsOf(region))).toEqual([FRUIT, FRUIT]);
  });
});

describe("tables without rules", () => {
  const figures = [
    ["City", "Area", "People", "Towers"],
    ["Ulm", "118.7", "126,000", "7"],
    ["Bonn", "141.1", "331,000", "9"],
    ["Trier", "117.1", "110,000", "5"],
    ["Jena", "114.8", "111,000", "3"],
  ];
  const columns = [200, 500, 800, 1150];

  it("finds aligned columns of figures", () => {
    const [region] = tablesOf(setRows(figures, columns, 495, 42));
    expect(textsOf(region)).toEqual(figures);
    expect(region!.grid!.horizontal.flat().some(Boolean)).toBe(false);
  });

  it("asks for less under a table caption", () => {
    const rows = [
      ["Model", "Data", "Notes"],
      ["Alpha", "small", "first try"],
      ["Beta", "large", "with noise"],
      ["Gamma", "none", "baseline"],
    ];
    const table = setRows(rows, X, 495, 42);
    expect(tablesOf(table)).toEqual([]);
    const [region] = tablesOf([{ text: "Table 2. The models in short.", x: 200, y: 420 }, ...table]);
    expect(textsOf(region)).toEqual(rows);
  });

  it("finds a grid of shaded cells", () => {
    const fills = [0, 1, 2, 3].flatMap((row) =>
      [0, 1, 2].map((column) => ({
        box: { x0: 180 + 300 * column, x1: 479 + 300 * column, y0: 460 + 50 * row, y1: 509 + 50 * row },
        color: row === 0 ? 0x4472c4 : 0xd9e2f3,
      })),
    );
    const [region] = tablesOf(setRows(FRUIT, X, 495), { fills });
    expect(textsOf(region)).toEqual(FRUIT);
    expect(region!.grid!.horizontal.flat().some(Boolean)).toBe(false);
  });
});

it("reads a table whose first column is headed by a word for algorithms", () => {
  const rows = [
    ["Pseudocode", "Meaning"],
    ["ZtW", "weights"],
    ["ZtWy", "observed"],
    ["XtWX", "squares"],
  ];
  const rules = [460, 510, 660].map((y) => across(y, 180, 1080));
  expect(textsOf(tablesOf(setRows(rows, X, 495), { rules })[0])).toEqual(rows);
});

describe("tables without rules, heads and figures", () => {
  const names = ["alphabet", "labels", "membrane", "neuron", "agent", "region"];
  const columns = (kinds: readonly ("regular" | "mono" | "math")[]) =>
    names.flatMap((name, row) =>
      kinds.map((font, column): Setting => {
        const text = font === "mono" ? `\\${name.slice(0, 2)}` : font === "math" ? "xyzabc"[row]! : name;
        return { text, x: X[column]!, y: 400 + row * ROW, font };
      }),
    );

  it("are told by columns that are each set in a type of their own", () => {
    const [region] = tablesOf(columns(["regular", "mono", "math"]));
    expect(textsOf(region)).toEqual(names.map((name, row) => [name, `\\${name.slice(0, 2)}`, "xyzabc"[row]]));
    expect(tablesOf(columns(["mono", "math"]))).toHaveLength(1);
  });

  it("are no lists of words in columns", () => {
    expect(tablesOf(columns(["regular", "regular", "regular"]))).toEqual([]);
    expect(tablesOf(columns(["regular", "mono"]))).toEqual([]);
  });
});

describe("tables set sideways", () => {
  it("reads the grid in the table's own frame", () => {
    // Turned a quarter to the left: x on the page is the row, y runs against the column.
    const settings = setRows(FRUIT, X, 495).map(({ text, x, y }) => ({ text, x: y, y: 2000 - x, angle: 270 }));
    const rules = [460, 510, 660].map((at) => down(at, 2000 - 1080, 2000 - 180));
    const [region] = tablesOf(settings, { rules });
    expect(textsOf(region)).toEqual(FRUIT);
    const first = cellAt(region!.grid!, 0, 0);
    expect(first.lines[0]).toMatchObject({ angle: 270 });
    expect(first.box.x0).toBeGreaterThan(460);
    expect(first.box.x1).toBeLessThan(510);
    expect(first.box.y1).toBeLessThanOrEqual(2000 - 200 + BODY_SIZE);
  });

  it("are none of the upright cells that their rules make", () => {
    const settings = setRows(FRUIT, X, 495).map(({ text, x, y }) => ({ text, x: y, y: 2000 - x, angle: 270 }));
    const rules = [
      ...[460, 510, 660].map((at) => down(at, 2000 - 1080, 2000 - 180)),
      ...[180, 480, 780, 1080].map((at) => across(2000 - at, 460, 660)),
    ];
    const regions = tablesOf(settings, { rules });
    expect(regions).toHaveLength(1);
    expect(textsOf(regions[0])).toEqual(FRUIT);
  });
});

it("gives the same tables for the same page", () => {
  const rules = latticeRules([180, 480, 780, 1080], [460, 510, 560, 610, 660]);
  const once = tablesOf(setRows(FRUIT, X, 495), { rules });
  const again = tablesOf(setRows(FRUIT, X, 495), { rules: [...rules].reverse() });
  expect(again).toEqual(once);
});

describe("tables of coloured heads", () => {
  const body = [
    ["Ring", "4", "38.50"],
    ["Flat", "1", "612.00"],
    ["Shipping", "1", "18.90"],
  ];
  const rules = [560, 620, 680].map((y) => across(y, 180, 1080));
  const settings = [...setRows([["Article", "Count", "Price"]], X, 440), ...setRows(body, X, 530, 60)];

  it("take the row on a band of colour over their first rule", () => {
    const cells = [180, 480, 780].map((x0) => ({ box: { x0, y0: 405, x1: x0 + 300, y1: 465 }, color: 0x205080 }));
    const [region] = tablesOf(settings, { rules, fills: cells });
    expect(textsOf(region)).toEqual([["Article", "Count", "Price"], ...body]);
  });

  it("keep an entry of two lines in one row when its neighbours stand halfway", () => {
    const tall = [
      { text: "Ring of brass,", x: 200, y: 510 },
      { text: "with three screws", x: 200, y: 548 },
      { text: "4", x: 500, y: 529 },
      { text: "38.50", x: 800, y: 529 },
      ...setRows(body.slice(1), X, 600, 60),
      ...setRows([["Box", "2", "3.10"]], X, 720, 60),
    ];
    const lines = [460, 565, 620, 680, 740].map((y) => across(y, 180, 1080));
    const [region] = tablesOf([...setRows([["Article", "Count", "Price"]], X, 440), ...tall], {
      rules: [across(400, 180, 1080), ...lines],
    });
    expect(textsOf(region)[1]).toEqual(["Ring of brass, / with three screws", "4", "38.50"]);
  });
});

describe("tables with a title row", () => {
  it("keep title, heads of groups and stub apart where rules are missing", () => {
    const ys = [560, 610, 660, 710];
    const rules = [
      across(400, 180, 1380),
      across(450, 480, 1380),
      across(560, 180, 1380),
      ...[610, 660, 710].map((y) => across(y, 180, 1380)),
      ...[180, 1380].map((x) => down(x, 400, 710)),
      down(480, 450, 710),
      down(930, 450, 710),
      ...[630, 780, 1080, 1230].map((x) => down(x, 505, 710)),
    ];
    const settings = [
      setCentred("Sales of the year", 780, 435),
      setCentred("North", 705, 490),
      setCentred("South", 1155, 490),
      ...setRows([["Month", "a", "b", "c", "d", "e", "f"]], [200, 500, 650, 800, 950, 1100, 1250], 545),
      ...["May", "June", "July"].flatMap((month, row) =>
        setRows([[month, "1", "2", "3", "4", "5", "6"]], [200, 500, 650, 800, 950, 1100, 1250], ys[row]! + 35),
      ),
    ];
    const grid = tablesOf(settings, { rules })[0]!.grid!;
    expect(textOf(cellAt(grid, 0, 0))).toBe("Sales of the year");
    expect(cellAt(grid, 0, 0)).toMatchObject({ rowSpan: 1, colSpan: 7 });
    expect(cellAt(grid, 1, 1)).toMatchObject({ colSpan: 3, rowSpan: 1 });
    expect(textOf(cellAt(grid, 1, 4))).toBe("South");
    expect(textOf(cellAt(grid, 2, 0))).toBe("Month");
  });

  it("does not take rules drawn cell by cell for underlines or fraction bars", () => {
    const pieces = [460, 510, 560, 610].flatMap((y) => [across(y, 215, 285), across(y, 295, 480), across(y, 490, 680)]);
    const [region] = tablesOf(
      setRows(
        [
          ["Hat", "12", "1"],
          ["Cap", "14", "2"],
          ["Tie", "16", "3"],
        ],
        [220, 320, 520],
        495,
      ),
      { rules: pieces },
    );
    expect(textsOf(region)).toEqual([
      ["Hat", "12", "1"],
      ["Cap", "14", "2"],
      ["Tie", "16", "3"],
    ]);
  });

  it("end before a heading and a list under them", () => {
    const money = [
      ["Item", "2022", "2023"],
      ["Fees", "21,450", "23,120"],
      ["Courses", "8,300", "9,975"],
      ["Dues", "12,010", "11,890"],
      ["Total", "41,760", "44,985"],
    ];
    const below = [
      { text: "Boats", x: 200, y: 760, size: 1.2 * BODY_SIZE, font: "bold" as const },
      ...["Seagull, a dinghy, was sold", "Two training boats were bought", "The safety boat has an engine"].flatMap(
        (text, row) => [
          { text: `${row + 1}.`, x: 200, y: 820 + 50 * row },
          { text, x: 260, y: 820 + 50 * row },
        ],
      ),
    ];
    const [region] = tablesOf([...setRows(money, X, 500), ...below]);
    expect(textsOf(region)).toEqual(money);
  });
});
