const cache = new Map<string, number>();

/** `#rrggbb` as 0xRRGGBB; black for anything else. */
export function parseColor(value: unknown): number {
  if (typeof value !== "string") return 0;
  let color = cache.get(value);
  if (color === undefined) {
    color = /^#[0-9a-f]{6}$/i.test(value) ? Number.parseInt(value.slice(1), 16) : 0;
    if (cache.size > 4_096) cache.clear();
    cache.set(value, color);
  }
  return color;
}
