import { type GreyImage, rotateGrey } from "../raster/ink/grey-image.js";
import { type QuarterTurns, turnPixels } from "../raster/turn.js";
import { findLines, type InkLine } from "./lines/find-lines.js";
import { type PageInk, readInk, uprightLetters } from "./lines/page-ink.js";
import { runsDown, uprightness } from "./lines/text-direction.js";
import { readLines } from "./read-lines.js";

/** Less skew than this is left in, degrees: the line frames take the rest. */
const LEAST_SKEW = 0.1;
/** Ordinary print has an uprightness of 0.4 to 0.8; below this the page may stand on its head, and a sample of lines decides. */
const SURELY_UPRIGHT = 0.15;
const SAMPLE_LINES = 10;
/** A turned sample must be read with this much more certainty per symbol. */
const CLEARLY_BETTER = 0.05;

/** A page image that stands upright and level, and what stands on it. */
export interface UprightPage {
  image: GreyImage;
  ink: PageInk;
  lines: InkLine[];
  /** Turns, clockwise, that brought the page upright. */
  turns: QuarterTurns;
  /** Skew that was taken out after that, degrees clockwise. */
  skew: number;
}

/** Turns a page image upright and level; undefined when it holds hardly any letters. */
export async function uprightPage(scan: GreyImage): Promise<UprightPage | undefined> {
  const first = readInk(scan);
  if (!first) return undefined;
  if (!runsDown(uprightLetters(first.letters, first.height), first.height)) return headUp(level(scan, first, 0));
  const turned = turnPixels(scan, 1, 1);
  const ink = readInk(turned);
  return ink && headUp(level(turned, ink, 1));
}

function level(image: GreyImage, ink: PageInk, turns: QuarterTurns): UprightPage {
  if (Math.abs(ink.skew) < LEAST_SKEW) return { image, ink, lines: findLines(ink.letters, ink.height), turns, skew: 0 };
  const straight = rotateGrey(image, -ink.skew);
  const again = readInk(straight);
  if (!again) return { image, ink, lines: findLines(ink.letters, ink.height), turns, skew: 0 };
  return {
    image: straight,
    ink: again,
    lines: findLines(again.letters, again.height),
    turns,
    skew: ink.skew,
  };
}

/** The page itself, or turned by half a turn when a sample of its lines reads better so. */
async function headUp(page: UprightPage): Promise<UprightPage> {
  if (uprightness(page.lines) >= SURELY_UPRIGHT) return page;
  const image = turnPixels(page.image, 1, 2);
  const ink = readInk(image);
  if (!ink) return page;
  const turns = ((page.turns + 2) % 4) as QuarterTurns;
  const other: UprightPage = { image, ink, lines: findLines(ink.letters, ink.height), turns, skew: page.skew };
  return (await sampleRate(other)) > (await sampleRate(page)) + CLEARLY_BETTER ? other : page;
}

/** Mean certainty of the longest lines' symbols. */
async function sampleRate({ image, ink, lines }: UprightPage): Promise<number> {
  const sample = [...lines].sort((a, b) => b.letters.length - a.letters.length).slice(0, SAMPLE_LINES);
  const read = await readLines(image, sample, ink.height);
  return read.length === 0 ? 0 : read.reduce((sum, { rate }) => sum + rate, 0) / read.length;
}
