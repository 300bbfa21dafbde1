/** A label as TeX takes it. */
export function texLabel(name: string): string {
  return name.trim().replace(/[^A-Za-z0-9:._-]+/g, "-");
}
