import { invalidParameter } from "../errors.js";
import type { FormatWarning } from "./document.js";

/** Says of options that a format takes, as the contract has them, but cannot follow. */
export function withoutEffect(
  options: Readonly<Record<string, unknown>>,
  reasons: Readonly<Record<string, string>>,
): FormatWarning[] {
  return Object.entries(reasons)
    .filter(([name]) => options[name] !== undefined && options[name] !== null && options[name] !== "")
    .map(([name, reason]) => ({ message: `${name} has no effect: ${reason}`, offset: 0 }));
}

/** Reads options by name; booleans and numbers may come as strings, as clients of the vendor send them. */
export class OptionReader {
  readonly #options: Readonly<Record<string, unknown>>;

  constructor(options: Readonly<Record<string, unknown>>) {
    this.#options = options;
  }

  boolean(name: string, fallback: boolean): boolean {
    const value = this.#options[name];
    if (value === undefined || value === null) return fallback;
    if (typeof value === "boolean") return value;
    if (value === "true" || value === "false") return value === "true";
    throw invalidParameter(name, "boolean", value);
  }

  string(name: string): string | undefined {
    const value = this.#options[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value === "string") return value;
    throw invalidParameter(name, "string", value);
  }

  /** Whole number of at least `least`. */
  integer(name: string, least: number): number | undefined {
    const value = this.#options[name];
    if (value === undefined || value === null) return undefined;
    const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
    if (typeof number === "number" && Number.isInteger(number) && number >= least) return number;
    throw invalidParameter(name, `integer of at least ${least}`, value);
  }

  /** Options within an option. */
  group(name: string): OptionReader {
    const value = this.#options[name];
    if (value === undefined || value === null) return new OptionReader({});
    if (typeof value === "object" && !Array.isArray(value)) return new OptionReader(value as Record<string, unknown>);
    throw invalidParameter(name, "object", value);
  }

  pair(name: string, fallback: readonly [string, string]): readonly [string, string] {
    const value = this.#options[name];
    if (value === undefined || value === null) return fallback;
    if (
      Array.isArray(value) &&
      value.length === 2 &&
      value.every((part) => typeof part === "string" && part.trim() !== "")
    ) {
      return [value[0] as string, value[1] as string];
    }
    throw invalidParameter(name, "pair of delimiters", value);
  }
}

/** `escape_hash` → `escapeHash`; camelCase names stay. */
export function camelCaseKeys(options: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(options).map(([key, value]) => [
      key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}
