import type { FontInfo, Glyph, PageEvidence } from "../../page.js";
import { unionBoxes } from "../boxes.js";
import type { Line, PageMetrics, Word } from "../types.js";
import { attachScripts } from "./attach-scripts.js";
import { attachStacks } from "./attach-stacks.js";
import { buildRows, mainBaseline, mainSize, type Row } from "./build-rows.js";
import { buildWords } from "./build-words.js";
import { mergeDropCaps } from "./drop-caps.js";
import { type Bar, findFractions } from "./fraction-bars.js";
import { boxToFrame, type FramedGlyph, frameGlyph, toFrame } from "./frame.js";
import { toLogicalOrder } from "./logical-order.js";
import { nameDingbats } from "./name-dingbats.js";
import { splitRows, type Wall } from "./split-rows.js";
import { wordOfGlyphs } from "./word-of-glyphs.js";

/** Text within this many degrees of a quarter turn is set in that turn's frame (skewed scans). */
const SKEW = 8;
/** Shortest vertical rule, in body sizes, that parts text. */
const WALL_HEIGHT = 1.4;
/** Rules nearer than this meet, px. */
const TOUCHING = 3;
const ASCII_SIGNS = new Set("+<=>|~");
const MATHS_SIGN = /[\p{Sm}\p{Script=Greek}\u2100-\u214f\u{1d400}-\u{1d7ff}]/u;

/**
 * Lines of a page: one per baseline and column. Glyphs as `cleanGlyphs` leaves them, spaces included. Sorted by angle,
 * then baseline, then start; reading order is a later stage.
 */
export function buildLines(glyphs: readonly Glyph[], evidence: PageEvidence, metrics: PageMetrics): Line[] {
  const byAngle = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const angle = frameAngle(glyph.angle);
    const group = byAngle.get(angle);
    if (group) group.push(glyph);
    else byAngle.set(angle, [glyph]);
  }
  return [...byAngle.keys()]
    .sort((a, b) => a - b)
    .flatMap((angle) => {
      const framed = byAngle.get(angle)!.map((glyph) => frameGlyph(glyph, angle));
      const single = buildRows(framed);
      const fractions = findFractions(barsOf(evidence, angle), single, metrics.bodySize);
      const reserved = new Set(fractions.flatMap((fraction) => [...fraction.above, ...fraction.below]));
      const rows = attachStacks(attachScripts(single, reserved, metrics.bodySize), fractions);
      nameDingbats(rows, evidence.fonts);
      const runs = splitRows(rows, wallsOf(evidence, angle, metrics));
      const lines = mergeDropCaps(runs).flatMap((run) => toLine(run, angle, evidence.fonts));
      const start = new Map(lines.map((line) => [line, toFrame(line.box.x0, line.box.y0, angle).u]));
      return lines.sort((a, b) => a.baseline - b.baseline || start.get(a)! - start.get(b)!);
    });
}

function frameAngle(angle: number): number {
  const turned = ((angle % 360) + 360) % 360;
  const quarter = 90 * Math.round(turned / 90);
  return (Math.abs(turned - quarter) <= SKEW ? quarter : Math.round(turned)) % 360;
}

function wallsOf(evidence: PageEvidence, angle: number, metrics: PageMetrics): Wall[] {
  if (angle % 90 !== 0) return [];
  const along = angle % 180 === 0 ? "vertical" : "horizontal";
  return evidence.rules
    .filter((rule) => rule.direction === along)
    .map((rule) => boxToFrame(rule.box, angle))
    .filter((box) => box.v1 - box.v0 >= WALL_HEIGHT * metrics.bodySize)
    .map((box) => ({ u: (box.u0 + box.u1) / 2, v0: box.v0, v1: box.v1 }));
}

function barsOf(evidence: PageEvidence, angle: number): Bar[] {
  if (angle % 90 !== 0) return [];
  const along = angle % 180 === 0 ? "horizontal" : "vertical";
  const framed = (wanted: boolean) =>
    evidence.rules.filter((rule) => (rule.direction === along) === wanted).map((rule) => boxToFrame(rule.box, angle));
  const across = new Map<number, { v0: number; v1: number }[]>();
  for (const rule of framed(false)) {
    for (const u of new Set([cellOf(rule.u0), cellOf(rule.u1)])) across.set(u, [...(across.get(u) ?? []), rule]);
  }
  // A rule that ends at another one is the side of a table's cell.
  const isSide = (bar: Bar) =>
    [bar.u0, bar.u1].some((u) =>
      [-1, 0, 1].some((step) =>
        across.get(cellOf(u) + step)?.some(({ v0, v1 }) => v0 <= bar.v + TOUCHING && v1 >= bar.v - TOUCHING),
      ),
    );
  return framed(true)
    .map((box) => ({ u0: box.u0, u1: box.u1, v: (box.v0 + box.v1) / 2 }))
    .filter((bar) => !isSide(bar));
}

function cellOf(u: number): number {
  return Math.round(u / TOUCHING);
}

function toLine(row: Row, angle: number, fonts: readonly FontInfo[]): Line[] {
  const size = mainSize(onBaseline(row));
  const words = toLogicalOrder(buildWords(row.glyphs, row.spaces, size)).map((word) =>
    wordOfGlyphs(word.map((framed) => framed.glyph)),
  );
  if (words.length === 0) return [];
  const glyphs = words.flatMap((word) => word.glyphs);
  return [
    {
      words,
      text: joinWords(words),
      box: unionBoxes(words.map((word) => word.box)),
      baseline: mainBaseline(onBaseline(row), size),
      size,
      font: dominantFont(glyphs),
      angle,
      bold: share(glyphs, (glyph) => fonts[glyph.font]?.bold ?? false),
      italic: share(glyphs, (glyph) => (fonts[glyph.font]?.italic ?? false) && !(fonts[glyph.font]?.math ?? false)),
      monospace: share(glyphs, (glyph) => fonts[glyph.font]?.monospace ?? false),
      math: share(glyphs, (glyph) => !glyph.prose && ((fonts[glyph.font]?.math ?? false) || isMathsSign(glyph.text))),
    },
  ];
}

function isMathsSign(text: string): boolean {
  return text < "\u007f" ? ASCII_SIGNS.has(text) : MATHS_SIGN.test(text);
}

function onBaseline(row: Row): FramedGlyph[] {
  const main = row.glyphs.filter((glyph) => Math.abs(glyph.v - row.v) <= 0.15 * row.size);
  return main.length > 0 ? main : row.glyphs;
}

function joinWords(words: readonly Word[]): string {
  return words.map((word) => word.text).join(" ");
}

function share(glyphs: readonly Glyph[], test: (glyph: Glyph) => boolean): number {
  return glyphs.length === 0 ? 0 : glyphs.filter(test).length / glyphs.length;
}

function dominantFont(glyphs: readonly Glyph[]): number {
  const counts = new Map<number, number>();
  for (const glyph of glyphs) counts.set(glyph.font, (counts.get(glyph.font) ?? 0) + 1);
  let best = glyphs[0]?.font ?? 0;
  for (const [font, count] of counts) if (count > (counts.get(best) ?? 0)) best = font;
  return best;
}
