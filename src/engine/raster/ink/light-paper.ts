import type { Box } from "../../../page.js";
import type { GreyImage } from "./grey-image.js";

/** Side of the squares in which darkness is looked at, px: about half a letter at 200 px/in. */
const CELL = 8;
/** A square is dark when its mean grey is below this. */
const DARK = 118;
/** A dark area holds at least this many squares that are dark all around: letters and rules, however black, do not. */
const LEAST_INNER = 8;
/** Light letters cover squares of their area; dark squares are found on all four sides within this many squares. */
const LETTER_REACH = 4;
/** Greys at least this far from the area's middle grey are its print. */
const CONTRAST = 48;
/** A ground with print on it: so many of its pixels are of its middle grey, print covers the rest; photographs vary more. */
const EVEN_SHARE = 0.7;

/**
 * The picture with light paper everywhere: dark areas that hold lighter print (slides, table heads, inverted boxes), or nothing at all
 * (the edge of a photographed page), are inverted; even grounds with darker print (yellow is dark, see `greyImage`) are lifted to white; other
 * dark areas stay. Areas in px.
 */
export function lightPaper(image: GreyImage): GreyImage {
  const areas = darkAreas(image);
  const changed = areas.flatMap((area): [DarkArea, (grey: number) => number][] => {
    const { lighter, even, darker } = printCounts(image, area);
    if (lighter >= darker) return [[area, (grey) => 255 - grey]];
    return even >= EVEN_SHARE * (even + darker + lighter)
      ? [[area, (grey) => Math.min(255, grey + 255 - area.middle)]]
      : [];
  });
  if (changed.length === 0) return image;
  const data = image.data.slice();
  for (const [area, toLight] of changed) lightenArea(image, data, area, toLight);
  return { ...image, data };
}

interface DarkArea {
  /** Squares, by their number row by row, that lie wholly inside. */
  cells: number[];
  /** Squares at its edge, which may be half dark. */
  edge: ReadonlySet<number>;
  columns: number;
  /** Median grey. */
  middle: number;
}

function darkAreas(image: GreyImage): DarkArea[] {
  const columns = Math.ceil(image.width / CELL);
  const rows = Math.ceil(image.height / CELL);
  const dark = new Uint8Array(columns * rows);
  for (let cell = 0; cell < dark.length; cell++)
    if (meanGrey(image, cellBox(image, columns, cell)) < DARK) dark[cell] = 1;
  const areas: DarkArea[] = [];
  for (let start = 0; start < dark.length; start++) {
    if (dark[start] !== 1) continue;
    const cells = flood(dark, columns, start);
    const inner = cells.filter((cell) => around(cell, columns, dark.length).every((near) => dark[near] === 2));
    if (inner.length < LEAST_INNER) continue;
    const filled = [...cells, ...lightLetters(new Set(cells), columns)];
    const members = new Set(filled);
    const core = filled.filter((cell) => around(cell, columns, dark.length).every((near) => members.has(near)));
    const near = filled.flatMap((cell) => around(cell, columns, dark.length));
    const edge = new Set([...filled, ...near]);
    for (const cell of core) edge.delete(cell);
    areas.push({ cells: core, edge, columns, middle: middleGrey(image, columns, cells) });
  }
  return areas;
}

/** The squares joined to `start` by their sides; they are marked 2. */
function flood(dark: Uint8Array, columns: number, start: number): number[] {
  const cells = [start];
  dark[start] = 2;
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]!;
    const x = cell % columns;
    const near = [cell - columns, cell + columns, x > 0 ? cell - 1 : -1, x < columns - 1 ? cell + 1 : -1];
    for (const next of near) {
      if (dark[next] !== 1) continue;
      dark[next] = 2;
      cells.push(next);
    }
  }
  return cells;
}

/** Squares that are too light for the area but stand in it: its letters. */
function lightLetters(members: ReadonlySet<number>, columns: number): number[] {
  const reaches = (cell: number, step: number) => {
    for (let i = 1; i <= LETTER_REACH; i++) {
      const next = cell + i * step;
      if (Math.abs(step) === 1 && Math.floor(next / columns) !== Math.floor(cell / columns)) return false;
      if (members.has(next)) return true;
    }
    return false;
  };
  const found = new Set<number>();
  for (const member of members) {
    for (let i = 1; i <= LETTER_REACH; i++) {
      const cell = member + i;
      if (members.has(cell)) break;
      if ([-1, 1, -columns, columns].every((step) => reaches(cell, step))) found.add(cell);
    }
  }
  return [...found];
}

