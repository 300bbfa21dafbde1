/** Where a list item's marker starts. */
export interface ItemPlace {
  /** px, page space. */
  x: number;
  style: string;
  column: number;
  /** A heading stands between the item before and this one: another list. */
  fresh?: boolean | undefined;
}

/**
 * Nesting depth of each of a run of items, from 0. An item further right than the open one (by more than `step` px) is nested in
 * it; one further left closes the lists it is left of. A new column keeps the offset of the column's own first item, so depth
 * starts at the style's last known depth.
 */
export function listDepths(items: readonly ItemPlace[], step: number): number[] {
  const depths: number[] = [];
  let stack: ItemPlace[] = [];
  for (const item of items) {
    if (item.fresh) stack = [];
    const open = stack.at(-1);
    if (open && open.column !== item.column) {
      const depth = stack.findIndex((level) => level.style === item.style);
      const keep = depth === -1 ? 0 : depth;
      stack = [
        ...stack.slice(0, keep).map((level) => ({ ...level, x: Number.NEGATIVE_INFINITY, column: item.column })),
        item,
      ];
      depths.push(keep);
      continue;
    }
    while (stack.length > 0 && item.x < (stack.at(-1) as ItemPlace).x - step) stack.pop();
    const top = stack.at(-1);
    // A level of the column before has no place here: the style tells whether the item is on it.
    if (top && top.x === Number.NEGATIVE_INFINITY && top.style === item.style) stack[stack.length - 1] = item;
    else if (!top || item.x > top.x + step) stack.push(item);
    depths.push(Math.min(stack.length - 1, 3));
  }
  return depths;
}
