import type { SeenSymbol } from "../../inference/symbol-model.js";
import { isDigit, isLetter } from "./letter-labels.js";
import { reweigh } from "./reweigh.js";

/*
 * Fitted to 69,000 letters and digits of development formulas in four set-ups, clean and in middle grade, 1,440 of them bold: the net alone
 * is wrong about 3,730 of them, most of them plain ones; weighed by fixed odds about 1,030, by these about 350.
 */
/** Logarithm of the odds against bold, more of them for digits, for slanted letters, for scripts (drawn with heavier strokes for their size). */
const AGAINST = 3.5;
const AGAINST_DIGIT = 1.5;
const AGAINST_SLANTED = 0.3;
const AGAINST_SCRIPT = 1.5;
/** What speaks for bold when the formula surely has another bold letter; half of it as long as that is unknown. */
const COMPANY = 1.7;
const UNKNOWN_COMPANY = 0.5;
/** Weight of what the net sees, of what the strokes say beside it, and how much they may say. */
const NET_WEIGHT = 0.9;
const STROKE_WEIGHT = 0.39;
const MOST_EVIDENCE = 6;
/** Bold strokes are wider than plain ones by this; logarithms of widths are meant here and below. */
const BOLDER = 0.5;
/** Variance of the widths of plain letters in one formula, and what is added when few others show what is plain. */
const VARIANCE = 0.02;
const VARIANCE_FEW = 0.08;
const FEW = 0.5;
/** Width of plain strokes of text in most fonts, 2.7 px of the frame, and its weight beside one other letter's. */
const COMMON_WIDTH = 1;
const COMMON_WEIGHT = 0.3;
/** Strokes of scripts and scripts of scripts are narrower. */
const NARROWER = [0, 0.21, 0.38] as const;
/** Letters of other sizes say less about what is plain. */
const OTHER_LEVEL = 0.5;

const BOLD = /^(?:mathbf|boldsymbol):/u;
const SLANTED = /^boldsymbol:/u;
/** Alphabets with strokes of their own. */
const OWN_STROKES = /^math(?:cal|scr|frak|bb):/u;

interface Stroke {
  level: number;
  /** Logarithm of the width as it would be at text size. */
  width: number;
  /** Probability of a plain letter. */
  plain: number;
}

/**
 * Weighs bold against plain classes of each symbol by the width of its strokes beside that of the others in the formula. `widths`: of the
 * strokes of each symbol, frame px; 0 where unknown.
 */
export function temperBold(symbols: readonly SeenSymbol[], widths: readonly number[]): SeenSymbol[] {
  const strokes = symbols.map((symbol, index) => strokeOf(symbol, widths[index]!));
  const shown = strokes.map((stroke, index) => {
    const others = strokes.filter((other, at): other is Stroke => other !== undefined && at !== index);
    return stroke ? STROKE_WEIGHT * evidence(stroke, others) : 0;
  });
  const weigh = (index: number, company: number) => weighed(symbols[index]!, shown[index]! + COMPANY * company);
  const bolds = symbols.map((_, index) => boldShare(weigh(index, UNKNOWN_COMPANY)));
  return symbols.map((_, index) => weigh(index, Math.max(0, ...bolds.filter((_, at) => at !== index))));
}

/** The symbol with its bold choices as likely as the odds and the evidence for bold make them. */
function weighed(symbol: SeenSymbol, shown: number): SeenSymbol {
  const share = boldShare(symbol);
  if (share === 0 || share === 1) return symbol;
  const net = (NET_WEIGHT - 1) * Math.log(share / (1 - share));
  const script = AGAINST_SCRIPT * (1 - symbol.levels[0]!);
  const factor = (label: string) => {
    if (!BOLD.test(label)) return 1;
    const kind = (isDigit(label) ? AGAINST_DIGIT : 0) + (SLANTED.test(label) ? AGAINST_SLANTED : 0);
    return Math.exp(net + shown - AGAINST - script - kind);
  };
  return { ...symbol, choices: reweigh(symbol.choices, factor) };
}

/** Probability of the bold ones among the choices, 0–1. */
function boldShare({ choices }: SeenSymbol): number {
  const total = choices.reduce((sum, { probability }) => sum + probability, 0);
  const bold = choices.reduce((sum, { label, probability }) => sum + (BOLD.test(label) ? probability : 0), 0);
  return total > 0 ? bold / total : 0;
}

function strokeOf(seen: SeenSymbol, width: number): Stroke | undefined {
  const { label } = seen.choices[0]!;
  if (width <= 0 || !(isLetter(label) || isDigit(label))) return undefined;
  const level = seen.levels.indexOf(Math.max(...seen.levels));
  const plain = OWN_STROKES.test(label) ? 0 : 1 - boldShare(seen);
  return { level, width: Math.log(width) + NARROWER[level]!, plain };
}

/** Logarithm of how much likelier the strokes are when they are bold. */
function evidence(stroke: Stroke, others: readonly Stroke[]): number {
  const weighed = others
    .map((other) => ({ width: other.width, weight: other.plain * (other.level === stroke.level ? 1 : OTHER_LEVEL) }))
    .sort((a, b) => a.width - b.width);
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  let before = 0;
  const median = weighed.find(({ weight }) => {
    before += weight;
    return before >= total / 2;
  });
  const usual = (COMMON_WEIGHT * COMMON_WIDTH + total * (median?.width ?? COMMON_WIDTH)) / (COMMON_WEIGHT + total);
  const wider = stroke.width - usual;
  const variance = VARIANCE + VARIANCE_FEW / (total + FEW);
  const ratio = (wider ** 2 - (wider - BOLDER) ** 2) / (2 * variance);
  return Math.max(-MOST_EVIDENCE, Math.min(MOST_EVIDENCE, ratio));
}
