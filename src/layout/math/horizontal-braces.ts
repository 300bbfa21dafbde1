import type { Box } from "../../page.js";
import { unionBox } from "./item.js";
import { grown, type Piece } from "./piece.js";
import type { MathInput, MathSymbol } from "./symbol.js";

/**
 * OpenType fonts name all parts of a horizontal brace like the brace, and its extensions like a bracket of either side (STIX Two has `⎴` in
 * underbraces); and those of an arrow like it.
 */
const BRACE_PARTS: Readonly<Record<string, string>> = {
  "\\underbrace": "\\underbrace",
  "\\overbrace": "\\overbrace",
  "⎵": "stroke",
  "⎴": "stroke",
  "\\vec": "arrow",
  "\\overrightarrow": "arrow",
  "\\overleftarrow": "arrow",
};
/** Parts of a horizontal brace overlap or meet, and none is taller than this, text sizes. */
const BRACE_HEIGHT = 0.6;

/** A stroke continues the brace that its left tip began. */
function joins(first: MathSymbol, part: MathSymbol): boolean {
  const [own, other] = [BRACE_PARTS[first.name], BRACE_PARTS[part.name]];
  return own === other || (other === "stroke" && own !== "arrow");
}

/** The end with the head says where an arrow points; its strokes go by either name. */
function joinedName(group: readonly MathSymbol[]): string {
  const name = BRACE_PARTS[group[0]!.name]!;
  if (name !== "arrow") return name;
  return group.at(-1)!.name === "\\overleftarrow" ? "\\overleftarrow" : "\\overrightarrow";
}

/** Horizontal braces from parts that follow each other at one level. The symbols themselves when there are none. */
export function joinBraceParts(symbols: MathSymbol[], em: number): MathSymbol[] {
  const parts = symbols.filter((symbol) => symbol.name in BRACE_PARTS);
  if (parts.length < 2) return symbols;
  parts.sort((a, b) => a.box.x0 - b.box.x0 || a.box.y0 - b.box.y0);
  const groups: MathSymbol[][] = [];
  for (const part of parts) {
    const group = groups.find((candidate) => {
      const box = unionBox(candidate.map((member) => member.box));
      const height = Math.max(box.y1, part.box.y1) - Math.min(box.y0, part.box.y0);
      return joins(candidate[0]!, part) && height < BRACE_HEIGHT * em && part.box.x0 < box.x1 + 0.02 * em;
    });
    if (group) group.push(part);
    else groups.push([part]);
  }
  const joined = groups.filter((group) => group.length > 1 && group.some((part) => part.name.startsWith("\\")));
  const gone = new Set(joined.flat());
  return [
    ...symbols.filter((symbol) => !gone.has(symbol)),
    ...joined.map((group) => ({
      name: joinedName(group),
      box: unionBox(group.map((part) => part.box)),
      confidence: Math.min(...group.map((part) => part.confidence)),
    })),
  ];
}

/** Tips of an overbrace from left to right: ⌢ hangs down at its ends and peaks in the middle; an underbrace is the mirror image. */
const TIP_ORDER: Record<string, { name: string; order: string[] }> = {
  "down-left": { name: "\\overbrace", order: ["down-left", "up-right", "up-left", "down-right"] },
  "up-left": { name: "\\underbrace", order: ["up-left", "down-right", "down-left", "up-right"] },
};

/** Braces from tips; the rules between these disappear. Sizes are relative to `em`, px. */
export function assembleBraces(tips: Piece[], rules: Box[], em: number): MathInput {
  const sorted = tips.filter(({ part }) => part !== "extension").sort((a, b) => a.symbol.box.x0 - b.symbol.box.x0);
  const used = new Set<Piece>();
  const symbols: MathSymbol[] = [];
  let left = rules;
  for (const first of sorted) {
    const plan = TIP_ORDER[first.part];
    if (used.has(first) || !plan) continue;
    const group = [first];
    for (const part of plan.order.slice(1)) {
      const last = group.at(-1)!.symbol.box;
      const next = sorted.find(
        (tip) =>
          !used.has(tip) &&
          !group.includes(tip) &&
          tip.part === part &&
          sameLevel(tip, first, em) &&
          tip.symbol.box.x0 >= last.x0 - 0.05 * em,
      );
      if (next) group.push(next);
    }
    if (group.length < 4) continue;
    for (const tip of group) used.add(tip);
    const box = unionBox(group.map((tip) => tip.symbol.box));
    left = left.filter(
      (rule) =>
        !(
          rule.x0 >= box.x0 - 0.1 * em &&
          rule.x1 <= box.x1 + 0.1 * em &&
          rule.y0 >= box.y0 - 0.06 * em &&
          rule.y1 <= box.y1 + 0.06 * em
        ),
    );
    symbols.push(grown(plan.name, group, box));
  }
  return { symbols, rules: left };
}

function sameLevel(a: Piece, b: Piece, em: number): boolean {
  return Math.abs(a.symbol.box.y0 - b.symbol.box.y0) < 0.3 * em;
}
