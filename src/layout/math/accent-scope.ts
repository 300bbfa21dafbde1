import { centreX, type Item } from "./item.js";
import { penBehind } from "./pens.js";

/**
 * How far a font shifts an accent to the right over one of its slanted letters: the kerns with the skewchar of cmmi10, text sizes. Upright and
 * bold letters have none, nor has a group (TeX's Appendix G, rule 12).
 */
const SHARES: readonly (readonly [letters: string, thirtySixths: number])[] = [
  ["h", -1],
  ["L U g u v x \\alpha \\nu \\tau \\upsilon \\mu \\varrho", 1],
  ["D H K c e o r s y z \\delta \\eta \\iota \\chi \\varPi \\varUpsilon \\varPsi", 2],
  [
    "B C E F G M N O P Q R S T X Z l p q t w \\beta \\epsilon \\varepsilon \\zeta \\theta \\vartheta \\rho \\phi \\varphi \\varsigma",
    3,
  ],
  ["\\varGamma \\varTheta \\varXi \\varSigma \\varPhi \\varOmega \\ell \\partial \\jmath", 3],
  ["I \\xi \\psi", 4],
  ["A", 5],
  ["J d f \\varDelta \\varLambda", 6],
];
const SKEW: ReadonlyMap<string, number> = new Map(
  SHARES.flatMap(([letters, share]) => letters.split(" ").map((letter) => [letter, share / 36] as const)),
);

/** Widths of Computer Modern's accents in its sizes, in those: dots, the others, rings, wide ones. */
const MODERN: readonly (readonly [number, number])[] = [
  [0.26, 0.33],
  [0.48, 0.59],
  [0.64, 0.66],
  [0.73, 0.87],
  [0.99, 1.01],
  [1.43, 1.46],
];
/** Letters of these are upright in all fonts: nothing shifts their accents. */
const UPRIGHT = new Set(["mathrm", "mathbf", "mathsf", "mathtt"]);

/** Pens tell places up to the rounding of files, sizes. */
const EXACT = 0.013;
/** An accent over the letter alone is taken before one over letter and scripts that fits better by no more than this. */
const LIKELIER = 0.005;
/** TeX's \scriptspace, text sizes of 10 pt. */
const SCRIPT_SPACE = 0.05;
/** Blank between a base and its scripts, sizes. */
const SCRIPT_GAP = 0.15;

/**
 * What an accent stands over, where pens tell it: TeX centres the accent's box on that of the body, shifted by the letter's skew when the body
 * is one letter.
 * @param base the letter below the accent, or the first of several
 * @returns undefined where the letter's skew is not known, or the place fits neither the letter alone nor the letter with scripts
 */
export function exactScope(base: Item, accent: Item, items: readonly Item[], em: number): Item[] | undefined {
  const mark = accent.node.pen;
  const letter = base.node.pen;
  if (!mark || !letter || base.kind !== "symbol" || base.node.type !== "symbol") return undefined;
  const size = base.size ?? em;
  // A slanted accent's box takes its italic correction in.
  const end = penBehind(accent.node, size).x;
  const centre = (mark[0] + end) / 2;
  // The marks of some fonts have no width of their own.
  if (mark[1] - mark[0] < 0.2 * size || Math.abs(centre - centreX(accent)) > 0.15 * size) return undefined;
  const width = (mark[1] - mark[0]) / (accent.size ?? size);
  const upright = base.node.alphabet !== undefined && UPRIGHT.has(base.node.alphabet);
  if (!upright && !MODERN.some(([least, most]) => width > least && width < most)) return undefined;
  const skew = base.node.alphabet === undefined ? (SKEW.get(base.name) ?? 0) : 0;
  const y = base.baseline ?? base.y1;
  const chain = scriptsOf(base, accent, items, size);
  const parts = [[], chain, chain.filter((item) => item.baseline! > y), chain.filter((item) => item.baseline! <= y)];
  let best: { part: Item[]; cost: number } | undefined;
  for (const [index, part] of parts.entries()) {
    const alone = index === 0;
    if (!alone && part.length === 0) continue;
    const ends = alone
      ? [penBehind(base.node, size).x]
      : part.map((item) => penBehind(item.node, size).x + SCRIPT_SPACE * em);
    const middle = (letter[0] + Math.max(letter[1], ...ends)) / 2 + (alone ? skew * size : 0);
    const cost = Math.abs(centre - middle) - (alone ? LIKELIER * size : 0);
    if (cost < EXACT * size && (!best || cost < best.cost)) best = { part, cost };
  }
  return best && [base, ...best.part];
}

/** The scripts that follow a letter without a blank. */
export function scriptsOf(base: Item, accent: Item, items: readonly Item[], size: number): Item[] {
  const scripts = items
    .filter(
      (item) =>
        item !== accent &&
        item.kind === "symbol" &&
        (item.size ?? size) < 0.85 * size &&
        item.x0 > centreX(base) &&
        item.baseline !== undefined &&
        Math.abs(item.baseline - (base.baseline ?? item.baseline)) < 0.6 * size,
    )
    .sort((a, b) => a.x0 - b.x0);
  const chain: Item[] = [];
  let right = base.x1;
  for (const script of scripts) {
    if (script.x0 - right > SCRIPT_GAP * size) break;
    chain.push(script);
    right = Math.max(right, script.x1);
  }
  return chain;
}

/** Blank between letters of one upright word, sizes. */
const LETTER_GAP = 0.14;

/** The upright letters that a letter stands among without a blank, the letter included. */
export function wordAround(letter: Item, items: readonly Item[], em: number): Item[] {
  if (!isUpright(letter)) return [letter];
  const beside = items
    .filter(
      (item) =>
        isUpright(item) &&
        Math.abs(item.baseline! - letter.baseline!) < 0.05 * em &&
        Math.abs((item.size ?? 0) - (letter.size ?? 0)) < 0.05 * em,
    )
    .sort((a, b) => a.x0 - b.x0);
  const at = beside.indexOf(letter);
  let first = at;
  let last = at;
  while (first > 0 && beside[first]!.x0 - beside[first - 1]!.x1 < LETTER_GAP * em) first--;
  while (last + 1 < beside.length && beside[last + 1]!.x0 - beside[last]!.x1 < LETTER_GAP * em) last++;
  return beside.slice(first, last + 1);
}

function isUpright({ kind, node, name, baseline }: Item): boolean {
  return (
    kind === "symbol" &&
    node.type === "symbol" &&
    node.alphabet === "mathrm" &&
    baseline !== undefined &&
    /^\p{L}$/u.test(name)
  );
}
