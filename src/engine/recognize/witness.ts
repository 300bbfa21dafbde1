import type { PageEvidence, PageLayout } from "../../page.js";
import type { DocumentSource } from "../source/document-source.js";
import { turnedSource } from "../source/turned-source.js";
import { adoptTypesetting } from "./adopt-typesetting.js";
import type { ReadImage } from "./recognize-page.js";

type TextSource = "auto" | "embedded" | "ocr";

/** A picture of at least this share of the page may hold the page's text. */
const PAGE_PICTURE = 0.5;
/** A printed page has some 15,000 characters at most; a page with many more is made to cost time, not to be read. */
const MOST_PRINTED = 25_000;
/** Fewer characters than this on a page-size picture are a stamp, date or page number added to a scan. */
const STAMP = 40;
/** When more of the letters than this could not be read, the page is in another script, hand-written or a photograph. */
const MOST_UNREAD = 0.4;
/** When more than this could not be read, the page is a picture even where recognition was asked for. */
const NOTHING_READ = 0.9;
/** Fewer recognised letters are no text but marks in a picture; the page then stays a picture. */
const LEAST_LETTERS = 12;
/** A text layer is an OCR layer when more of it than this is invisible. */
const HIDDEN_SHARE = 0.5;

export interface Witness {
  evidence: PageEvidence;
  textSource: PageLayout["textSource"];
  /** Where pictures of the page come from, in the evidence's space. */
  source: DocumentSource;
  /** Skew of the page that the evidence is free of, degrees clockwise. */
  tilt: number;
  /** What the page was read from, when it was read from its pixels; in the evidence's space. */
  picture?: ReadImage | undefined;
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
  const reason = reasonToRead(evidence, asked) ?? (await reasonAgainstHidden(source, evidence, asked));
  if (reason === undefined) return { evidence, source, textSource: embedded(evidence), tilt: 0 };
  const { recognizePage } = await import("./recognize-page.js");
  const { unread, turns, blank, ...read } = await recognizePage(source, evidence);
  if (blank) return { ...read, source, textSource: { source: "none", reason: `${reason}; nothing is printed on it` } };
  const letters = read.evidence.glyphs.filter((glyph) => /\p{L}|\p{N}/u.test(glyph.text)).length;
  // A photograph has no text to read, whoever asks.
  const photograph = letters < LEAST_LETTERS && unread > NOTHING_READ && evidence.glyphs.length === 0;
  if ((letters >= LEAST_LETTERS && unread <= MOST_UNREAD) || (asked === "ocr" && !photograph)) {
    const typeset = asked === "auto" && evidence.textLayer.verdict === "garbled" && read.tilt === 0 && turns === 0;
    return {
      ...read,
      evidence: typeset ? adoptTypesetting(read.evidence, evidence) : read.evidence,
      source: turns === 0 ? source : turnedSource(source, evidence, turns),
      textSource: { source: "ocr", reason: turns === 0 ? reason : `${reason}; it was turned by ${turns * 90}°` },
    };
  }
  return {
    evidence,
    source,
    textSource: { source: "none", reason: `${reason}; ${Math.round(unread * 100)} % of its letters could not be read` },
    tilt: 0,
  };
}

function reasonToRead(evidence: PageEvidence, asked: TextSource): string | undefined {
  const { verdict, reasons } = evidence.textLayer;
  if (asked === "embedded") return undefined;
  if (asked === "ocr") return "Recognition was asked for";
  if (evidence.glyphs.length > MOST_PRINTED) return undefined;
  if (verdict === "garbled") return `The text layer is garbled: ${reasons[0] ?? ""}`.trim();
  const area = evidence.width * evidence.height;
  const pictured = evidence.pictures.some(({ box }) => (box.x1 - box.x0) * (box.y1 - box.y0) >= PAGE_PICTURE * area);
  const characters = evidence.glyphs.filter(({ text }) => text.trim() !== "").length;
  if (pictured && characters > 0 && characters < STAMP)
    return `The page is a picture with ${characters} characters of text`;
  if (verdict !== "none") return undefined;
  return pictured || evidence.drawings.length > 0 ? "The page has no text layer" : undefined;
}

/** Another program's invisible reading of a scan is kept unless a sample of lines shows that it is the worse one. */
async function reasonAgainstHidden(
  source: DocumentSource,
  evidence: PageEvidence,
  asked: TextSource,
): Promise<string | undefined> {
  const { glyphs, pictures, width, height } = evidence;
  const text = glyphs.filter((glyph) => glyph.text.trim() !== "");
  const hidden = text.filter((glyph) => !glyph.visible).length;
  const pictured = pictures.some(({ box }) => (box.x1 - box.x0) * (box.y1 - box.y0) >= PAGE_PICTURE * width * height);
  if (asked !== "auto" || !pictured || hidden <= HIDDEN_SHARE * text.length) return undefined;
  const { judgeHiddenLayer } = await import("./judge-hidden-layer.js");
  const judged = await judgeHiddenLayer(source, evidence);
  if (!judged?.worse) return undefined;
  return `The invisible text differs by ${Math.round(100 * judged.difference)} % from ${judged.lines} lines read with certainty`;
}

function embedded({ textLayer, glyphs }: PageEvidence): PageLayout["textSource"] {
  if (textLayer.verdict === "none" || glyphs.length === 0)
    return { source: "none", reason: textLayer.reasons[0] ?? "The page has no text layer" };
  return { source: "embedded", reason: textLayer.reasons[0] ?? `The text layer is ${textLayer.verdict}` };
}
