import { layoutPage } from "../../layout/layout-page.js";
import { layoutPlainPage } from "../../layout/layout-plain-page.js";
import type { Crop, PageEvidence, PageLayout } from "../../page.js";
import { checkFormulas } from "../check-formulas.js";
import type { PageOptions } from "../options/option-table.js";
import { withPrediction } from "../predict/with-prediction.js";
import { drawCrops } from "../raster/draw-crops.js";
import { readDisplayedFormulas } from "../recognize/formulas/read-displayed.js";
import { tiltLayout } from "../recognize/tilt-layout.js";
import { chooseWitness } from "../recognize/witness.js";
import type { DocumentSource } from "../source/document-source.js";
import type { Stopwatch } from "./stopwatch.js";

export interface ProcessedPage {
  layout: PageLayout;
  crops: Crop[];
  /** Why the page is delivered as plain text: what finding its structure threw. */
  fault?: unknown;
}

/** Takes one page through evidence, recognition where it is needed, layout and crops; frees what the page holds. */
export async function processPage(
  source: DocumentSource,
  page: number,
  options: PageOptions,
  stopwatch: Stopwatch,
): Promise<ProcessedPage> {
  try {
    const evidence = await stopwatch.time("evidence", () => source.evidence(page));
    const witness = await stopwatch.time("recognize", () => chooseWitness(source, evidence, options.textSource));
    const seen = await stopwatch.time("recognize", () => withPrediction(witness, page, options.layoutModel));
    const { layout: level, fault } = await stopwatch.time("layout", () => layoutOrText(seen, witness.textSource));
    const { picture } = witness;
    if (picture) await stopwatch.time("recognize", () => readDisplayedFormulas(level, picture));
    checkFormulas(level);
    const layout = witness.tilt === 0 ? level : tiltLayout(level, witness.tilt);
    const crops = await stopwatch.time("crops", () => drawCrops(witness.source, layout, options.crops));
    return fault === undefined ? { layout, crops } : { layout, crops, fault };
  } finally {
    // What releasing a damaged page throws must not hide the error that damaged it.
    await source.release(page).catch(() => undefined);
  }
}

/** A fault in the search for structure costs the page its structure, not its text. */
function layoutOrText(
  evidence: PageEvidence,
  textSource: PageLayout["textSource"],
): { layout: PageLayout; fault?: unknown } {
  try {
    return { layout: layoutPage(evidence, { witness: textSource }) };
  } catch (fault) {
    return { layout: layoutPlainPage(evidence, textSource), fault };
  }
}
