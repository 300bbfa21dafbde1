import type { MathToken, MathVariant } from "../math/math-tree.js";
import { element, escapeXml, type Xml } from "../xml.js";
import { mathAlphanumeric } from "./alphabets.js";
import { LITERAL } from "./characters.js";

/** Characters of one look; pieces that follow each other become one run. */
export interface RunPiece {
  text: string;
  /** `m:rPr` and `w:rPr` as XML. */
  properties: Xml;
  /** Text in words. Else a letter beside a letter is kept apart: LibreOffice would read `i`, `n` as its `in`. */
  words: boolean;
}

/** ECMA-376 part 1, §22.1.2.111: plain, bold, italic, bold italic. Italic is the default. */
const STYLES: Readonly<Partial<Record<MathVariant, string>>> = {
  normal: "p",
  bold: "b",
  "bold-italic": "bi",
  "bold-fraktur": "b",
  "bold-script": "b",
  "bold-sans-serif": "b",
};

export function runPiece(token: MathToken, colour: string | undefined): RunPiece {
  return token.kind === "word" ? wordPiece(token, colour) : mathPiece(token, colour);
}

/** `\text`: a run that is no mathematics. */
function wordPiece({ text, variant }: MathToken, colour: string | undefined): RunPiece {
  const look = [
    variant === "monospace" ? '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>' : "",
    variant.includes("bold") ? "<w:b/>" : "",
    variant.includes("italic") ? "<w:i/>" : "",
    colourProperty(colour),
  ].join("");
  return {
    text,
    properties: `<m:rPr><m:nor/></m:rPr>${look === "" ? "" : element("w:rPr", {}, look)}`,
    words: true,
  };
}

function mathPiece(token: MathToken, colour: string | undefined): RunPiece {
  const mapped = [...token.text].map((char) => mathAlphanumeric(char, token.variant));
  const isMapped = mapped.every((char) => char !== undefined);
  const text = isMapped ? mapped.join("") : token.text;
  const length = [...text].length;
  // digits and signs are upright as they are
  const isLetter = token.kind !== "number" && /\p{L}/u.test(text);
  const style = isMapped || (token.variant === "normal" && !isLetter) ? undefined : STYLES[token.variant];
  const isLiteral = LITERAL.test(text) || (isLetter && length > 1 && !isMapped);
  const math = `${isLiteral ? "<m:lit/>" : ""}${style === undefined ? "" : `<m:sty m:val="${style}"/>`}`;
  const look = colourProperty(colour);
  return {
    text,
    properties: `${math === "" ? "" : `<m:rPr>${math}</m:rPr>`}${look === "" ? "" : `<w:rPr>${look}</w:rPr>`}`,
    words: false,
  };
}

/** Pieces → `m:r` elements. */
export function writeRuns(pieces: readonly RunPiece[]): Xml {
  let xml = "";
  let open: RunPiece | undefined;
  const flush = () => {
    if (open && open.text !== "")
      xml += `<m:r>${open.properties}<m:t${/^\s|\s$/.test(open.text) ? ' xml:space="preserve"' : ""}>${escapeXml(open.text)}</m:t></m:r>`;
    open = undefined;
  };
  for (const piece of pieces) {
    const merges =
      open?.properties === piece.properties &&
      (piece.words || !(/[\p{L}\p{N}]$/u.test(open.text) && /^[\p{L}\p{N}]/u.test(piece.text)));
    if (merges && open) open = { ...open, text: open.text + piece.text };
    else {
      flush();
      open = piece;
    }
  }
  flush();
  return xml;
}

const COLOURS: Readonly<Record<string, string>> = {
  black: "000000",
  blue: "0000FF",
  brown: "A52A2A",
  cyan: "00FFFF",
  darkgray: "404040",
  gray: "808080",
  grey: "808080",
  green: "008000",
  lime: "00FF00",
  magenta: "FF00FF",
  olive: "808000",
  orange: "FFA500",
  pink: "FFC0CB",
  purple: "800080",
  red: "FF0000",
  teal: "008080",
  violet: "8F00FF",
  white: "FFFFFF",
  yellow: "FFFF00",
};

/** Colour by name or as `#rgb`, `#rrggbb` → six hexadecimal digits; undefined for anything else. */
export function hexColour(colour: string | undefined): string | undefined {
  if (colour === undefined) return undefined;
  const bare = colour.trim().toLowerCase();
  if (Object.hasOwn(COLOURS, bare)) return COLOURS[bare];
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(bare);
  if (short)
    return short
      .slice(1)
      .map((digit) => digit + digit)
      .join("")
      .toUpperCase();
  return /^#[0-9a-f]{6}$/.test(bare) ? bare.slice(1).toUpperCase() : undefined;
}

function colourProperty(colour: string | undefined): Xml {
  const hex = hexColour(colour);
  return hex === undefined ? "" : `<w:color w:val="${hex}"/>`;
}
