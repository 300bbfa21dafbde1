import type { FontInfo, Glyph, PageEvidence, Rule } from "../../src/page.js";

/** Fonts of hand-made pages, by index. */
export const FONTS = { regular: 0, bold: 1, italic: 2, mono: 3, math: 4, caps: 5 } as const;
export type FontStyle = keyof typeof FONTS;

const plain: FontInfo = {
  name: "Serif",
  kind: "type1",
  bold: false,
  italic: false,
  monospace: false,
  serif: true,
  math: false,
  ascent: 0.75,
  descent: 0.25,
};
const fonts: FontInfo[] = [
  plain,
  { ...plain, name: "Serif-Bold", bold: true },
  { ...plain, name: "Serif-Italic", italic: true },
  { ...plain, name: "Mono", monospace: true, serif: false },
  { ...plain, name: "CMMI10", italic: true, math: true, encoding: "OML" },
  { ...plain, name: "Serif-Caps" },
];

/** A string set from a pen position on a baseline, in page space. */
export interface Setting {
  text: string;
  x: number;
  y: number;
  /** px; 10 pt by default. */
  size?: number;
  font?: FontStyle;
  /** Degrees clockwise. */
  angle?: number;
  /** Extra advance after every glyph, px. */
  tracking?: number;
  /** Factor on the width of spaces (justified lines). */
  stretch?: number;
  /** `glyphs`: spaces are in the text layer; `gaps`: they are pen moves only, as TeX writes them. */
  spaces?: "glyphs" | "gaps";
  visible?: boolean;
}

export const BODY_SIZE = 34.7;

/** Advance of a character in em, roughly that of Times. */
export function advanceOf(character: string, font: FontStyle = "regular"): number {
  if (font === "mono") return 0.6;
  if (/[\u2e80-\u9fff\u3000-\u30ff]/u.test(character)) return 1;
  if (/[ilj.,;:'’|!()[\]It1f-]/.test(character)) return 0.3;
  if (/[mwMW—]/.test(character)) return 0.78;
  if (/\p{Lu}/u.test(character)) return 0.67;
  return character === " " ? 0.25 : 0.48;
}

/** Width in px of a string set solid. */
export function widthOf(text: string, size = BODY_SIZE, font: FontStyle = "regular"): number {
  return [...text].reduce((sum, character) => sum + advanceOf(character, font) * size, 0);
}

export function setText(setting: Setting): Glyph[] {
  const { text, x, y, size = BODY_SIZE, font = "regular", angle = 0, tracking = 0, stretch = 1 } = setting;
  const radians = (angle * Math.PI) / 180;
  const [cos, sin] =
    angle % 90 === 0
      ? [Math.round(Math.cos(radians)), Math.round(Math.sin(radians))]
      : [Math.cos(radians), Math.sin(radians)];
  const glyphs: Glyph[] = [];
  let pen = 0;
  for (const character of text) {
    const width = advanceOf(character, font) * size * (character === " " ? stretch : 1);
    const place = (u: number, v: number) => ({ x: x + u * cos - v * sin, y: y + u * sin + v * cos });
    const top = /[acegmnopqrsuvwxyz.,]/.test(character) ? 0.45 : 0.7;
    const bottom = /[gjpqy,;Q()]/.test(character) ? 0.2 : 0;
    const inset = character === " " ? width / 2 : 0.04 * size;
    const a = place(pen + inset, -top * size);
    const b = place(pen + width - inset, bottom * size);
    const origin = place(pen, 0);
    if (character !== " " || setting.spaces !== "gaps") {
      glyphs.push({
        text: character,
        identity: "unicode",
        code: character.codePointAt(0) ?? 0,
        font: FONTS[font],
        size,
        ...origin,
        advance: width,
        angle,
        box: { x0: Math.min(a.x, b.x), y0: Math.min(a.y, b.y), x1: Math.max(a.x, b.x), y1: Math.max(a.y, b.y) },
        exact: true,
        visible: setting.visible ?? true,
        color: 0,
        confidence: 1,
      });
    }
    pen += width + tracking;
  }
  return glyphs;
}

/** Lines one below the other, `leading` px apart. */
export function setLines(lines: readonly string[], first: Omit<Setting, "text"> & { leading?: number }): Setting[] {
  const { leading = 1.2 * (first.size ?? BODY_SIZE), ...rest } = first;
  return lines.map((text, index) => ({ ...rest, text, y: first.y + index * leading }));
}

/**
 * Wraps text to lines of at most `width` px and sets them; `justify` stretches the spaces of all but the last line.
 * `indent` moves the first line in.
 */
export function setParagraph(
  text: string,
  place: Omit<Setting, "text"> & { width: number; leading?: number; justify?: boolean; indent?: number },
): Setting[] {
  const { width, leading = 1.2 * (place.size ?? BODY_SIZE), justify = false, indent = 0, ...rest } = place;
  const size = place.size ?? BODY_SIZE;
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const room = width - (lines.length <= 1 ? indent : 0);
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length === 0) lines.push(word);
    else if (widthOf(longer, size, place.font) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line, index) => {
    const spaces = line.split(" ").length - 1;
    const missing = width - (index === 0 ? indent : 0) - widthOf(line, size, place.font);
    const stretch = justify && index < lines.length - 1 && spaces > 0 ? 1 + missing / (spaces * 0.25 * size) : 1;
    return { ...rest, text: line, x: place.x + (index === 0 ? indent : 0), y: place.y + index * leading, stretch };
  });
}

export function makeRule(x0: number, y0: number, x1: number, y1: number): Rule {
  const horizontal = x1 - x0 >= y1 - y0;
  return {
    box: { x0, y0, x1, y1 },
    direction: horizontal ? "horizontal" : "vertical",
    thickness: horizontal ? y1 - y0 : x1 - x0,
    color: 0,
  };
}

/** A page of US Letter size with the given strings. */
export function makeEvidence(settings: readonly Setting[], more: Partial<PageEvidence> = {}): PageEvidence {
  return {
    page: 1,
    width: 2125,
    height: 2750,
    fonts,
    glyphs: settings.flatMap(setText),
    rules: [],
    fills: [],
    pictures: [],
    drawings: [],
    links: [],
    textLayer: { verdict: "trusted", reasons: [] },
    ...more,
  };
}
