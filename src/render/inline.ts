import type { Span } from "../page.js";
import { fixedBrackets } from "./delimiters.js";
import { escapeText, type TextContext } from "./escapes.js";
import { styleLatex } from "./latex-style.js";
import type { RenderOptions } from "./render-options.js";
import { isScript, plainScript, scriptLatex } from "./scripts.js";

type Piece = { kind: "text"; text: string } | { kind: "math"; latex: string };

/** Inline maths with the requested delimiters; "" for an empty formula. */
export function inlineMath(latex: string, options: RenderOptions): string {
  const styled = styleLatex(fixedBrackets(latex), options);
  return styled === "" ? "" : options.mathInlineDelimiters[0] + styled + options.mathInlineDelimiters[1];
}

/** Spans of a line as MMD, without markup of the line's own start. Leading and trailing blanks are dropped. */
export function inlineMmd(spans: readonly Span[], context: TextContext, options: RenderOptions): string {
  let pieces = merge(spans.flatMap((span, i) => pieceOf(span, plainBefore(spans, i), options)));
  if (options.numbersDefaultToMath) pieces = merge(pieces.flatMap(numbersAsMath));
  trimEnds(pieces);
  let out = "";
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind === "math") {
      out += inlineMath(piece.latex, options);
      continue;
    }
    const next = pieces[i + 1];
    const after = next?.kind === "math" ? options.mathInlineDelimiters[0].charAt(0) : "";
    out += escapeText(piece.text, context, options.mathInlineDelimiters, { before: out.slice(-1), after });
  }
  return out;
}

/** Text of a line without any markup: what a reader sees, formulas as LaTeX. */
export function plainText(spans: readonly Span[]): string {
  return spans
    .map((span) => (span.kind === "text" ? cleanText(span.text) : span.latex))
    .join("")
    .trim();
}

/** Spans without a soft hyphen at their end (`func-` → `func`). */
export function withoutHyphen(spans: readonly Span[]): Span[] {
  const out = [...spans];
  for (let i = out.length - 1; i >= 0; i--) {
    const span = out[i]!;
    if (span.kind === "math") break;
    const text = span.text.trimEnd();
    if (text === "") {
      out.pop();
      continue;
    }
    if (/[-\u00ad\u2010\u2011]$/.test(text)) out[i] = { ...span, text: text.slice(0, -1) };
    break;
  }
  return out;
}

function pieceOf(span: Span, before: string, options: RenderOptions): Piece[] {
  if (span.kind === "math") return [{ kind: "math", latex: span.latex.trim() }];
  const text = punctuate(cleanText(span.text), options.fullwidthPunctuation);
  if (span.script === undefined || text.trim() === "" || !isScript(text)) return [{ kind: "text", text }];
  const plain = span.script === "super" ? plainScript(text, before) : undefined;
  if (plain !== undefined) return [{ kind: "text", text: plain }];
  return [
    { kind: "math", latex: scriptLatex(text, span.script) },
    { kind: "text", text: /\s$/.test(text) ? " " : "" },
  ];
}

function plainBefore(spans: readonly Span[], i: number): string {
  const span = spans[i - 1];
  return span?.kind === "text" ? span.text : "";
}

/** Neighbours of a kind become one; two formulas side by side would close each other's dollars. */
function merge(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged[merged.length - 1];
    if ((piece.kind === "text" ? piece.text : piece.latex) === "") continue;
    if (piece.kind === "text" && last?.kind === "text") last.text += piece.text;
    else if (piece.kind === "math" && last?.kind === "math") last.latex = joinFormulas(last.latex, piece.latex);
    else merged.push({ ...piece });
  }
  return merged;
}

/** A script behind a number or another script attaches to it. */
function joinFormulas(left: string, right: string): string {
  if (right.startsWith("{ }^") && /(?:\d|^_\{[^{}]*\})$/.test(left)) return left + right.slice(3);
  const subscript = /^_\{([\s\S]*)\}$/.exec(right)?.[1];
  if (subscript !== undefined) {
    // two subscripts of one base are one; a formula that ends in a script must not get a second
    const own = /^_\{([^{}]*)\}$/.exec(left)?.[1];
    return own === undefined ? `${left}${left.endsWith("}") ? "{}" : ""}${right}` : `_{${own} ${subscript}}`;
  }
  return `${left} ${right}`;
}

function trimEnds(pieces: Piece[]): void {
  const first = pieces[0];
  if (first?.kind === "text") first.text = first.text.trimStart();
  const last = pieces[pieces.length - 1];
  if (last?.kind === "text") last.text = last.text.trimEnd();
}

/** Controls and soft hyphens go, every kind of blank is a space, runs of spaces are one. */
function cleanText(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff\ufffe\uffff]/g, "")
    .replace(/[\s\u00a0]+/g, " ")
    .replace(/\p{Surrogate}/gu, "\ufffd");
}

const BARE_NUMBER = /(?<![\p{L}\p{N}.,:/\\-])\d+(?:[.,]\d+)*(?![\p{L}\p{N}:/-]|[.,]\p{N})/gu;

function numbersAsMath(piece: Piece): Piece[] {
  if (piece.kind === "math") return [piece];
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of piece.text.matchAll(BARE_NUMBER)) {
    pieces.push({ kind: "text", text: piece.text.slice(end, match.index) });
    pieces.push({ kind: "math", latex: match[0].replaceAll(",", "{,}") });
    end = match.index + match[0].length;
  }
  return [...pieces, { kind: "text", text: piece.text.slice(end) }];
}

const FULL: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "!": "！",
  "?": "？",
  "(": "（",
  ")": "）",
};
const HALF: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(FULL).map(([half, full]) => [full, half])),
  "。": ".",
  "、": ",",
};
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Full-width marks only beside CJK characters; half-width ones everywhere they stand for a Latin mark. */
function punctuate(text: string, fullwidth: boolean | null): string {
  if (fullwidth === null) return text;
  if (!fullwidth) return text.replace(/[，；：！？（）。、]/g, (mark) => HALF[mark] ?? mark);
  return text.replace(/[,;:!?()]/g, (mark, at: number) =>
    CJK.test(text.charAt(at - 1)) || CJK.test(text.charAt(at + 1)) ? (FULL[mark] ?? mark) : mark,
  );
}
