import type { PageLayout } from "../../page.js";
import { isTextBlock, lineText } from "./block-text.js";
import { SCRIPT_LANGUAGES, STOP_WORDS } from "./stop-words.js";

/** Fewer hits than this say nothing. */
const LEAST_HITS = 6;
/** Share of a page's words that a language's stop words make at least. */
const LEAST_SHARE = 0.08;
/** A second language needs this share of the first one's hits. */
const SECOND_SHARE = 0.6;
/** Share of the letters that a script needs. */
const SCRIPT_SHARE = 0.2;

const LANGUAGES_OF_WORD = new Map<string, string[]>();
for (const [code, words] of Object.entries(STOP_WORDS)) {
  for (const word of words) LANGUAGES_OF_WORD.set(word, [...(LANGUAGES_OF_WORD.get(word) ?? []), code]);
}

/** Languages of a page as BCP 47 codes, most frequent first: by script where it decides, else by stop words. */
export function detectLanguages(layout: PageLayout): string[] {
  const text = layout.blocks
    .filter(isTextBlock)
    .filter((block) => block.kind !== "code" && block.kind !== "page_info")
    .flatMap((block) => block.lines.map(lineText))
    .join(" ");
  const letters = (text.match(/\p{L}/gu) ?? []).length;
  const byScript = SCRIPT_LANGUAGES.map(({ code, pattern }) => ({
    code,
    hits: (text.match(pattern) ?? []).length,
  })).filter(({ hits }) => hits > SCRIPT_SHARE * letters);
  // Japanese prints Han as well: the first script in the table that is common decides between them.
  const script = byScript[0];
  if (script && letters > 0) return [script.code];
  return byStopWords(text.toLowerCase().match(/\p{L}+/gu) ?? []);
}

function byStopWords(words: readonly string[]): string[] {
  const hits = new Map<string, number>();
  for (const word of words)
    for (const code of LANGUAGES_OF_WORD.get(word) ?? []) hits.set(code, (hits.get(code) ?? 0) + 1);
  const ranked = [...hits].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const most = ranked[0]?.[1] ?? 0;
  if (most < LEAST_HITS || most < LEAST_SHARE * words.length) return [];
  return ranked
    .filter(([, count]) => count >= SECOND_SHARE * most && count >= LEAST_HITS)
    .slice(0, 2)
    .map(([code]) => code);
}
