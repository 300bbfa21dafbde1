import type { PageEvidence, TextLayerVerdict } from "../../page.js";

/** Judges a page's text layer by its own evidence. */
export function judgeTextLayer(evidence: Omit<PageEvidence, "textLayer">): TextLayerVerdict {
  const glyphs = evidence.glyphs.filter((glyph) => glyph.text.trim() !== "" || glyph.identity === "none");
  if (glyphs.length === 0) return { verdict: "none", reasons: ["the page has no text"] };
  const unknown = glyphs.filter((glyph) => glyph.identity === "none").length / glyphs.length;
  if (unknown > 0.3)
    return { verdict: "garbled", reasons: [`${Math.round(unknown * 100)} % of glyphs have no Unicode`] };
  return { verdict: "trusted", reasons: [] };
}
