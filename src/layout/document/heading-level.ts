import type { TextBlock } from "../../page.js";
import { isHeadingWord } from "../headings/heading-words.js";
import { blockText } from "./block-text.js";
import type { DocumentProfile, HeadingStatistics } from "./document-profile.js";
import { type HeadingClass, headingClassOf } from "./heading-class.js";

const DEEPEST = 6;

/**
 * Level 1–6 of a heading. The depth of its number comes first (`3.1` → 2; with chapters in the document everything under them is
 * one deeper only when sections restart, so `Chapter 2` and `2` share level 1). Without a number: the level that numbered
 * headings of the same look have, else the place of its look among all looks by size.
 */
export function headingLevel(block: TextBlock, profile: DocumentProfile): number {
  const look = headingClassOf(block);
  const looks = profile.headingLooks();
  if (look.depth !== undefined) {
    return clampLevel(numberedLevel(look.depth, looks) + stepsUnderRoman(look, profile));
  }
  const same = looks.find((entry) => entry.look.id === look.id);
  const depth = same ? usualDepth(same) : undefined;
  if (depth !== undefined) return clampLevel(numberedLevel(depth, looks));
  const level = levelByRank(look.id, looks);
  // `References`, `Appendix` are top sections unless their look says clearly otherwise.
  if (isHeadingWord(blockText(block)) && level <= 2) return 1;
  return clampLevel(level);
}

/** Outlines count `I.`, `A.`, `1.`: letters stand one level under Roman numerals, single numbers under both. */
function stepsUnderRoman(look: HeadingClass, profile: DocumentProfile): number {
  if (profile.romanHeadings < 2) return 0;
  if (look.numbering === "letter") return 1;
  if (look.numbering !== "single") return 0;
  return profile.letteredHeadings > 1 ? 2 : 1;
}

/** Parts and chapters (depth 0) share level 1 with the sections numbered 1, 2, 3 … when those are deeper-looking they follow. */
function numberedLevel(depth: number, looks: readonly HeadingStatistics[]): number {
  if (depth > 0 && hasUnnumberedChapters(looks)) return depth + 1;
  const units = looks.find((entry) => (entry.depths.get(0) ?? 0) > 0);
  const sections = looks.find((entry) => (entry.depths.get(1) ?? 0) > 0);
  const under = units !== undefined && sections !== undefined && units.look.size > 1.1 * sections.look.size;
  return depth + (under ? 1 : 0);
}

/** Chapters without numbers: a look clearly larger than that of the first numbered level, used more than once. */
function hasUnnumberedChapters(looks: readonly HeadingStatistics[]): boolean {
  const sections = looks.find((entry) => usualDepth(entry) === 1);
  if (!sections) return false;
  return looks.some(
    (entry) => entry.look.size > 1.25 * sections.look.size && entry.depths.size === 0 && entry.count >= 2,
  );
}

/** Share of a look's headings that must be numbered for their depth to speak for the others. */
const NUMBERED_SHARE = 0.3;

/** Depth that most numbered headings of this look have; undefined when few are numbered. */
function usualDepth(entry: HeadingStatistics): number | undefined {
  const numbered = [...entry.depths.values()].reduce((sum, count) => sum + count, 0);
  if (numbered < NUMBERED_SHARE * entry.count) return undefined;
  let best: number | undefined;
  let votes = 0;
  for (const [depth, count] of [...entry.depths].sort((a, b) => a[0] - b[0])) {
    if (count > votes) [best, votes] = [depth, count];
  }
  return best;
}

/**
 * Level of an unnumbered look from its place among the looks: one below the deepest numbered look that is larger, or its rank
 * by size when nothing is numbered.
 */
function levelByRank(id: string, looks: readonly HeadingStatistics[]): number {
  const at = looks.findIndex((entry) => entry.look.id === id);
  const upper = looks.slice(0, at === -1 ? looks.length : at);
  const lower = at === -1 ? [] : looks.slice(at + 1);
  const numberedAbove = upper.map(usualDepth).filter((depth) => depth !== undefined);
  if (numberedAbove.length > 0) return numberedLevel(Math.max(...numberedAbove), looks) + 1;
  const numberedBelow = lower.map(usualDepth).filter((depth) => depth !== undefined);
  if (numberedBelow.length > 0) return Math.min(...numberedBelow.map((depth) => numberedLevel(depth, looks)));
  return new Set(upper.map((entry) => entry.look.size)).size + 1;
}

function clampLevel(level: number): number {
  return Math.min(Math.max(Math.round(level), 1), DEEPEST);
}
