import { describe, expect, test } from "vitest";
import { OPTIONS, snakeCase } from "../../../src/engine/options/option-table.js";
import { pageOptions, resolveOptions } from "../../../src/engine/options/resolve-options.js";
import { InputError } from "../../../src/errors.js";

const message = (given: unknown): string => {
  try {
    resolveOptions(given);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  throw new Error("nothing was thrown");
};

describe("defaults", () => {
  test("those of the contract", () => {
    expect(resolveOptions()).toMatchObject({
      mathInlineDelimiters: ["\\(", "\\)"],
      mathDisplayDelimiters: ["\\[", "\\]"],
      rmSpaces: true,
      rmFonts: false,
      includePageInfo: false,
      preserveSectionNumbering: true,
      includeSmiles: true,
      fullwidthPunctuation: null,
      conversionFormats: {},
      crops: ["figures", "equations"],
      imageOutputMode: "local",
    });
  });

  test("undefined is absent, null is a value", () => {
    expect(resolveOptions({ rmSpaces: undefined }).rmSpaces).toBe(true);
    expect(message({ rmSpaces: null })).toBe("Expected boolean for rmSpaces but received null of type null");
  });
});

describe("spellings", () => {
  test("every option is taken in camelCase and in snake_case", () => {
    for (const [name, { type, default: fallback }] of Object.entries(OPTIONS)) {
      if (fallback === undefined || !(type as { accepts(value: unknown): boolean }).accepts(fallback)) continue;
      expect(resolveOptions({ [snakeCase(name)]: fallback })).toEqual(resolveOptions({ [name]: fallback }));
    }
    expect(resolveOptions({ page_ranges: "1-2" }).pageRanges).toBe("1-2");
  });

  test("both at once are refused", () => {
    expect(message({ rmFonts: true, rm_fonts: true })).toBe("Expected rmFonts once but received rmFonts and rm_fonts");
  });

  test("an unknown name is refused, with a hint when one is near", () => {
    expect(message({ page_range: "1" })).toBe(
      'Expected a known option but received "page_range"; did you mean page_ranges?',
    );
    expect(message({ beam_size: 3 })).toBe('Expected a known option but received "beam_size"');
    expect(message({ __proto__x: 1 })).toContain("known option");
  });
});

describe("values", () => {
  test.each([
    [{ textSource: "guess" }, 'Expected one of auto, embedded, ocr for textSource but received "guess" of type string'],
    [
      { mathInlineDelimiters: ["$"] },
      'Expected array of two non-empty strings for mathInlineDelimiters but received ["$"] of type array',
    ],
    [
      { pageDeadlineSeconds: 0 },
      "Expected number of seconds between 0.001 and 2000000 for pageDeadlineSeconds but received 0 of type number",
    ],
    [{ cdnBase: "crops" }, 'Expected absolute http or https URL for cdnBase but received "crops" of type string'],
    [{ signal: {} }, "Expected AbortSignal for signal but received [object Object] of type object"],
    [
      { pageRanges: "1-" },
      'Expected comma list of pages and ranges such as "2,4-6,-3 - -1" for pageRanges but received "1-" of type string',
    ],
    ["fast", 'Expected object for options but received "fast" of type string'],
  ])("%j", (given, expected) => {
    expect(message(given)).toBe(expected);
  });

  test("a document id cannot lead out of a folder", () => {
    for (const documentId of ["../x", "a/b", "", ".hidden"])
      expect(() => resolveOptions({ documentId })).toThrow(InputError);
    expect(resolveOptions({ documentId: "2026_01_02_ab.c-d" }).documentId).toBe("2026_01_02_ab.c-d");
  });
});

describe("section switches", () => {
  test("one turns the default off", () => {
    expect(resolveOptions({ auto_number_sections: true })).toMatchObject({
      autoNumberSections: true,
      removeSectionNumbering: false,
      preserveSectionNumbering: false,
    });
  });

  test("two contradict", () => {
    expect(message({ removeSectionNumbering: true, preserveSectionNumbering: true })).toContain(
      "received removeSectionNumbering and preserveSectionNumbering",
    );
  });

  test("equation tags imply idiomatic arrays", () => {
    expect(resolveOptions({ includeEquationTags: true }).idiomaticEqnArrays).toBe(true);
  });
});

describe("conversion options", () => {
  test("booleans may be strings, keys in either spelling", () => {
    const { conversionOptions } = resolveOptions({
      conversion_options: { md: { escapeHash: "false", escape_percent: true }, docx: { font_size: 24 } },
    });
    expect(conversionOptions).toEqual({ md: { escape_hash: false, escape_percent: true }, docx: { fontSize: 24 } });
  });

  test.each([
    [{ rtf: {} }, "for conversionOptions but received"],
    [{ docx: { colour: "red" } }, '"conversionOptions.docx.colour"'],
    [{ pdf: { margin: 10 } }, "Expected integer between 40 and 200 for conversionOptions.pdf.margin but received 10"],
    [{ md: { escape_hash: "no" } }, "Expected boolean for conversionOptions.md.escape_hash"],
    [{ md: true }, "Expected object for conversionOptions.md"],
  ])("%j is refused", (conversionOptions, expected) => {
    expect(message({ conversionOptions })).toContain(expected);
  });

  test("an unknown format is refused", () => {
    expect(message({ conversionFormats: { rtf: true } })).toContain("object of booleans with keys among mmd, md, html");
  });
});

test("workers get data only", () => {
  const page = pageOptions(
    resolveOptions({ signal: new AbortController().signal, onProgress: () => undefined, password: "x" }),
  );
  expect(structuredClone(page)).toEqual(page);
  expect(page).not.toHaveProperty("password");
  expect(page).toHaveProperty("crops");
});
