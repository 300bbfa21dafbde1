import type { Inline } from "./document.js";

/** A line end within a sentence: the paragraph only went over to the next page. */
export function isWithinSentence(before: Inline | undefined, after: Inline | undefined): boolean {
  const ends = before?.type === "math" || (before?.type === "text" && /[\p{L}\p{N},;–—-]\s*$/u.test(before.text));
  const goesOn = after?.type === "math" || (after?.type === "text" && /^\s*\p{Ll}/u.test(after.text));
  return ends && goesOn && !(before?.type === "math" && after?.type === "math");
}
