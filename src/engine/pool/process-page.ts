import { layoutPage } from "../../layout/layout-page.js";
import type { Crop, PageLayout } from "../../page.js";
import { checkFormulas } from "../check-formulas.js";
import type { PageOptions } from "../options/option-table.js";
import { withPrediction } from "../predict/with-prediction.js";
import { drawCrops } from "../raster/draw-crops.js";
import { tiltLayout } from "../recognize/tilt-layout.js";
import { chooseWitness } from "../recognize/witness.js";
import type { DocumentSource } from "../source/document-source.js";
import type { Stopwatch } from "./stopwatch.js";

/** Takes one page through evidence, recognition where it is needed, layout and crops; frees what the page holds. */
export async function processPage(
  source: DocumentSource,
  page: number,
  options: PageOptions,
  stopwatch: Stopwatch,
): Promise<{ layout: PageLayout; crops: Crop[] }> {
  try {
    const evidence = await stopwatch.time("evidence", () => source.evidence(page));
    const witness = await stopwatch.time("recognize", () => chooseWitness(source, evidence, options.textSource));
    const seen = await stopwatch.time("recognize", () => withPrediction(witness, page, options.layoutModel));
    const level = await stopwatch.time("layout", () => layoutPage(seen, { witness: witness.textSource }));
    await stopwatch.time("layout", () => checkFormulas(level));
    const layout = witness.tilt === 0 ? level : tiltLayout(level, witness.tilt);
    const crops = await stopwatch.time("crops", () => drawCrops(witness.source, layout, options.crops));
    return { layout, crops };
  } finally {
    // What releasing a damaged page throws must not hide the error that damaged it.
    await source.release(page).catch(() => undefined);
  }
}
