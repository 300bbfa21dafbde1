/** Scripts that Latin text fonts lack. A run of one is set in a font of its own under XeLaTeX. */
export const SCRIPTS = {
  arabic: {
    pattern: /\p{Script=Arabic}/u,
    rightToLeft: true,
    fonts: ["Noto Naskh Arabic", "Amiri", "Noto Sans Arabic", "Scheherazade New", "DejaVu Sans", "FreeSerif"],
    name: "Arabic",
  },
  hebrew: {
    pattern: /\p{Script=Hebrew}/u,
    rightToLeft: true,
    fonts: ["Noto Serif Hebrew", "Noto Sans Hebrew", "Frank Ruehl CLM", "FreeSerif", "DejaVu Sans"],
    name: "Hebrew",
  },
  devanagari: {
    pattern: /\p{Script=Devanagari}/u,
    fonts: ["Noto Serif Devanagari", "Noto Sans Devanagari", "Lohit Devanagari", "FreeSerif"],
    name: "Devanagari",
  },
  bengali: {
    pattern: /\p{Script=Bengali}/u,
    fonts: ["Noto Serif Bengali", "Noto Sans Bengali", "Lohit Bengali", "FreeSerif"],
    name: "Bengali",
  },
  gurmukhi: {
    pattern: /\p{Script=Gurmukhi}/u,
    fonts: ["Noto Serif Gurmukhi", "Noto Sans Gurmukhi", "FreeSerif"],
    name: "Gurmukhi",
  },
  gujarati: {
    pattern: /\p{Script=Gujarati}/u,
    fonts: ["Noto Serif Gujarati", "Noto Sans Gujarati", "FreeSerif"],
    name: "Gujarati",
  },
  tamil: { pattern: /\p{Script=Tamil}/u, fonts: ["Noto Serif Tamil", "Noto Sans Tamil", "FreeSerif"], name: "Tamil" },
  telugu: { pattern: /\p{Script=Telugu}/u, fonts: ["Noto Serif Telugu", "Noto Sans Telugu"], name: "Telugu" },
  kannada: { pattern: /\p{Script=Kannada}/u, fonts: ["Noto Serif Kannada", "Noto Sans Kannada"], name: "Kannada" },
  malayalam: {
    pattern: /\p{Script=Malayalam}/u,
    fonts: ["Noto Serif Malayalam", "Noto Sans Malayalam", "FreeSerif"],
    name: "Malayalam",
  },
  sinhala: {
    pattern: /\p{Script=Sinhala}/u,
    fonts: ["Noto Serif Sinhala", "Noto Sans Sinhala", "FreeSerif"],
    name: "Sinhala",
  },
  thai: {
    pattern: /\p{Script=Thai}/u,
    fonts: ["Noto Serif Thai", "Noto Sans Thai", "Norasi", "FreeSerif"],
    name: "Thai",
  },
  lao: { pattern: /\p{Script=Lao}/u, fonts: ["Noto Serif Lao", "Noto Sans Lao", "DejaVu Sans"], name: "Lao" },
  khmer: { pattern: /\p{Script=Khmer}/u, fonts: ["Noto Serif Khmer", "Noto Sans Khmer"], name: "Khmer" },
  myanmar: { pattern: /\p{Script=Myanmar}/u, fonts: ["Noto Serif Myanmar", "Noto Sans Myanmar"], name: "Myanmar" },
  tibetan: { pattern: /\p{Script=Tibetan}/u, fonts: ["Noto Serif Tibetan"], name: "Tibetan" },
  georgian: {
    pattern: /\p{Script=Georgian}/u,
    fonts: ["Noto Serif Georgian", "DejaVu Serif", "FreeSerif"],
    name: "Georgian",
  },
  armenian: {
    pattern: /\p{Script=Armenian}/u,
    fonts: ["Noto Serif Armenian", "DejaVu Serif", "FreeSerif"],
    name: "Armenian",
  },
  ethiopic: {
    pattern: /\p{Script=Ethiopic}/u,
    fonts: ["Noto Serif Ethiopic", "Noto Sans Ethiopic", "FreeSerif"],
    name: "Ethiopic",
  },
  hangul: {
    pattern: /\p{Script=Hangul}/u,
    fonts: [
      "Noto Serif CJK KR",
      "Noto Sans CJK KR",
      "UnBatang",
      "NanumMyeongjo",
      "AppleMyungjo",
      "Batang",
      "FreeSerif",
    ],
    name: "CJK",
  },
  cjk: {
    pattern:
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\u30fb\u30fc\uff00-\uffef]/u,
    fonts: [
      "Noto Serif CJK SC",
      "Noto Sans CJK SC",
      "Source Han Serif SC",
      "FandolSong",
      "Songti SC",
      "SimSun",
      "Noto Serif CJK JP",
      "IPAexMincho",
      "Hiragino Mincho ProN",
      "MS Mincho",
      "WenQuanYi Zen Hei",
      "Droid Sans Fallback",
    ],
    name: "CJK",
  },
  symbol: {
    pattern:
      /[\p{So}\p{Sk}\p{Sm}\p{Emoji_Presentation}\u2300-\u23ff\u2500-\u27bf\u2900-\u2bff\u2100-\u21ff]|[\u{1f000}-\u{1faff}]/u,
    fonts: ["DejaVu Sans", "FreeSerif", "Symbola", "Noto Sans Symbols2", "Segoe UI Symbol", "Apple Symbols"],
    name: "Symbols",
  },
} as const satisfies Record<string, { pattern: RegExp; fonts: readonly string[]; name: string; rightToLeft?: true }>;

export type Script = keyof typeof SCRIPTS;

const NAMES = Object.keys(SCRIPTS) as Script[];

/** Script of a character whose font the main one does not replace; undefined for Latin, Greek, Cyrillic and what all share. */
export function scriptOf(char: string): Script | undefined {
  if (char < "\u0250") return undefined;
  return NAMES.find((name) => SCRIPTS[name].pattern.test(char));
}

export function isRightToLeft(script: Script): boolean {
  return "rightToLeft" in SCRIPTS[script];
}
