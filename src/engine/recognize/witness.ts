import type { PageEvidence, PageLayout } from "../../page.js";
import type { DocumentSource } from "../source/document-source.js";

type TextSource = "auto" | "embedded" | "ocr";

/** A picture of at least this share of the page may hold the page's text. */
const PAGE_PICTURE = 0.5;
/** Fewer recognised letters are no text but marks in a picture; the page then stays a picture. */
const LEAST_LETTERS = 12;

export interface Witness {
  evidence: PageEvidence;
  textSource: PageLayout["textSource"];
  /** Skew of the page that the evidence is free of, degrees clockwise. */
  tilt: number;
}

/**
 * Decides where a page's text comes from. `auto`: the text layer where it can be believed; the pixels where there is none but a
 * picture or drawing that may hold text, or where the layer is garbled. The recogniser is loaded only when needed.
 */
export async function chooseWitness(
  source: DocumentSource,
  evidence: PageEvidence,
  asked: TextSource,
): Promise<Witness> {
  const reason = reasonToRead(evidence, asked);
  if (reason === undefined) return { evidence, textSource: embedded(evidence), tilt: 0 };
  const { recognizePage } = await import("./recognize-page.js");
  const read = await recognizePage(source, evidence);
  const letters = read.evidence.glyphs.filter((glyph) => /\p{L}|\p{N}/u.test(glyph.text)).length;
  if (letters >= LEAST_LETTERS || asked === "ocr") return { ...read, textSource: { source: "ocr", reason } };
  return { evidence, textSource: { source: "none", reason: `${reason}; no text was recognised` }, tilt: 0 };
}

function reasonToRead(evidence: PageEvidence, asked: TextSource): string | undefined {
  const { verdict, reasons } = evidence.textLayer;
  if (asked === "embedded") return undefined;
  if (asked === "ocr") return "Recognition was asked for";
  if (verdict === "garbled") return `The text layer is garbled: ${reasons[0] ?? ""}`.trim();
  if (verdict !== "none") return undefined;
  const area = evidence.width * evidence.height;
  const pictured = evidence.pictures.some(({ box }) => (box.x1 - box.x0) * (box.y1 - box.y0) >= PAGE_PICTURE * area);
  return pictured || evidence.drawings.length > 0 ? "The page has no text layer" : undefined;
}

function embedded({ textLayer, glyphs }: PageEvidence): PageLayout["textSource"] {
  if (textLayer.verdict === "none" || glyphs.length === 0)
    return { source: "none", reason: textLayer.reasons[0] ?? "The page has no text layer" };
  return { source: "embedded", reason: textLayer.reasons[0] ?? `The text layer is ${textLayer.verdict}` };
}
