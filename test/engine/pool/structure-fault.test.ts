import { expect, it } from "vitest";
import { processPage } from "../../../src/engine/pool/process-page.js";
import { Stopwatch } from "../../../src/engine/pool/stopwatch.js";
import type { DocumentSource } from "../../../src/engine/source/document-source.js";
import type { PageEvidence } from "../../../src/page.js";
import { Composer, outline, prose } from "../../support/compose-page.js";

const OPTIONS = { textSource: "embedded", crops: [], layoutModel: "off" } as never;

function sourceOf(evidence: PageEvidence): DocumentSource {
  return {
    kind: "pdf",
    pageCount: 1,
    evidence: async () => evidence,
    raster: () => Promise.reject(new Error("not drawn")),
    nativeDpi: async () => 0,
    release: async () => undefined,
    close: async () => undefined,
  };
}

it("a page whose structure cannot be found keeps its text, in order, and says why", async () => {
  const evidence = new Composer().line("A heading", { font: "bold" }).skip(1).paragraph(prose(60)).evidence();
  const sound = await processPage(sourceOf(evidence), 1, OPTIONS, new Stopwatch());
  expect(sound.fault).toBeUndefined();

  const broken = Object.defineProperty({ ...evidence }, "fills", {
    get: () => {
      throw new RangeError("Expected at least one box to unite but received none");
    },
  });
  const { layout, fault } = await processPage(sourceOf(broken), 1, OPTIONS, new Stopwatch());
  expect(fault).toBeInstanceOf(RangeError);
  expect(outline(layout)).toEqual(["text: A heading", `text: ${prose(60)}`]);
});
