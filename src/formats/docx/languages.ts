/** Names of languages in English → the code Word checks spelling by. */
const NAMES: Readonly<Record<string, string>> = {
  english: "en-US",
  french: "fr-FR",
  german: "de-DE",
  spanish: "es-ES",
  italian: "it-IT",
  portuguese: "pt-PT",
  dutch: "nl-NL",
  polish: "pl-PL",
  czech: "cs-CZ",
  slovak: "sk-SK",
  hungarian: "hu-HU",
  romanian: "ro-RO",
  turkish: "tr-TR",
  swedish: "sv-SE",
  danish: "da-DK",
  norwegian: "nb-NO",
  finnish: "fi-FI",
  vietnamese: "vi-VN",
  indonesian: "id-ID",
  russian: "ru-RU",
  ukrainian: "uk-UA",
  greek: "el-GR",
  chinese: "zh-CN",
  japanese: "ja-JP",
  korean: "ko-KR",
  arabic: "ar-SA",
  hebrew: "he-IL",
  hindi: "hi-IN",
  bengali: "bn-IN",
  tamil: "ta-IN",
  telugu: "te-IN",
  gujarati: "gu-IN",
  thai: "th-TH",
};

const BY_CODE = new Map(Object.values(NAMES).map((code) => [code.slice(0, code.indexOf("-")), code]));

export interface DocumentLanguage {
  /** Codes for the three kinds of script Word tells apart. */
  latin: string;
  eastAsian: string | undefined;
  complex: string | undefined;
  isRightToLeft: boolean;
}

const EAST_ASIAN = new Set(["zh", "ja", "ko"]);
const COMPLEX = new Set(["ar", "he", "hi", "bn", "ta", "te", "gu", "th", "fa", "ur"]);
const RIGHT_TO_LEFT = new Set(["ar", "he", "fa", "ur"]);

/** By name (`German`) or BCP 47 code; what is neither is taken for English. */
export function documentLanguage(language: string): DocumentLanguage {
  const bare = language.trim().toLowerCase();
  const isCode = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/.test(bare) && bare !== "und";
  const code = NAMES[bare] ?? (isCode ? (BY_CODE.get(bare) ?? language.trim()) : "en-US");
  const short = code.slice(0, 2).toLowerCase();
  const other = EAST_ASIAN.has(short) || COMPLEX.has(short);
  return {
    latin: other ? "en-US" : code,
    eastAsian: EAST_ASIAN.has(short) ? code : undefined,
    complex: COMPLEX.has(short) ? code : undefined,
    isRightToLeft: RIGHT_TO_LEFT.has(short),
  };
}
