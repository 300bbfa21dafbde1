import type { Continuation } from "../../page.js";
import { isIdeographic } from "../glyphs/writing-systems.js";
import type { Line } from "../types.js";
import { keepsHyphen, type Vocabulary } from "./decide-hyphen.js";

const HYPHEN_END = /([\p{L}\p{N}\p{M}.'’-]*?)([-\u2010\u2011\u00ad])$/u;
const DASH_END = /[\u2013\u2014/]$/u;
/** `pre- and post-processing`: the hyphen stays and so does the space. No word is broken before these. */
const CONJUNCTION = /^(?:and|or|und|oder|bis|bzw\.|et|ou|ed|e|o|y|u)\s/u;
const URL_TAIL = /(?:https?:|ftp:|www\.|doi:|doi\.org)\S*$/iu;

/** An address broken behind a colon: `http:` over `//…`, `host:` over `8080/`. */
function isTornScheme(before: string, after: string): boolean {
  if (/(?:https?|ftp):$/u.test(before)) return after.startsWith("//");
  return /:\/\/\S+:$/u.test(before) && /^\d{2,5}\//u.test(after);
}

/** An address broken behind or before one of its signs, or behind its scheme. */
function isTornAddress(before: string, after: string): boolean {
  if (!URL_TAIL.test(before)) return false;
  if (/[-_/.=&?%#~]$/.test(before) || isTornScheme(before, after)) return /^[\w%/?=&#~.-]/.test(after);
  return /[\w)]$/.test(before) && /^[./?=&#][\w~%-]/.test(after);
}

/** Addresses and names have a type of their own where the words around them have another. */
function isOneFont({ words }: Line, next: Line): boolean {
  const [last, first] = [words?.at(-1)?.glyphs.at(-1), next.words?.[0]?.glyphs[0]];
  return !last || !first || last.font === first.font;
}

/** How `next` goes on from `line` when both belong to one paragraph. */
export function joinLines(line: Line, next: Line, vocabulary: Vocabulary): Exclude<Continuation, "start" | "newline"> {
  const before = line.text.trimEnd();
  const after = next.text.trimStart();
  if (before.endsWith("\u00ad")) return "no_hyphen";
  if (isTornAddress(before, after)) return isOneFont(line, next) ? "no_space" : "space";
  // `NO_` over `MACRO`: a name is broken behind a low line.
  if (/[\p{L}\p{N}]_$/u.test(before) && /^[\p{L}\p{N}]/u.test(after) && isOneFont(line, next)) return "no_space";
  const hyphen = HYPHEN_END.exec(before);
  if (hyphen?.[1]) {
    if (CONJUNCTION.test(after) && /\p{L}$/u.test(hyphen[1])) return "space";
    const part = /^[\p{L}\p{M}\p{N}]*/u.exec(after)?.[0] ?? "";
    return keepsHyphen(hyphen[1], part, vocabulary) || hyphen[2] === "\u2011" ? "no_space" : "no_hyphen";
  }
  if (DASH_END.test(before) && !/\s[\u2013\u2014/]$/u.test(before)) return "no_space";
  if (isIdeographic([...before].at(-1) ?? "") && isIdeographic([...after][0] ?? "")) return "no_space";
  return "space";
}
