// What the engine finds on whole pages: displayed formulas, inline maths per character, false maths in the text, and what it reads there.
import { readFileSync } from "node:fs";
import { openPdf } from "../../../dist/engine/source/pdf.js";
import { layoutPage } from "../../../dist/layout/layout-page.js";
import { canonicalTokens } from "./canonical.js";
import { foldSame } from "./font-setups.js";
import { formulaSet } from "./formula-sets.js";
import { readPages } from "./read-pages.js";
import { layoutOfPicture } from "./read-pixels.js";
import { typeset } from "./typeset.js";
import { formulaOfColour, typesetPages } from "./typeset-pages.js";

/** Formulas on the pages of one set-up. */
const INLINE = 1500;
const DISPLAY = 40;
/** Widest display that fits the line with its number, px at 250 per inch (the line is 6.27 in). */
const MAX_WIDTH = 1250;
const MAX_INLINE_WIDTH = 700;
/** A display is found by a region that holds its glyphs and hardly others: intersection over union of glyphs. */
const FOUND = 0.9;

/**
 * @typedef {object} PageScore
 * @property {number} displays
 * @property {number} regions
 * @property {number} found
 * @property {number} displayExact
 * @property {number} truthGlyphs
 * @property {number} readGlyphs
 * @property {number} commonGlyphs
 * @property {number} textGlyphs
 * @property {number} falseGlyphs
 * @property {number} inline
 * @property {number} inlineExact
 * @property {{ kind: string, truth: string, read: string, lost?: string, page: number, pdf: string }[]} failures `lost`: characters that became text
 */

/** @returns {Promise<PageScore>} */
export async function scorePages({ corpus, cache, fonts, split, sample, pixels, pageLimit = Infinity }) {
  const inline = await accepted("inline", sample ?? INLINE, MAX_INLINE_WIDTH);
  const oneRow = await accepted("one-row", Math.ceil(((sample ?? DISPLAY) * 3) / 4), MAX_WIDTH);
  const rows = await accepted("several-rows", Math.ceil((sample ?? DISPLAY) / 4), MAX_WIDTH);
  const display = oneRow.flatMap((latex, index) =>
    index % 3 === 0 && rows[index / 3] ? [latex, rows[index / 3]] : [latex],
  );
  const pdf = typesetPages({ inline, display, corpus, cache, fonts });
  const source = await openPdf(new Uint8Array(readFileSync(pdf)), { file: pdf });
  const score = emptyScore();
  try {
    for (let page = 1; page <= Math.min(pageLimit, source.pageCount); page++) {
      const evidence = await source.evidence(page);
      const layout = pixels ? await layoutOfPicture(source, evidence, pixels) : layoutPage(evidence);
      addPage(score, evidence, layout, { inline, display, fonts, pdf, page });
      await source.release(page);
    }
  } finally {
    await source.close();
  }
  return score;

  /** The first formulas of a set that TeX accepts and that fit. */
  async function accepted(kind, count, width) {
    const set = formulaSet(corpus, kind, { split, limit: count, seed: "pages" });
    const single = typeset(set, { folder: cache, fonts, display: kind !== "inline" });
    const read = await readPages(single.pdf, single.pages);
    return set
      .filter((_, index) => single.pages[index] !== undefined && read[index].width < width)
      .map(({ latex }) => latex);
  }
}

function emptyScore() {
  const counts = [
    "displays",
    "regions",
    "found",
    "displayExact",
    "truthGlyphs",
    "readGlyphs",
    "commonGlyphs",
    "textGlyphs",
  ];
  const more = ["falseGlyphs", "inline", "inlineExact"];
  return { ...Object.fromEntries([...counts, ...more].map((name) => [name, 0])), failures: [] };
}

function addPage(score, evidence, layout, truth) {
  const glyphs = evidence.glyphs.filter((glyph) => glyph.visible && glyph.text.trim() !== "");
  const owners = glyphs.map((glyph) => formulaOfColour(glyph.color));
  const regions = layout.blocks.filter((block) => block.kind === "math");
  const spans = layout.blocks.flatMap((block) =>
    (block.lines ?? []).flatMap((line) => line.spans.filter((span) => span.kind === "math" && span.box)),
  );
  const inRegion = assign(glyphs, regions);
  const inSpan = assign(glyphs, spans);
  addDisplays(score, { glyphs, owners, regions, inRegion }, truth);
  addInline(score, { glyphs, owners, spans, inSpan }, truth);
}

