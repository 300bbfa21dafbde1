import type { FontInfo, Glyph, PageEvidence } from "../../page.js";

/** A recognised glyph and the printed one it was read from: baselines differ by no more than this, in printed sizes. */
const BASELINE_REACH = 0.5;
/** Share of the recognised glyphs that must find their printed one; else the two witnesses show different text. */
const LEAST_MATCHED = 0.6;
/** A picture of this share of the page is a scan: its drawn marks say nothing about what is in it. */
const SCAN_SHARE = 0.5;
/** A blank this wide, in sizes, parts lines; a narrower one without a recognised space is inside a word. */
const LINE_GAP = 0.8;
/** Share of a font's glyphs with outlines from which those without one are blank. */
const OUTLINED = 0.5;

/**
 * What a page with unreadable character codes still says truly: where each glyph stands, its size and font, and every rule,
 * drawing and picture. The recognised characters take font, size and place of the glyph printed where they were read, and the page
 * keeps its own marks in place of those found among its pixels. The recognised page comes back as it is when it is a
 * scan or the two do not match.
 *
 * @param recognized of a level page, in the same page space as `printed`
 */
export function adoptTypesetting(recognized: PageEvidence, printed: PageEvidence): PageEvidence {
  if (isScan(printed)) return recognized;
  const rows = rowsOf(printed.glyphs.filter((glyph) => glyph.visible && glyph.angle === 0));
  const offset = recognized.fonts.length;
  const blanks = printedBlanks(printed);
  const used = new Set<Glyph>();
  let matched = 0;
  const glyphs = recognized.glyphs.map((glyph) => {
    const twin = findTwin(glyph, rows, blanks);
    if (!twin) return glyph;
    matched += 1;
    const font = keepsFont(glyph, recognized.fonts, printed.fonts[twin.font]) ? glyph.font : offset + twin.font;
    const place = used.has(twin)
      ? {}
      : { x: twin.x, advance: twin.advance, box: glyph.text === " " ? glyph.box : twin.box };
    used.add(twin);
    return { ...glyph, ...place, font, size: twin.size, y: twin.y, color: twin.color };
  });
  if (matched < LEAST_MATCHED * recognized.glyphs.length) return recognized;
  const spaces = printedSpaces(rows, blanks, used, offset);
  const { rules, fills, pictures, drawings } = printed;
  return {
    ...recognized,
    glyphs: [...closeGaps(glyphs, spaces), ...spaces],
    fonts: [...recognized.fonts, ...printed.fonts],
    rules,
    fills,
    pictures,
    drawings,
  };
}

function isScan({ pictures, width, height }: PageEvidence): boolean {
  return pictures.some(({ box }) => (box.x1 - box.x0) * (box.y1 - box.y0) > SCAN_SHARE * width * height);
}

/** Signs that the recogniser read as maths stay maths; letters are what their printed font says. */
function keepsFont(glyph: Glyph, own: readonly FontInfo[], printed: FontInfo | undefined): boolean {
  return own[glyph.font]?.math === true && (printed?.math === true || !/^[\p{L}\p{N}\s.,]$/u.test(glyph.text));
}

interface PrintedRow {
  y: number;
  glyphs: Glyph[];
}

/** Glyphs by baseline (whole px), each row from left to right. */
function rowsOf(glyphs: readonly Glyph[]): PrintedRow[] {
  const byBaseline = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const y = Math.round(glyph.y);
    const row = byBaseline.get(y);
    if (row) row.push(glyph);
    else byBaseline.set(y, [glyph]);
  }
  return [...byBaseline].map(([y, row]) => ({ y, glyphs: row.sort((a, b) => a.x - b.x) })).sort((a, b) => a.y - b.y);
}

/** A recognised glyph's middle lies this near to the advance of its printed one, in printed sizes: narrow letters beside a blank are read a little off. */
const ASIDE = 0.2;

/** The printed glyph whose advance holds the middle of the recognised one, or is nearest to it, on the nearest baseline: a blank for a blank. */
function findTwin(glyph: Glyph, rows: readonly PrintedRow[], blanks: ReadonlySet<Glyph>): Glyph | undefined {
  const middle = glyph.x + glyph.advance / 2;
  const asideOf = ({ x, advance }: Glyph) => Math.max(0, x - middle, middle - x - advance);
  let best: Glyph | undefined;
  let distance = BASELINE_REACH;
  for (const row of rows) {
    const off = Math.abs(row.y - glyph.y);
    if (off > BASELINE_REACH * glyph.size) continue;
    const twin = row.glyphs
      .filter((other) => blanks.has(other) === (glyph.text === " ") && asideOf(other) < ASIDE * other.size)
      .reduce<Glyph | undefined>((near, other) => (near && asideOf(near) <= asideOf(other) ? near : other), undefined);
    if (twin && off / twin.size < distance) [best, distance] = [twin, off / twin.size];
  }
  return best;
}

/** Glyphs without an outline, in fonts whose glyphs have one, are spaces. */
function printedBlanks({ glyphs, fonts }: PageEvidence): Set<Glyph> {
  const outlined = fonts.map((_, font) => {
    const own = glyphs.filter((glyph) => glyph.font === font);
    return own.filter((glyph) => glyph.exact).length > OUTLINED * own.length;
  });
  return new Set(glyphs.filter((glyph) => !glyph.exact && outlined[glyph.font]));
}

/** Where the recogniser saw no space, the print still has one. Only rows count that were read at all. */
function printedSpaces(
  rows: readonly PrintedRow[],
  blanks: ReadonlySet<Glyph>,
  read: ReadonlySet<Glyph>,
  offset: number,
): Glyph[] {
  return rows
    .filter((row) => row.glyphs.some((glyph) => read.has(glyph)))
    .flatMap((row) => row.glyphs.filter((glyph) => blanks.has(glyph) && !read.has(glyph)))
    .map((glyph) => ({
      ...glyph,
      text: " ",
      identity: "recognized" as const,
      font: offset + glyph.font,
      box: { x0: glyph.x, y0: glyph.y, x1: glyph.x, y1: glyph.y },
    }));
}

/** Words end where the recogniser or the print has a space, not where two printed glyphs were read as one. */
function closeGaps(glyphs: readonly Glyph[], spaces: readonly Glyph[]): Glyph[] {
  const starts = new Map<number, number[]>();
  for (const { x, y } of spaces) starts.set(Math.round(y), [...(starts.get(Math.round(y)) ?? []), x]);
  return glyphs.map((glyph, index) => {
    const next = glyphs[index + 1];
    if (!next || glyph.text === " " || Math.abs(next.y - glyph.y) > 0.5 * glyph.size) return glyph;
    const advance = next.x - glyph.x;
    const blank = advance - glyph.advance;
    if (starts.get(Math.round(glyph.y))?.some((x) => x > glyph.x && x < next.x)) return glyph;
    return next.text !== " " && advance > 0 && blank < LINE_GAP * glyph.size ? { ...glyph, advance } : glyph;
  });
}
