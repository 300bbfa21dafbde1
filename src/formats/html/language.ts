/** Frequent short words that set languages of Latin script apart. */
const WORDS: Readonly<Record<string, string>> = {
  en: "the of and to in is that for with as are this we be by on from which",
  fr: "le la les des et une dans pour que est par sur avec du qui sont au nous",
  de: "der die das und ist nicht mit ein eine für von auf den dem wird sind im zu",
  es: "el los las una y en para que es con por del se como más sobre al",
  it: "il che di e la per una non con del della sono è gli nel come più",
  pt: "o os um uma e em para que não com por do da dos das são é como",
  nl: "de het een en van in is dat op te voor met niet zijn aan door",
  pl: "i w na z do jest się nie że to dla przez oraz od jako",
};

/** Scripts that name a language well enough. */
const SCRIPTS: readonly [string, RegExp][] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["zh", /\p{Script=Han}/gu],
  ["ru", /\p{Script=Cyrillic}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["ar", /\p{Script=Arabic}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["bn", /\p{Script=Bengali}/gu],
  ["ta", /\p{Script=Tamil}/gu],
  ["te", /\p{Script=Telugu}/gu],
  ["gu", /\p{Script=Gujarati}/gu],
];

/** Characters looked at. */
const SAMPLE = 20_000;

/** BCP 47 code of a text by its script and its small words; `und` when nothing speaks for any. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return "und";
  for (const [language, script] of SCRIPTS) if ((sample.match(script)?.length ?? 0) > letters * 0.15) return language;
  const tokens = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best = "und";
  let bestCount = 1;
  for (const [language, list] of Object.entries(WORDS)) {
    const words = new Set(list.split(" "));
    const count = tokens.filter((token) => words.has(token)).length;
    if (count > bestCount) {
      best = language;
      bestCount = count;
    }
  }
  return best;
}