/** Index of the place each glyph's centre lies in, -1 for none. */
function assign(glyphs, places) {
  return glyphs.map(({ box }) => {
    const x = (box.x0 + box.x1) / 2;
    const y = (box.y0 + box.y1) / 2;
    return places.findIndex(
      ({ box: place }) => x >= place.x0 - 1 && x <= place.x1 + 1 && y >= place.y0 - 1 && y <= place.y1 + 1,
    );
  });
}

function addDisplays(score, { owners, regions, inRegion }, { display, fonts, pdf, page }) {
  const ids = new Set(owners.filter((owner) => owner?.kind === "display").map((owner) => owner.id));
  score.displays += ids.size;
  score.regions += regions.length;
  for (const id of ids) {
    const own = owners.map((owner) => owner?.kind === "display" && owner.id === id);
    const size = own.filter(Boolean).length;
    const best = regions
      .map((region, index) => {
        const inside = inRegion.filter((at) => at === index).length;
        const common = inRegion.filter((at, glyph) => at === index && own[glyph]).length;
        return { region, overlap: common / (size + inside - common) };
      })
      .sort((a, b) => b.overlap - a.overlap)[0];
    const read = best && best.overlap >= FOUND ? (best.region.latex ?? "") : undefined;
    if (read !== undefined) score.found++;
    if (read !== undefined && same(display[id], read, fonts)) score.displayExact++;
    else
      score.failures.push({
        kind: read === undefined ? "not found" : "display",
        truth: display[id],
        read: read ?? "",
        page,
        pdf,
      });
  }
}

function addInline(score, { glyphs, owners, spans, inSpan }, { inline, fonts, pdf, page }) {
  const parts = new Map();
  for (const [index, owner] of owners.entries()) {
    const span = inSpan[index];
    if (owner === undefined) {
      // Equation numbers and page numbers are text, too; those beside a display belong to its region's row.
      score.textGlyphs++;
      if (span >= 0 && score.falseGlyphs++ < 1e9)
        score.failures.push({ kind: "false", truth: glyphs[index].text, read: spans[span].latex, page, pdf });
      if (span >= 0) score.readGlyphs++;
      continue;
    }
    if (owner.kind !== "inline" || !isRecognisable(inline[owner.id])) continue;
    score.truthGlyphs++;
    if (span >= 0) {
      score.readGlyphs++;
      score.commonGlyphs++;
    }
    const part = parts.get(owner.id) ?? { spans: new Set(), lost: "" };
    part.spans.add(span);
    if (span < 0) part.lost += glyphs[index].text;
    parts.set(owner.id, part);
  }
  for (const [id, part] of parts) {
    const owned = [...part.spans][0];
    const complete = part.spans.size === 1 && owned >= 0;
    const pure = complete && inSpan.every((span, index) => span !== owned || owners[index]?.id === id);
    score.inline++;
    const read = complete ? spans[owned].latex : [...part.spans].map((span) => spans[span]?.latex ?? "…").join(" | ");
    if (pure && same(inline[id], read, fonts)) score.inlineExact++;
    else score.failures.push({ kind: "inline", truth: inline[id], read, lost: part.lost, page, pdf });
  }
}

/** Numbers, signs and upright words alone look like text, and text is what they should be. */
function isRecognisable(latex) {
  return canonicalTokens(latex).some((token) => !/^(?:\d|rm:.|[.,;:()[\]+-]|[_^{}]|\\%)$/.test(token));
}

function same(truth, read, fonts) {
  // A mark that ends the sentence stands inside or outside of the formula as the author likes.
  const tokens = (latex) =>
    foldSame(canonicalTokens(latex), fonts)
      .join(" ")
      .replace(/( [.,;:])+$/, "");
  return tokens(truth) === tokens(read);
}
