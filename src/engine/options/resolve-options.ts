import { InputError, invalidParameter } from "../../errors.js";
import { editDistance } from "../edit-distance.js";
import { CONVERSION_OPTIONS, type ConversionFormat } from "./conversion-table.js";
import { OPTIONS, type OptionName, type PageOptions, type ResolvedOptions, snakeCase } from "./option-table.js";
import { boolean, isRecord } from "./option-type.js";
import { isPageRanges } from "./page-ranges.js";

const NAMES = Object.keys(OPTIONS) as OptionName[];
const BY_SPELLING = new Map<string, OptionName>(
  NAMES.flatMap(
    (name) =>
      [
        [name, name],
        [snakeCase(name), name],
      ] as const,
  ),
);
const SECTION_SWITCHES = ["autoNumberSections", "removeSectionNumbering", "preserveSectionNumbering"] as const;

/**
 * Checks a caller's options and fills in the defaults.
 * @throws InputError for an unknown name, a name given twice, a value of the wrong type or switches that contradict
 */
export function resolveOptions(given: unknown = {}): ResolvedOptions {
  if (!isRecord(given)) throw invalidParameter("options", "object", given);
  const named = new Map<OptionName, unknown>();
  for (const [spelling, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const name = BY_SPELLING.get(spelling);
    if (name === undefined) throw unknownOption(spelling);
    if (named.has(name)) {
      throw new InputError("invalid_option", `Expected ${name} once but received ${name} and ${snakeCase(name)}`, {
        stage: "options",
      });
    }
    const { type } = OPTIONS[name];
    if (!type.accepts(value)) throw invalidParameter(spelling, type.expected, value);
    named.set(name, value);
  }
  const resolved = Object.fromEntries(
    NAMES.map((name) => [name, named.has(name) ? named.get(name) : OPTIONS[name].default]),
  ) as unknown as ResolvedOptions;
  settleSections(resolved, named);
  if (resolved.includeEquationTags) resolved.idiomaticEqnArrays = true;
  if (resolved.pageRanges !== undefined && !isPageRanges(resolved.pageRanges)) {
    throw invalidParameter("pageRanges", 'comma list of pages and ranges such as "2,4-6,-3 - -1"', resolved.pageRanges);
  }
  resolved.conversionOptions = checkConversionOptions(resolved.conversionOptions);
  return resolved;
}

/** Of the three section switches at most one may be asked for; asking for another turns the default one off. */
function settleSections(resolved: ResolvedOptions, named: ReadonlyMap<OptionName, unknown>): void {
  const asked = SECTION_SWITCHES.filter((name) => named.get(name) === true);
  if (asked.length > 1) {
    throw new InputError(
      "conflicting_options",
      `Expected at most one of ${SECTION_SWITCHES.join(", ")} to be true but received ${asked.join(" and ")}`,
      { stage: "options" },
    );
  }
  if (asked.length === 1) for (const name of SECTION_SWITCHES) resolved[name] = name === asked[0];
}

/** Keys are normalised to the contract's spelling; booleans may come as "true" and "false". */
function checkConversionOptions(given: Record<string, unknown>): Record<string, Record<string, unknown>> {
  const checked: Record<string, Record<string, unknown>> = {};
  for (const [format, fields] of Object.entries(given)) {
    const table = Object.hasOwn(CONVERSION_OPTIONS, format)
      ? CONVERSION_OPTIONS[format as ConversionFormat]
      : undefined;
    if (table === undefined) {
      throw invalidParameter("conversionOptions", `keys among ${Object.keys(CONVERSION_OPTIONS).join(", ")}`, format);
    }
    if (!isRecord(fields)) throw invalidParameter(`conversionOptions.${format}`, "object", fields);
    const spellings = new Map(
      Object.keys(table).flatMap((key) => [key, snakeCase(key), camelCase(key)].map((s) => [s, key])),
    );
    checked[format] = {};
    for (const [spelling, raw] of Object.entries(fields)) {
      if (raw === undefined) continue;
      const key = spellings.get(spelling);
      const type = key === undefined ? undefined : table[key];
      if (key === undefined || type === undefined) throw unknownOption(`conversionOptions.${format}.${spelling}`);
      const value = type === boolean && typeof raw === "string" ? type.parse(raw) : raw;
      if (!type.accepts(value)) throw invalidParameter(`conversionOptions.${format}.${spelling}`, type.expected, raw);
      checked[format][key] = value;
    }
  }
  return checked;
}

/** The part of the options that goes to the workers. */
export function pageOptions(options: ResolvedOptions): PageOptions {
  const names = NAMES.filter((name) => OPTIONS[name].scope === "page");
  return Object.fromEntries(names.map((name) => [name, options[name]])) as unknown as PageOptions;
}

/** Option by either spelling, as the command line needs it. */
export function findOption(spelling: string): OptionName | undefined {
  return BY_SPELLING.get(spelling);
}

function unknownOption(name: string): InputError {
  const near = nearest(name);
  const hint = near === undefined ? "" : `; did you mean ${near}?`;
  return new InputError("unknown_option", `Expected a known option but received "${name}"${hint}`, {
    stage: "options",
  });
}

/** Known name that differs in at most two letters. */
function nearest(name: string): string | undefined {
  let best: { spelling: string; distance: number } | undefined;
  for (const spelling of BY_SPELLING.keys()) {
    const distance = editDistance(name.toLowerCase(), spelling.toLowerCase());
    if (distance <= 2 && (best === undefined || distance < best.distance)) best = { spelling, distance };
  }
  return best?.spelling;
}

const camelCase = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
