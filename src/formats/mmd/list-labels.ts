/** Labels that a document gives its lists by `\renewcommand{\labelenumi}{…}`: what stands for a number, by level. */
export class ListLabels {
  readonly #templates = new Map<string, string>();

  /** Takes note of a `\renewcommand`; commands for anything else are passed over. */
  define(latex: string): void {
    const match = /\\renewcommand\s*\{?\s*\\label(enum|item)(i{1,3}|iv)\s*\}?\s*\{([\s\S]*)\}\s*$/.exec(latex);
    if (match) this.#templates.set(`${match[1]}${match[2]}`, match[3]!);
  }

  /** LaTeX of the label of an item; undefined where the list keeps its own. `level` counts from 0. */
  of(ordered: boolean, level: number, number: number): string | undefined {
    const template = this.#templates.get(`${ordered ? "enum" : "item"}${LEVELS[level] ?? ""}`);
    return template?.replace(/\\(arabic|alph|Alph|roman|Roman)\s*\{[^{}]*\}/g, (_, style: string) =>
      COUNTERS[style]!(number),
    );
  }
}

const LEVELS = ["i", "ii", "iii", "iv"];

const COUNTERS: Readonly<Record<string, (number: number) => string>> = {
  arabic: String,
  alph: letter,
  Alph: (number) => letter(number).toUpperCase(),
  roman,
  Roman: (number) => roman(number).toUpperCase(),
};

/** LaTeX has letters up to 26; what is beyond is shown as a number. */
function letter(number: number): string {
  return number >= 1 && number <= 26 ? String.fromCharCode(96 + number) : String(number);
}

const NUMERALS: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let text = "";
  for (const [value, numeral] of NUMERALS)
    while (rest >= value) {
      text += numeral;
      rest -= value;
    }
  return text;
}
