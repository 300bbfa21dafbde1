import { overlapX } from "../boxes.js";
import type { FlowItem } from "../columns/flow-item.js";
import type { Line, PageMetrics } from "../types.js";

type LineItem = Extract<FlowItem, { kind: "line" }>;
interface LabelledRow {
  label: LineItem;
  text: LineItem;
}

/** Most words of a label. */
const LABEL_WORDS = 3;
/** A line of so many words is one of a sentence. */
const LONG_LINE = 7;
/** The next line of a label or text is this near, in leadings. */
const NEXT_LINE = 1.22;

/**
 * Rows of a label and the line beside it, in reading order: labels of several lines beside a paragraph come before it, where reading row by
 * row would tear it (`2010 – / 2012` beside two lines of a sentence).
 */
export function stackLabels(rows: readonly FlowItem[][], metrics: PageMetrics): FlowItem[][] {
  const ordered: FlowItem[][] = [];
  for (let at = 0; at < rows.length; ) {
    const stack: LabelledRow[] = [];
    for (let next = at; next < rows.length; next++) {
      const row = labelled(rows[next]!);
      const last = stack.at(-1);
      if (!row || (last && !goesOn(last, row, metrics))) break;
      stack.push(row);
    }
    if (stack.length > 1)
      ordered.push(
        stack.map(({ label }) => label),
        ...stack.map(({ text }) => [text]),
      );
    else ordered.push(rows[at]!);
    at += Math.max(1, stack.length);
  }
  return ordered;
}

function labelled([label, text, ...rest]: FlowItem[]): LabelledRow | undefined {
  if (label?.kind !== "line" || text?.kind !== "line" || rest.length > 0) return undefined;
  return label.line.words.length <= LABEL_WORDS && text.line.words.length > LABEL_WORDS ? { label, text } : undefined;
}

/** Both sides go on right below, the text in the middle of a sentence. */
function goesOn(above: LabelledRow, below: LabelledRow, { leading }: PageMetrics): boolean {
  const follows = (first: Line, next: Line) =>
    next.baseline - first.baseline < NEXT_LINE * leading && overlapX(first.box, next.box) > 0;
  return (
    follows(above.label.line, below.label.line) &&
    follows(above.text.line, below.text.line) &&
    readsOn(above.text.line, below.text.line)
  );
}

function readsOn(above: Line, below: Line): boolean {
  if (/[.:;!?]$/u.test(above.text)) return false;
  return /^\p{Ll}/u.test(below.text) || (above.words.length >= LONG_LINE && /[\p{Ll},]$/u.test(above.text));
}
