import { parseHeadingNumber } from "../headings/heading-number.js";
import { parseListMarker } from "../lists/list-marker.js";
import type { Line } from "../types.js";
import { isDeclaration } from "./declarations.js";
import type { DescriptionLists } from "./description-lists.js";

/** Share of monospaced characters of a code line; comments and line numbers may be set otherwise. */
export const MONOSPACE = 0.7;
/** What a shell or an interpreter prints before what is typed. */
const PROMPT = /^(?:R?>|>>>|In \[\d+\]:|\$)\s/u;
/** A name in the margin is this near the prose it belongs to, in sizes, which has more words on the row. */
const LABEL_GAP = 3;
const LABEL_WORDS = 5;
/** Baselines of rows with nothing between them, in sizes. */
const NEXT_ROW = 1.45;
/** Monospaced share of a line of book type over one that is all typewriter type. */
const BROKEN_OFF = 0.3;
/** A term that is a line of a program is one all the same. */
const CALL = /[\p{L}\d_]\(|<-|\$|\)$/u;
/** A call, bold but for its arguments, and how far below it the description is, in sizes. */
const SIGNATURE = /^[\p{L}_][\w.]*\(.*\)$/u;
const SIGNATURE_BOLD = 0.3;
const SIGNATURE_ROW = 1.8;
const ADDRESS = /@[\w.-]+\.\w|https?:|www\.|^\S*\b[\w-]+\.(?:com|org|net|edu|gov|io|co|dev|[a-z]{2})\/\S+$/u;
/** What comments of programs begin with. */
const COMMENT_SIGN = /^(?:#|%|;|\*|\/\/|--)(?=[#%;]*\s)/u;
/** Part of an address that goes on from the line above: no blanks but the one that a line's end may leave, and an address's signs. */
const ADDRESS_TAIL = /^(?=.*[./_-])[\w./?=&%#~+:-]+(?: [a-z]{2,5}\.?)?$/u;
/** `{anna,ben}@institute.edu`, also where the sign was not read. */
const MAILBOXES = /^\{[\w.,-]+\}\S{0,3}[\w-]+(?:\.[\w-]+)+$/u;

/**
 * Lines that listings grow from: those of typewriter type, but for addresses, names in the margin, headings, items of lists and what
 * description lists name and describe.
 */
export function listingSeeds(lines: readonly Line[], { terms, descriptions }: DescriptionLists): Line[] {
  const isItem = (line: Line) => line.monospace < 1 && parseListMarker(line.text) !== undefined;
  const addresses = addressLines(lines);
  const labels = marginLabels(lines);
  const prompts = lines.filter((line) => line.monospace > MONOSPACE && PROMPT.test(line.text));
  return lines.filter(
    (line) =>
      (line.monospace > MONOSPACE || isPrompted(line, prompts)) &&
      !addresses.has(line) &&
      !labels.has(line) &&
      !(terms.has(line) && !CALL.test(line.text)) &&
      !isSignature(line, lines) &&
      !descriptions.has(line) &&
      !isDeclaration(line) &&
      !endsSentence(line, lines) &&
      !isItem(line) &&
      !isHeadline(line),
  );
}

/** Begins with the prompt of a line of typewriter type, under or over it; on scans a short line's type may not be told. */
function isPrompted({ text, box, size }: Line, prompts: readonly Line[]): boolean {
  const prompt = PROMPT.exec(text)?.[0];
  if (prompt === undefined) return false;
  return prompts.some((other) => other.text.startsWith(prompt) && Math.abs(other.box.x0 - box.x0) < 0.5 * size);
}

/** `**selectModels**()` over what it does, further in, as the manuals of libraries have it. */
function isSignature({ text, box, bold, baseline, size }: Line, lines: readonly Line[]): boolean {
  if (bold < SIGNATURE_BOLD || !SIGNATURE.test(text)) return false;
  return lines.some((next) => {
    const [below, right] = [next.baseline - baseline, next.box.x0 - box.x0];
    if (below < 0.5 * size || below > SIGNATURE_ROW * size || right < size || right > 4 * size) return false;
    return next.monospace < BROKEN_OFF && /^\p{Lu}/u.test(next.text);
  });
}

/** Right and flush under a full line of book type that is broken off, and ended as sentences are: names may fill the last line of one. */
function endsSentence({ text, box, baseline, size, monospace }: Line, lines: readonly Line[]): boolean {
  if (!/[.:,]$/u.test(text) || PROMPT.test(text)) return false;
  const above = lines.find(
    (other) =>
      Math.abs(other.box.x0 - box.x0) < 0.2 * size &&
      baseline - other.baseline > 0.5 * size &&
      baseline - other.baseline < NEXT_ROW * size,
  );
  if (!above || above.monospace > (monospace < 1 ? MONOSPACE : BROKEN_OFF) || above.words.length <= LABEL_WORDS)
    return false;
  return !/[.:;!?]$/u.test(above.text) && above.box.x1 > box.x1;
}

/** A heading that names a command: a number or a word in bold book type before it. */
function isHeadline({ text, bold, monospace }: Line): boolean {
  return bold > 0 && monospace < 1 && (parseHeadingNumber(text) !== undefined || /^\p{Lu}\p{Ll}+\s/u.test(text));
}

/** Lines of addresses of mail and the web, with the lines they are broken over: typewriter type, but no listing. */
function addressLines(lines: readonly Line[]): Set<Line> {
  const found = new Set<Line>();
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const goesOn =
      before !== undefined &&
      found.has(before) &&
      ADDRESS_TAIL.test(line.text) &&
      line.baseline > before.baseline &&
      line.baseline - before.baseline < 2 * line.size;
    if (goesOn || ((ADDRESS.test(line.text) || MAILBOXES.test(line.text)) && !isComment(line, before))) found.add(line);
  }
  return found;
}

/** `# Written by Anna <anna@example.org>` under another comment of the same program. */
function isComment({ text, box, size, monospace }: Line, before: Line | undefined): boolean {
  const sign = COMMENT_SIGN.exec(text)?.[0];
  if (sign === undefined || before === undefined || Math.min(monospace, before.monospace) <= MONOSPACE) return false;
  return before.text.startsWith(sign) && Math.abs(before.box.x0 - box.x0) < 0.2 * size;
}

/** Names in the margin of the paragraphs that explain them, in typewriter type: beside a line of prose, or flush under such a name. */
function marginLabels(lines: readonly Line[]): Set<Line> {
  const labels = new Set<Line>();
  for (const line of lines.filter(({ monospace, words }) => monospace > MONOSPACE && words.length === 1)) {
    const names = lines.some(
      (other) =>
        other.monospace <= MONOSPACE &&
        other.words.length > LABEL_WORDS &&
        Math.abs(other.baseline - line.baseline) < 0.2 * line.size &&
        other.box.x0 > line.box.x1 &&
        other.box.x0 - line.box.x1 < LABEL_GAP * line.size,
    );
    const goesOn = [...labels].some(
      ({ box, baseline }) =>
        Math.abs(box.x1 - line.box.x1) < 0.2 * line.size &&
        line.baseline > baseline &&
        line.baseline - baseline < 1.6 * line.size,
    );
    if (names || goesOn) labels.add(line);
  }
  return labels;
}
