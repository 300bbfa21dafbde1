/** A raised or lowered digit that is a character of its own: `²`, `₁`. */
export interface ScriptDigit {
  digit: string;
  script: "super" | "sub";
}

const SUPER = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const SUB = "₀₁₂₃₄₅₆₇₈₉";

/** The digit that the character stands for; undefined for any other character. */
export function readScriptDigit(character: string): ScriptDigit | undefined {
  if (character.length !== 1) return undefined;
  const raised = SUPER.indexOf(character);
  if (raised >= 0) return { digit: String(raised), script: "super" };
  const lowered = SUB.indexOf(character);
  return lowered >= 0 ? { digit: String(lowered), script: "sub" } : undefined;
}
