import { characterOfName } from "../../layout/math/naming/unicode-symbols.js";

/** A sign as a glyph shows it: its character, and the name of the glyph where the character alone could be another sign. */
export interface SignCharacter {
  text: string;
  name?: string;
}

/** Labels of the recognisers that the maths parser has no character for. */
const SIGNS: Readonly<Record<string, SignCharacter>> = {
  "\\cdot": { text: "⋅" },
  "\\parallel": { text: "∥" },
  "\\preccurlyeq": { text: "≼" },
  "\\Diamond": { text: "◊" },
  "\\coloneqq": { text: "≔" },
  "\\eqcolon": { text: "≕" },
  "\\varnothing": { text: "∅", name: "varnothing" },
  "\\widehat": { text: "ˆ", name: "hatwide" },
  "\\widetilde": { text: "˜", name: "tildewide" },
  "\\mapstochar": { text: "↦", name: "mapstochar" },
};

/** Labels that differ from the names the maths parser knows. */
const SYNONYMS: Readonly<Record<string, string>> = {
  "\\to": "\\rightarrow",
  "\\gets": "\\leftarrow",
  "\\le": "\\leq",
  "\\ge": "\\geq",
  "\\ne": "\\neq",
  "\\dots": "\\ldots",
  "\\Box": "\\square",
};

/** What a recogniser's label of a sign (`\alpha`, `\to`) looks like; undefined for one that prints nothing. */
export function signCharacter(label: string): SignCharacter | undefined {
  const text = characterOfName(SYNONYMS[label] ?? label);
  return SIGNS[label] ?? (text === undefined ? undefined : { text });
}
