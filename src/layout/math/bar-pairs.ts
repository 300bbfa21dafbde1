import { heightOf, type Item, unionBox } from "./item.js";
import type { MathNode } from "./tree.js";

export interface Slot {
  item: Item;
  scripts: Item[];
}

const BARS = new Set(["|", "\\|"]);
/** A bar this much taller than the text has grown around something. */
const GROWN = 1.15;

/**
 * Grown bars pair up from left to right around what they enclose (`\left|…\right|`); a lone one that carries a script closes what stands
 * before it (`\left.…\right|_{x=0}`). Works in place; a pair becomes one slot whose node is made by `read`.
 */
export function pairBars(slots: Slot[], em: number, read: (slots: readonly Slot[]) => MathNode): void {
  for (let index = 0; index < slots.length; index++) {
    const open = slots[index]!;
    if (!isGrownBar(open.item, em)) continue;
    const end =
      open.scripts.length > 0 ? -1 : slots.findIndex((slot, at) => at > index + 1 && matches(open.item, slot.item, em));
    if (end > 0) replace(slots, index, end, open.item.name, slots.slice(index + 1, end), read);
    else if (open.scripts.length > 0 && index > 0 && heightOf(slots[index - 1]!.item) > GROWN * em) {
      replace(slots, index - 1, index, "", [slots[index - 1]!], read);
      index--;
    }
  }
}

function isGrownBar(item: Item, em: number): boolean {
  return item.kind === "symbol" && BARS.has(item.name) && item.size === undefined && heightOf(item) > GROWN * em;
}

function matches(open: Item, close: Item, em: number): boolean {
  return (
    isGrownBar(close, em) &&
    close.name === open.name &&
    Math.abs(close.y0 - open.y0) < 0.1 * em &&
    Math.abs(close.y1 - open.y1) < 0.1 * em
  );
}

function replace(
  slots: Slot[],
  from: number,
  to: number,
  open: string,
  inside: readonly Slot[],
  read: (slots: readonly Slot[]) => MathNode,
): void {
  const close = slots[to]!;
  const box = unionBox(slots.slice(from, to + 1).flatMap((slot) => [slot.item, ...slot.scripts]));
  const [before, behind] = [open === "" ? undefined : slots[from]!.item.node.pen, close.item.node.pen];
  const pen = before && behind && ([before[0], behind[1]] as const);
  const node: MathNode = { type: "fence", open, close: close.item.name, body: read(inside), tall: true, box, pen };
  slots.splice(from, to - from + 1, {
    item: { ...close.item, ...box, kind: "fence", name: "", node },
    scripts: close.scripts,
  });
}
