/** A kind of option value: what it accepts, how an error names it and how the command line spells it. */
export interface OptionType<T> {
  /** Fits into "Expected … for name but received …". */
  expected: string;
  accepts(value: unknown): value is T;
  /** From `--option key=value`; gives something `accepts` refuses when the text is no such value. */
  parse(text: string): unknown;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const parseBoolean = (text: string): unknown => (text === "true" ? true : text === "false" ? false : text);

export const boolean: OptionType<boolean> = {
  expected: "boolean",
  accepts: (value) => typeof value === "boolean",
  parse: parseBoolean,
};

export const booleanOrNull: OptionType<boolean | null> = {
  expected: "boolean or null",
  accepts: (value) => value === null || typeof value === "boolean",
  parse: (text) => (text === "null" ? null : parseBoolean(text)),
};

export const string: OptionType<string> = {
  expected: "string",
  accepts: (value) => typeof value === "string",
  parse: (text) => text,
};

export const nonEmptyString: OptionType<string> = {
  expected: "non-empty string",
  accepts: (value): value is string => typeof value === "string" && value.length > 0,
  parse: (text) => text,
};

/** Goes into file names and addresses. */
export const identifier: OptionType<string> = {
  expected: "1 to 128 letters, digits, dots, dashes and underscores",
  accepts: (value): value is string => typeof value === "string" && /^[\w-][\w.-]{0,127}$/.test(value),
  parse: (text) => text,
};

export const url: OptionType<string> = {
  expected: "absolute http or https URL",
  accepts: (value): value is string =>
    typeof value === "string" && /^https?:\/\/[^\s/?#]+/i.test(value) && URL.canParse(value),
  parse: (text) => text,
};

const parseNumber = (text: string): unknown => (text.trim() === "" || Number.isNaN(Number(text)) ? text : Number(text));

export function integer(low: number, high: number): OptionType<number> {
  return {
    expected: `integer between ${low} and ${high}`,
    accepts: (value): value is number =>
      Number.isInteger(value) && (value as number) >= low && (value as number) <= high,
    parse: parseNumber,
  };
}

/** Finite number of seconds above zero, at most what a timer can hold. */
export const seconds: OptionType<number> = {
  expected: "number of seconds between 0.001 and 2000000",
  accepts: (value): value is number => typeof value === "number" && value >= 0.001 && value <= 2_000_000,
  parse: parseNumber,
};

/** 0 to 1. */
export const share: OptionType<number> = {
  expected: "number between 0 and 1",
  accepts: (value): value is number => typeof value === "number" && value >= 0 && value <= 1,
  parse: parseNumber,
};

export const numberOrString: OptionType<number | string> = {
  expected: "number or string",
  accepts: (value): value is number | string =>
    (typeof value === "number" && Number.isFinite(value)) || typeof value === "string",
  parse: parseNumber,
};

export function oneOf<const T extends string>(...values: T[]): OptionType<T> {
  return {
    expected: `one of ${values.join(", ")}`,
    accepts: (value): value is T => values.includes(value as T),
    parse: (text) => text,
  };
}

export function listOf<const T extends string>(...values: T[]): OptionType<readonly T[]> {
  return {
    expected: `array of ${values.join(", ")}`,
    accepts: (value): value is readonly T[] =>
      Array.isArray(value) && value.every((item) => values.includes(item as T)),
    parse: (text) =>
      text.trimStart().startsWith("[")
        ? parseJson(text)
        : text
            .split(",")
            .map((item) => item.trim())
            .filter(Boolean),
  };
}

/** Opening and closing delimiter. */
export const delimiters: OptionType<readonly [string, string]> = {
  expected: "array of two non-empty strings",
  accepts: (value): value is readonly [string, string] =>
    Array.isArray(value) && value.length === 2 && value.every((item) => typeof item === "string" && item.length > 0),
  parse: parseJson,
};

export const plainObject: OptionType<Record<string, unknown>> = {
  expected: "object",
  accepts: isRecord,
  parse: parseJson,
};

/** Object with boolean values under known keys; the command line may give a comma list of keys, all true. */
export function switches<const T extends string>(...keys: T[]): OptionType<Partial<Record<T, boolean>>> {
  return {
    expected: `object of booleans with keys among ${keys.join(", ")}`,
    accepts: (value): value is Partial<Record<T, boolean>> =>
      isRecord(value) &&
      Object.entries(value).every(([key, flag]) => keys.includes(key as T) && typeof flag === "boolean"),
    parse: (text) =>
      text.trimStart().startsWith("{")
        ? parseJson(text)
        : Object.fromEntries(
            text
              .split(",")
              .map((key) => key.trim())
              .filter(Boolean)
              .map((key) => [key, true]),
          ),
  };
}

/** Something that only a program can pass, recognised by its shape. */
export function instance<T>(expected: string, accepts: (value: unknown) => value is T): OptionType<T> {
  return { expected, accepts, parse: (text) => text };
}
