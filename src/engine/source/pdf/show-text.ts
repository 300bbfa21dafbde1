import type { Box, Glyph } from "../../../page.js";
import type { ObjectStore, PdfGlyph } from "./font-object.js";
import type { GraphicsState } from "./graphics-state.js";
import type { FontChar } from "./loaded-font.js";
import { intersect, isEmpty, type Matrix, mapBox, multiply } from "./matrix.js";

/** Text render mode 3: neither filled nor stroked (OCR layers). 7: clip only. */
const INVISIBLE_MODE = 3;
const CLIP_MODE = 7;
/** Angles this near to a multiple of 90° are that multiple: coordinates carry three digits. */
const ANGLE_STEP = 0.05;

/** White on bare paper is as good as invisible. */
const WHITE = 0xffffff;

export interface TextTarget {
  glyphs: Glyph[];
  /** Index of a font in the page's list. */
  fontIndex(state: GraphicsState): number;
  page: Box;
  objects: ObjectStore;
  maxGlyphs: number;
  /** Whether something is painted under a box already. */
  isInked(box: Box): boolean;
}

/** Places the glyphs of one `showText` (ISO 32000-1, 9.4.4) and moves the pen. */
export function showText(items: ArrayLike<PdfGlyph | number>, state: GraphicsState, target: TextTarget): void {
  const font = state.font;
  if (!font || state.fontSize === 0) return;
  const { fontSize, charSpacing, wordSpacing, hScale } = state;
  const m = multiply(state.ctm, state.textMatrix);
  // A negative size turns the text by 180°; a negative scale mirrors it.
  const along = Math.sign(fontSize * hScale) || 1;
  const scaleX = Math.hypot(m[0], m[1]);
  const det = m[0] * m[3] - m[1] * m[2];
  const size = scaleX > 0 ? Math.abs((fontSize * font.em * det) / scaleX) : 0;
  const angle = angleOf(m, along, font.vertical);
  const mode = state.renderMode & 7;
  const paint = mode === 1 || mode === 5 ? state.stroke : state.fill;
  const painted =
    mode !== INVISIBLE_MODE && mode !== CLIP_MODE && (mode === 1 ? state.strokeAlpha : state.fillAlpha) > 0.01;
  const window = intersect(state.clip, target.page);
  const fontIndex = target.fontIndex(state);
  const glyphMatrix = (x: number, y: number): Matrix => [
    m[0] * fontSize * hScale,
    m[1] * fontSize * hScale,
    m[2] * fontSize,
    m[3] * fontSize,
    m[0] * x + m[2] * y + m[4],
    m[1] * x + m[3] * y + m[5],
  ];

  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (typeof item === "number") {
      const shift = (-item / 1000) * fontSize;
      if (font.vertical) state.y += shift;
      else state.x += shift * hScale;
      continue;
    }
    const char = font.char(item, target.objects);
    const spacing = charSpacing + (char.wordSpace ? wordSpacing : 0);
    const penX = state.x;
    const penY = state.y + state.rise;
    let advance: number;
    let shape: Matrix;
    if (font.vertical) {
      const own = char.advanceY * fontSize;
      shape = glyphMatrix(penX + char.originX * fontSize * hScale, penY + char.originY * fontSize);
      state.y -= own - spacing;
      advance = own * Math.hypot(m[2], m[3]);
    } else {
      const own = char.advance * fontSize;
      shape = glyphMatrix(penX, penY);
      state.x += (own + spacing) * hScale;
      advance = own * hScale * scaleX * along;
    }
    if (target.glyphs.length >= target.maxGlyphs) continue;
    const glyph = place(char, shape, size, advance, angle);
    if (!glyph) continue;
    glyph.font = fontIndex;
    glyph.color = paint;
    glyph.x = m[0] * penX + m[2] * penY + m[4];
    glyph.y = m[1] * penX + m[3] * penY + m[5];
    glyph.visible = painted && isInside(glyph, window) && (paint !== WHITE || target.isInked(glyph.box));
    target.glyphs.push(glyph);
  }
}

function place(char: FontChar, shape: Matrix, size: number, advance: number, angle: number): Glyph | undefined {
  const ink = char.box;
  // A blank glyph without meaning (a filler, or a code that is not in the font) is nothing on the page.
  if (!ink && char.text === "" && char.name === undefined) return undefined;
  const box = ink
    ? mapBox(shape, ink.x0, ink.y0, ink.x1, ink.y1)
    : { x0: shape[4], y0: shape[5] - size * 0.01, x1: shape[4], y1: shape[5] };
  if (!Number.isFinite(box.x0 + box.x1 + box.y0 + box.y1 + advance + size)) return undefined;
  return {
    text: char.text,
    name: char.name,
    identity: char.identity,
    code: char.code,
    font: 0,
    size,
    x: 0,
    y: 0,
    advance,
    angle,
    box,
    exact: char.exact,
    visible: true,
    color: 0,
    confidence: char.confidence,
  };
}

/** Blank glyphs count by their pen position. */
function isInside(glyph: Glyph, window: Box): boolean {
  const { box } = glyph;
  if (box.x1 > box.x0 && box.y1 > box.y0) return !isEmpty(intersect(box, window));
  return glyph.x >= window.x0 && glyph.x <= window.x1 && glyph.y >= window.y0 && glyph.y <= window.y1;
}

/** Writing direction in degrees clockwise (y down), 0 ≤ angle < 360. */
function angleOf(m: Matrix, along: number, vertical: boolean): number {
  const dx = (vertical ? -m[2] : m[0]) * along;
  const dy = (vertical ? -m[3] : m[1]) * along;
  const degrees = (Math.atan2(dy, dx) * 180) / Math.PI;
  const snapped =
    Math.abs(degrees - Math.round(degrees / 90) * 90) < ANGLE_STEP ? Math.round(degrees / 90) * 90 : degrees;
  return (snapped + 360) % 360;
}
