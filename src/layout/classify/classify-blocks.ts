import { assertNever } from "../../errors.js";
import type { Block, PageEvidence } from "../../page.js";
import { type SpanWriter, textSpans } from "../lines/to-text-line.js";
import { weighKinds } from "../model/weigh-kinds.js";
import type { BlockDraft, PageMetrics } from "../types.js";
import { BlockBuilder } from "./block-builder.js";
import { decideKinds } from "./decide-kinds.js";
import { createPageContext } from "./page-context.js";
import { refinePieces } from "./refine-pieces.js";

/**
 * Names what each draft is and makes the page's blocks, in the order of the drafts; keys count from 0. What one page cannot
 * tell is tentative: `title`, `authors`, `page_info` heads and feet, heading levels (0). The document stage settles it.
 *
 * A formula's number becomes an `equation_number` block after its `math` block. In a `toc_row` the last line is the page number.
 * The first line of an `abstract` is its printed heading when that stands on its own line.
 *
 * @param writeSpans how lines become spans; the inline maths stage passes its own
 */
export function classifyBlocks(
  drafts: readonly BlockDraft[],
  evidence: PageEvidence,
  metrics: PageMetrics,
  writeSpans: SpanWriter = textSpans,
): Block[] {
  const refined = refinePieces(drafts, evidence.rules, metrics);
  const pieces = [...refined.values()].flat();
  const context = createPageContext(drafts, pieces, evidence, metrics);
  const builder = new BlockBuilder(evidence, context, writeSpans);
  const kinds = weighKinds(decideKinds(context), evidence.prediction);
  for (const draft of drafts) {
    switch (draft.kind) {
      case "lines":
        for (const piece of refined.get(draft) ?? []) builder.addPiece(piece, kinds.get(piece) ?? { kind: "text" });
        break;
      case "figure":
        builder.addFigure(draft);
        break;
      case "table":
        builder.addTable(draft);
        break;
      case "formula":
        builder.addFormula(draft.region, draft.column);
        break;
      default:
        assertNever(draft);
    }
  }
  return builder.finish(metrics);
}
