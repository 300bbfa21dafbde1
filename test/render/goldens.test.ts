import Ajv2020 from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { renderCheck } from "../../src/formats/mmd/render-check.js";
import { checkInvariants } from "../../src/render/invariants.js";
import { linesJsonSchema, linesMmdJsonSchema } from "../../src/render/schema/index.js";
import { expectGolden } from "../golden-file.js";
import { GOLDEN_DOCUMENTS } from "./support/documents.js";
import { renderDocument } from "./support/render-document.js";

const ajv = new Ajv2020.default({ allErrors: true });
const validateLines = ajv.compile(linesJsonSchema);
const validateMmdLines = ajv.compile(linesMmdJsonSchema);

/** One line record per line of the file, so that a diff shows which record changed. */
function readable(json: { pages: { lines: object[] }[] }): string {
  const pages = json.pages.map((page) => {
    const { lines, ...rest } = page;
    return `{"page": ${JSON.stringify(rest)},\n"lines": [\n${lines.map((line) => JSON.stringify(line)).join(",\n")}\n]}`;
  });
  return `[${pages.join(",\n")}]\n`;
}

describe.each(Object.entries(GOLDEN_DOCUMENTS))("golden document %s", (name, make) => {
  const { pages, options } = make();
  const rendered = renderDocument(pages, options);

  it("equals the stored outputs", () => {
    expectGolden(`${name}/${name}.mmd`, rendered.mmd);
    expectGolden(`${name}/${name}.lines.json`, readable(rendered.lines));
    expectGolden(`${name}/${name}.lines.mmd.json`, readable(rendered.mmdLines));
    expectGolden(
      `${name}/images.json`,
      `${JSON.stringify({ images: rendered.images, warnings: rendered.warnings }, null, 1)}\n`,
    );
  });

  it("keeps all invariants", () => {
    expect(checkInvariants(rendered.lines, rendered.mmd, rendered.mmdLines)).toEqual([]);
  });

  it("is valid against the schemas", () => {
    validateLines(rendered.lines);
    expect(validateLines.errors ?? []).toEqual([]);
    validateMmdLines(rendered.mmdLines);
    expect(validateMmdLines.errors ?? []).toEqual([]);
  });

  it("renders without an error", () => {
    expect(renderCheck(rendered.mmd)).toEqual([]);
  });

  it("never has three line ends in a row", () => {
    expect(rendered.mmd).not.toMatch(/\n\n\n/);
  });

  it("is the same when rendered again", () => {
    const again = make();
    expect(renderDocument(again.pages, again.options)).toEqual(rendered);
  });
});
