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

/** How `next` goes on from `line` when both belong to one paragraph. */
export function joinLines(line: Line, next: Line, vocabulary: Vocabulary): Exclude<Continuation, "start" | "newline"> {
  const before = line.text.trimEnd();
  const after = next.text.trimStart();
  if (before.endsWith("\u00ad")) return "no_hyphen";
  const url = URL_TAIL.exec(before);
  if (url && (/[-_/.=&?%#~]$/.test(before) || isTornScheme(before, after)) && /^[\w%/?=&#~.-]/.test(after))
    return "no_space";
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
