/**
 * How surprising a letter is after another, in bits (0–9, −log₂ of the probability in the language where the pair is
 * most usual). Row: the letter before (first row: start of word). Column: a–z, end of word. Counted from Debian's word
 * lists of American English, French, German, Spanish, Italian, Portuguese, Catalan, Dutch, Danish, Norwegian, Swedish
 * and Polish and from running English, French, German and Italian; diacritics folded.
 */
const SURPRISE = [
  "333323444645424353234447749", // start of word
  "333335442543326472323356642", // a
  "227717571672652692344879154", // b
  "293819902514872974634996424", // c
  "266516672755542594354658421", // d
  "554346463453325472234655742", // e
  "269423562663671793433669564", // f
  "279616343553731892342769771", // g
  "158918791473542994423559371", // h
  "363415387344423654235465942", // i
  "044314684934441695452589852", // j
  "255817542444742794323558472", // k
  "256416532652553687334687362", // l
  "246516562775351296453788382", // m
  "263225241757842767225477442", // n
  "655435453643313472243427541", // o
  "277723733773762392444789684", // p
  "499989995998998997790769995", // q
  "256426462856532584333668422", // r
  "363636643435463467224669531", // s
  "266817622556752793334756341", // t
  "444324452243414382324545852", // u
  "179607672874841794465599694", // v
  "156616932964743794474849373", // w
  "263615752654562286524362361", // x
  "153326373534332393232547951", // y
  "065616471855542677542639320", // z
];

/** Letters that fold to others but have no canonical decomposition. */
const FOLDED: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};
const A = 97;

export interface LetterStatistics {
  /** Sum of surprises in bits, and how many pairs they are. */
  bits: number;
  pairs: number;
}

/** Adds a word to the statistics; words with other than Latin letters and very short ones say nothing. */
export function addWord(statistics: LetterStatistics, word: string): void {
  const folded = foldLetters(word);
  if (!/^[a-z]{3,}$/.test(folded)) return;
  let before = 0;
  for (let i = 0; i <= folded.length; i++) {
    const letter = i === folded.length ? 26 : folded.charCodeAt(i) - A;
    statistics.bits += SURPRISE[before]!.charCodeAt(letter) - 48;
    statistics.pairs++;
    before = letter + 1;
  }
}

/** Mean surprise in bits. Running text of Latin-script languages has 2.1–2.7, substituted letters 3.4–4.7 (measured). */
export function meanSurprise({ bits, pairs }: LetterStatistics): number {
  return pairs === 0 ? 0 : bits / pairs;
}

function foldLetters(word: string): string {
  return word
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => FOLDED[letter]!)
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}
