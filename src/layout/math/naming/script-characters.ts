/** A raised or lowered digit, sign or letter that is a character of its own: `²`, `⁻`, `₁`. */
export interface ScriptCharacter {
  base: string;
  script: "super" | "sub";
}

const BASE = "0123456789+−=()ni";
const SUPER = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ";
const SUB = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢ";

/** What the character is when it stands on the line; undefined for any other character. */
export function readScriptCharacter(character: string): ScriptCharacter | undefined {
  if (character.length !== 1) return undefined;
  const raised = SUPER.indexOf(character);
  if (raised >= 0) return { base: BASE[raised]!, script: "super" };
  const lowered = SUB.indexOf(character);
  return lowered >= 0 ? { base: BASE[lowered]!, script: "sub" } : undefined;
}
