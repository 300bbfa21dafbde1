import { describe, expect, it } from "vitest";
import { withKeyedHyphens } from "../../../src/layout/glyphs/keyed-hyphens.js";
import { makeEvidence, setText } from "../../support/make-evidence.js";

function keyed(text: string, font: "regular" | "mono" = "regular"): string {
  const { fonts } = makeEvidence([]);
  return withKeyedHyphens(setText({ text, x: 200, y: 300, font }), fonts)
    .map((glyph) => glyph.text)
    .join("");
}

describe("minus signs", () => {
  it("are hyphens of the keyboard in program text", () => {
    expect(keyed("graph−>next(−1)", "mono")).toBe("graph->next(-1)");
  });

  it("are hyphens before the names of options", () => {
    expect(keyed("with −−prefix=PATH")).toBe("with --prefix=PATH");
  });

  it("stay minus signs elsewhere", () => {
    expect(keyed("from −5 to −x and 1−−2")).toBe("from −5 to −x and 1−−2");
  });
});
