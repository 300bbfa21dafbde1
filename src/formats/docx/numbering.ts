import { element, property, type Xml } from "../xml.js";
import { WORD_NAMESPACES } from "./namespaces.js";

/** Indentation of a level, and of the text behind its mark, twips. */
export const LIST_INDENT = 720;
export const LIST_HANGING = 360;
/** Word has nine levels. */
export const DEEPEST_LEVEL = 8;

const BULLETS = ["•", "–", "∗", "·"];
/** Labels of LaTeX's `enumerate` by level. */
const NUMBERS: readonly (readonly [string, string])[] = [
  ["decimal", "%."],
  ["lowerLetter", "(%)"],
  ["lowerRoman", "%."],
  ["upperLetter", "%."],
];

const BULLET_LIST = 1;
const NUMBERED_LIST = 2;

/** Lists of a document: all bullets are one list to Word, each numbered list counts for itself. */
export class Numbering {
  readonly #lists: { kind: number; level: number; start: number }[] = [];
  #bullets: number | undefined;

  bullets(): number {
    this.#bullets ??= this.#lists.push({ kind: BULLET_LIST, level: 0, start: 1 });
    return this.#bullets;
  }

  numbered(level: number, start: number): number {
    return this.#lists.push({ kind: NUMBERED_LIST, level, start });
  }

  /** `word/numbering.xml`; undefined without lists. */
  part(): Xml | undefined {
    if (this.#lists.length === 0) return undefined;
    const lists = this.#lists.map(({ kind, level, start }, i) =>
      element(
        "w:num",
        { "w:numId": i + 1 },
        property("w:abstractNumId", kind),
        kind === NUMBERED_LIST ? element("w:lvlOverride", { "w:ilvl": level }, property("w:startOverride", start)) : "",
      ),
    );
    return element("w:numbering", WORD_NAMESPACES, abstractList(BULLET_LIST), abstractList(NUMBERED_LIST), ...lists);
  }
}

function abstractList(kind: number): Xml {
  const levels = Array.from({ length: DEEPEST_LEVEL + 1 }, (_, level) => {
    const [format, label] =
      kind === BULLET_LIST ? ["bullet", BULLETS[level % BULLETS.length]!] : NUMBERS[level % NUMBERS.length]!;
    return element(
      "w:lvl",
      { "w:ilvl": level },
      property("w:start", 1),
      property("w:numFmt", format),
      property("w:lvlText", label.replace("%", `%${level + 1}`)),
      property("w:lvlJc", "left"),
      element("w:pPr", {}, element("w:ind", { "w:left": LIST_INDENT * (level + 1), "w:hanging": LIST_HANGING })),
    );
  });
  return element("w:abstractNum", { "w:abstractNumId": kind }, property("w:multiLevelType", "multilevel"), ...levels);
}
