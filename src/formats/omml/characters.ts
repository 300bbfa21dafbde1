/** Operators that Word sets as n-ary objects with their operand (ECMA-376 part 1, §22.1.2.70). */
export const NARY = new Set("∑∏∐∫∬∭⨌∮∯∰∱∲∳⋀⋁⋂⋃⨀⨁⨂⨃⨄⨅⨆");

/** Those with limits beside them, unless the formula says otherwise. */
export const INTEGRALS = new Set("∫∬∭⨌∮∯∰∱∲∳");

/** What stands above a base → combining character of Word's accent object. */
export const ACCENTS: Readonly<Record<string, string>> = {
  "^": "\u0302",
  ˆ: "\u0302",
  "\u0302": "\u0302",
  "~": "\u0303",
  "˜": "\u0303",
  "∼": "\u0303",
  "¯": "\u0305",
  ˉ: "\u0305",
  "→": "\u20d7",
  "⃗": "\u20d7",
  "⇀": "\u20d1",
  "↼": "\u20d0",
  "←": "\u20d6",
  "↔": "\u20e1",
  "˙": "\u0307",
  ".": "\u0307",
  "¨": "\u0308",
  "⃛": "\u20db",
  "...": "\u20db",
  "⃜": "\u20dc",
  "....": "\u20dc",
  ˇ: "\u030c",
  "˘": "\u0306",
  "´": "\u0301",
  ˊ: "\u0301",
  "`": "\u0300",
  ˋ: "\u0300",
  "˚": "\u030a",
};

/** Lines over and under: Word's bar object. */
export const BARS = new Set(["―", "‾", "_", "\u0332", "¯¯"]);

/** Braces and brackets that span what they stand over or under: Word's group character. */
export const GROUPERS = new Set("⏞⏟⎴⎵⏜⏝⏠⏡︷︸");

/** Arrows that grow with their labels. */
export const ARROWS = new Set("→←↔⇒⇐⇔⟶⟵⟷⟹⟸⟺↦⟼↪↩⇌⇋⇄⇆↠↞⇀⇁↼↽=");

/**
 * Characters that programs with a formula language of their own (LibreOffice) would read as markup; Word's `lit` says that
 * they are what they look like.
 */
export const LITERAL = /[#%"^_&$~\\|`{}()[\]⟨⟩⌈⌉⌊⌋‖∥]/u;

/** A character without width where Word would else draw an empty box. */
export const NOTHING = "\u200b";

/** Blanks by width in em, largest first. */
export const BLANKS: readonly (readonly [number, string])[] = [
  [1, "\u2003"],
  [0.5, "\u2002"],
  [0.27, "\u2005"],
  [0.2, "\u205f"],
  [0.15, "\u2009"],
  [0.05, "\u200a"],
];

/** Function names that LibreOffice and pandoc know by themselves, before an operand. */
export const KNOWN_FUNCTIONS = new Set(
  "sin cos tan cot sinh cosh tanh coth arcsin arccos arctan arccot ln log exp lim limsup liminf".split(" "),
);
