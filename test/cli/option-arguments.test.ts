import { expect, test } from "vitest";
import { parseAssignments } from "../../src/cli/option-arguments.js";
import { resolveOptions } from "../../src/engine/options/resolve-options.js";

test("values are read as their options want them", () => {
  const options = parseAssignments([
    "includePageInfo=true",
    "page_deadline_seconds=2.5",
    'mathInlineDelimiters=["$","$"]',
    "crops=figures,tables",
    "conversionFormats=md,html",
    "fullwidth_punctuation=null",
    "documentId=2024",
    "conversionOptions.docx.fontSize=24",
    "docx.orientation=landscape",
    "conversion_options.tex.zip.fontSize=11pt",
  ]);
  expect(options).toEqual({
    includePageInfo: true,
    page_deadline_seconds: 2.5,
    mathInlineDelimiters: ["$", "$"],
    crops: ["figures", "tables"],
    conversionFormats: { md: true, html: true },
    fullwidth_punctuation: null,
    documentId: "2024",
    conversionOptions: { docx: { fontSize: 24, orientation: "landscape" }, "tex.zip": { fontSize: "11pt" } },
  });
  expect(() => resolveOptions(options)).not.toThrow();
});

test("what is no value of the option is left for its check to name", () => {
  expect(() => resolveOptions(parseAssignments(["rmSpaces=maybe"]))).toThrow(
    'Expected boolean for rmSpaces but received "maybe"',
  );
  expect(() => resolveOptions(parseAssignments(["beam=3"]))).toThrow('known option but received "beam"');
});

test.each(["rmSpaces", "=true", "onProgress=x"])("%j is refused", (assignment) => {
  expect(() => parseAssignments([assignment])).toThrow(/^Expected/);
});
