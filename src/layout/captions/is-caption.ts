import type { Box } from "../../page.js";
import type { Line } from "../types.js";
import { type CaptionLabel, parseCaptionLabel } from "./caption-label.js";

/** Verbs after `Figure 3` that make it a sentence about the figure, in any of the languages of the label table. */
const SENTENCE_VERB =
  /^(?:shows?|shown|illustrates?|depicts?|presents?|displays?|gives?|lists?|compares?|summari[sz]es?|reports?|contains?|describes?|is|are|was|were|has|have|can|and|or|to|in|on|of|for|we|that|which|below|above|zeigt|stellt|enthält|gibt|und|montre|présente|illustre|donne|et|mostra|presenta|illustra|riporta|muestra|presenta|y|e)\b/iu;

/**
 * Whether a block that starts with `first` is a caption. `Figure 3: …` and `Table 2. …` are; without punctuation the label must
 * be set apart from the words after it (bold, small capitals, end of line) or the rest must not read on as a sentence.
 *
 * @param nearFloat a picture or table adjoins the block
 */
export function captionOf(first: Line, nearFloat: boolean, size: number): CaptionLabel | undefined {
  const label = parseCaptionLabel(first.text);
  if (!label) return undefined;
  if (label.number === "") return nearFloat ? label : undefined;
  // `Figure 6. We handle …` beside a float is a caption that begins with a sentence.
  const begins = label.punctuated && nearFloat && /^\p{Lu}/u.test(label.rest);
  if (SENTENCE_VERB.test(label.rest) && !begins) return undefined;
  // `Table 1. The …` also ends sentences that begin a line by chance (`… see` / `Table 1. We …`): punctuation counts when
  // the block stands beside a float, or the colon is used, which running text hardly does.
  if (label.punctuated) return label;
  if (label.rest === "") return nearFloat || first.bold > 0.5 || first.size < 0.97 * size ? label : undefined;
  // `Table 2 takes up …` reads on in lower case; captions begin anew.
  if (nearFloat) return /^\p{Ll}/u.test(label.rest) ? undefined : label;
  if (labelIsSetOff(first, label.text)) return label;
  return undefined;
}

/** Blank of more than an em behind the label, as some journals set it in place of a colon. */
function labelIsSetOff(line: Line, label: string): boolean {
  let text = "";
  for (const [index, word] of line.words.entries()) {
    text = text === "" ? word.text : `${text} ${word.text}`;
    if (text.length < label.length) continue;
    const next = line.words[index + 1];
    return next !== undefined && next.box.x0 - word.box.x1 > 0.8 * line.size;
  }
  return false;
}

/** Whether one of the boxes is right above or below `box` (within `reach` px) and overlaps it in x, or stands beside it. */
export function adjoins(box: Box, others: readonly Box[], reach: number): boolean {
  return others.some((other) => {
    const acrossX = Math.min(box.x1, other.x1) - Math.max(box.x0, other.x0);
    const acrossY = Math.min(box.y1, other.y1) - Math.max(box.y0, other.y0);
    if (acrossX > 0) return -acrossY < reach;
    return acrossY > 0.3 * (box.y1 - box.y0) && -acrossX < reach;
  });
}
