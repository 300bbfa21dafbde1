import { isListed } from "./brackets.js";
import type { InnerGap } from "./inner-gaps.js";
import { type Token, touches } from "./token.js";

/**
 * Signs of a maths font, not of the keyboard, that make maths of numbers and brackets: `2 × 3`, `± 0.2`, `≥ 5`, `[X] ≅ [Y]`, `161^∘`,
 * `|1⟩`.
 */
export function isCalculation(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!;
  if (!token.strong) return false;
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  if (token.text === "∘") return token.script === "super" && before?.role === "number" && touches(before, token);
  if (token.text === "⟩")
    return before?.role === "number" && (tokens[index - 2]?.text === "|" || tokens[index - 2]?.text === "∣");
  // `7′`, `1″.3`; `{1, −1}` in the braces of a maths font.
  if (token.role === "prime") return before?.role === "number" && touches(before, token);
  if (token.role === "open") return token.text === "{" && isListed(tokens, index);
  if (token.role !== "link") return false;
  if (/^[↑↓]$/u.test(token.text)) return after?.role === "number" && touches(token, after);
  // The stroke through a relation.
  if (token.text === "\u0338") return true;
  // A place for an argument: `(·, ·)`.
  if (
    /^[·⋅]$/u.test(token.text) &&
    /^(?:open|mark)$/.test(before?.role ?? "") &&
    /^(?:close|mark)$/.test(after?.role ?? "")
  )
    return true;
  if (/^[·⋅∗]$/u.test(token.text)) return before?.role === "number" && after?.role === "number";
  if (!/^[×±∓÷≤≥≪≫≠≈≃≅≡∼⊂⊆∈]$/u.test(token.text)) return false;
  // Products need two numbers; a bound or an error may stand alone.
  if (/^[×÷]$/u.test(token.text) && !/^(?:number|close|prime)$/.test(before?.role ?? "")) return false;
  return (
    after?.role === "number" || (after?.role === "open" && (before?.role === "close" || before?.role === "number"))
  );
}

/** `2 = 1 + 1`: a relation between numbers with the blank of formulas on both sides. */
export function isEquation(tokens: readonly Token[], index: number, inner: InnerGap): boolean {
  const [before, token, after] = [tokens[index - 1], tokens[index]!, tokens[index + 1]];
  return (
    /^[=<>]$/.test(token.text) &&
    (before?.role === "number" || before?.role === "close") &&
    (after?.role === "number" || after?.role === "open") &&
    inner(token) === true &&
    inner(after) === true
  );
}
