import { isOperator, isRelation } from "./alignment-point.js";
import type { Slot } from "./bar-pairs.js";
import { unionBox } from "./item.js";
import { type Place, penBefore, penBehind } from "./pens.js";
import { FUNCTION_NAMES, LIMIT_WORDS } from "./symbol-classes.js";
import type { MathNode, MathNodeOf } from "./tree.js";

/** Narrowest blank of words, between pens, in sizes: TeX's word space shrinks to 0.22 em, its thin space about names of operators is 0.17. */
const WORD_BLANK = 0.21;
/** … and between ink, which has side bearings. */
const INK_BLANK = 0.28;
/** Parts of a display are this far apart. */
const QUAD = 0.9;
/** A word behind a number is this long; units are shorter. */
const NO_UNIT = 4;

/**
 * Words of running text among maths (`x > 0 if y is`): two or more upright words side by side, or one that is set off by a blank of words from
 * what it would be the operator of. They become one word node with the blanks about it. Works in place.
 */
export function joinPhrases(slots: Slot[], size: number): void {
  for (let start = 0; start < slots.length; start++) {
    if (!isTextWord(slots[start])) continue;
    let end = start + 1;
    while (isTextWord(slots[end]) && goesOn(slots[end - 1]!, slots[end]!, size)) end++;
    const words = slots.slice(start, end).map(({ item }) => item.node as MathNodeOf<"word">);
    const stop = isStop(slots, end, size);
    if (stop) end++;
    const [before, after] = [slots[start - 1], slots[end]];
    if (words.length < 2 && !isSetOff(words[0]!.text, before, slots[start]!, after, size)) continue;
    const spaced = {
      before: before !== undefined && !isSign(before) && isWide(before, slots[start], size),
      after: after !== undefined && !isSign(after) && isWide(slots[end - 1], after, size),
    };
    const text = words.map((word) => word.text).join(" ") + (stop ? "." : "");
    const last = slots[end - 1]!.item.node;
    const box = unionBox([...words.map((word) => word.box), last.box]);
    const pens = [words[0]!.pen, last.pen];
    const pen = pens[0] && pens[1] && ([pens[0][0], pens[1][1]] as const);
    const node: MathNode = { type: "word", text, alphabet: "mathrm", phrase: spaced, box, pen };
    slots.splice(start, end - start, { item: { ...slots[start]!.item, ...box, name: text, node }, scripts: [] });
  }
}

function isTextWord(slot: Slot | undefined): boolean {
  if (slot?.item.kind !== "word" || slot.scripts.length > 0) return false;
  const { node } = slot.item;
  return (
    node.type === "word" &&
    /^math(?:rm|it)$/.test(node.alphabet) &&
    /^\p{L}/u.test(node.text) &&
    node.text !== "mod" &&
    !FUNCTION_NAMES.has(node.text) &&
    !LIMIT_WORDS.has(node.text)
  );
}

/** Whether the next word belongs to the same phrase; names in italics are kerned apart (`QCoh`). */
function goesOn(last: Slot, next: Slot, size: number): boolean {
  const [a, b] = [last.item.node, next.item.node];
  if (a.type !== "word" || b.type !== "word" || a.alphabet !== b.alphabet) return false;
  return blank(last, next, size) < QUAD && (a.alphabet === "mathrm" || isWide(last, next, size));
}

/** `resp.`: a full stop that touches the word, and a blank of words behind it. */
function isStop(slots: readonly Slot[], at: number, size: number): boolean {
  const [word, stop, after] = [slots[at - 1], slots[at], slots[at + 1]];
  if (!stop || !/^(?:\.|dot)$/.test(stop.item.name) || stop.scripts.length > 0) return false;
  return after !== undefined && !isWide(word, stop, size) && isWide(stop, after, size);
}

/** A single word: text when a blank of words parts it from an operand behind it, or ends the row behind one before it. */
function isSetOff(text: string, before: Slot | undefined, word: Slot, after: Slot | undefined, size: number): boolean {
  if (!/^\p{L}{2,}$/u.test(text)) return false;
  const left = before !== undefined && !isSign(before) && !isMark(before) && !/^(?:[([]|\\\{)$/.test(before.item.name);
  const number = left && /^\d$/.test(before.item.name) && before.scripts.length === 0;
  if (after && !isSign(after) && !isMark(after))
    return isWide(word, after, size) && (!left || isWide(before, word, size));
  if (!left || !isWide(before, word, size) || (after && !isMark(after))) return false;
  return !number || text.length >= NO_UNIT;
}

/** A sign that has blank about it of its own. */
function isSign({ item }: Slot): boolean {
  return isRelation(item.node) || isOperator(item.node);
}

function isMark({ item }: Slot): boolean {
  return /^(?:[.,;:)\]]|dot|\\\})$/.test(item.name);
}

function isWide(left: Slot | undefined, right: Slot | undefined, size: number): boolean {
  if (!left || !right) return false;
  const [from, to] = [behind(left, size), penBefore(right.item.node, size)];
  return to.x - from.x > (from.exact && to.exact ? WORD_BLANK : INK_BLANK) * size;
}

function blank(left: Slot | undefined, right: Slot | undefined, size: number): number {
  return left && right ? (penBefore(right.item.node, size).x - behind(left, size).x) / size : 0;
}

/** Where a slot ends with its scripts. */
function behind({ item, scripts }: Slot, size: number): Place {
  const places = [item, ...scripts].map(({ node }) => penBehind(node, size));
  return places.reduce((last, place) => (place.x > last.x ? place : last));
}

/** `{x | x > 0}`: a bar with a relation's blank on both sides is one. Works in place. */
export function nameMids(slots: Slot[], size: number): void {
  for (const [index, slot] of slots.entries()) {
    const { item, scripts } = slot;
    const [before, after] = [slots[index - 1], slots[index + 1]];
    if (item.name !== "|" || item.size === undefined || item.node.type !== "symbol" || scripts.length > 0) continue;
    if (!before || !after || isSign(before) || isSign(after)) continue;
    if (isWide(before, slot, size) && isWide(slot, after, size))
      slots[index] = { item: { ...item, name: "\\mid", node: { ...item.node, name: "\\mid" } }, scripts };
  }
}