function cellBox({ width, height }: GreyImage, columns: number, cell: number): Box {
  const [x0, y0] = [(cell % columns) * CELL, Math.floor(cell / columns) * CELL];
  return { x0, y0, x1: Math.min(x0 + CELL, width), y1: Math.min(y0 + CELL, height) };
}

function meanGrey({ width, data }: GreyImage, { x0, y0, x1, y1 }: Box): number {
  let sum = 0;
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) sum += data[y * width + x]!;
  return sum / ((x1 - x0) * (y1 - y0));
}

function greyCounts(image: GreyImage, columns: number, cells: readonly number[]): Uint32Array {
  const counts = new Uint32Array(256);
  for (const cell of cells) {
    const { x0, y0, x1, y1 } = cellBox(image, columns, cell);
    for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) counts[image.data[y * image.width + x]!]!++;
  }
  return counts;
}

function middleGrey(image: GreyImage, columns: number, cells: readonly number[]): number {
  const counts = greyCounts(image, columns, cells);
  const half = counts.reduce((sum, count) => sum + count, 0) / 2;
  let grey = 0;
  for (let sum = counts[0]!; sum < half; sum += counts[grey]!) grey++;
  return grey;
}

/** Pixels that are clearly lighter than the middle grey, near it, and clearly darker. */
function printCounts(image: GreyImage, { columns, cells, middle }: DarkArea) {
  const print = { lighter: 0, even: 0, darker: 0 };
  greyCounts(image, columns, cells).forEach((count, grey) => {
    print[grey > middle + CONTRAST ? "lighter" : grey < middle - CONTRAST ? "darker" : "even"] += count;
  });
  return print;
}

function lightenArea(image: GreyImage, data: Uint8Array, area: DarkArea, toLight: (grey: number) => number): void {
  const { width } = image;
  for (const cell of area.cells) {
    const { x0, y0, x1, y1 } = cellBox(image, area.columns, cell);
    for (let y = y0; y < y1; y++)
      for (let x = x0; x < x1; x++) data[y * width + x] = toLight(image.data[y * width + x]!);
  }
  lightenSeam(image, data, area, toLight);
}

/**
 * Lightens the dark pixels joined to the area in the half dark squares around it, so that no seam stays at its edge; letters near by,
 * which paper parts from the area, stay as they are.
 */
function lightenSeam(
  { width, height, data: from }: GreyImage,
  data: Uint8Array,
  area: DarkArea,
  toLight: (grey: number) => number,
): void {
  const { cells, edge, columns, middle } = area;
  const cellOf = (x: number, y: number) => Math.floor(y / CELL) * columns + Math.floor(x / CELL);
  const seam = new Set<number>();
  const visit = (x: number, y: number) => {
    if (x < 0 || y < 0 || x >= width || y >= height || !edge.has(cellOf(x, y))) return;
    if (from[y * width + x]! < middle + 2 * CONTRAST) seam.add(y * width + x);
  };
  for (const cell of cells) {
    const [x0, y0] = [(cell % columns) * CELL, Math.floor(cell / columns) * CELL];
    for (let i = 0; i < CELL; i++) {
      for (const y of [y0 - 1, y0 + CELL]) visit(x0 + i, y);
      for (const x of [x0 - 1, x0 + CELL]) visit(x, y0 + i);
    }
  }
  for (const pixel of seam) {
    data[pixel] = toLight(from[pixel]!);
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    visit(x - 1, y);
    visit(x + 1, y);
    visit(x, y - 1);
    visit(x, y + 1);
  }
}

/** The squares around a square, of `count` in all. */
function around(cell: number, columns: number, count: number): number[] {
  const sides = [-1, 0, 1].filter((dx) => (cell % columns) + dx >= 0 && (cell % columns) + dx < columns);
  return [-columns, 0, columns]
    .flatMap((row) => sides.map((dx) => cell + row + dx))
    .filter((near) => near !== cell && near >= 0 && near < count);
}
