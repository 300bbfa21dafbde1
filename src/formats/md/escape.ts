import { actsAsMarkup, escapeLineStart } from "../../render/escapes.js";
import type { MarkdownOptions } from "./options.js";

type EscapeOptions = Pick<MarkdownOptions, "escapeAmpersand" | "escapeDollar" | "escapeHash" | "escapePercent">;

/** Plain text as Markdown that reads the same. */
export function escapeMarkdown(text: string, options: EscapeOptions): string {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    out += mustEscape(char, text, i, options) ? `\\${char}` : char;
  }
  return out;
}

function mustEscape(char: string, text: string, i: number, options: EscapeOptions): boolean {
  switch (char) {
    case "\\":
    case "`":
      return true;
    case "&":
      return options.escapeAmpersand;
    case "$":
      return options.escapeDollar;
    case "#":
      return options.escapeHash;
    case "%":
      return options.escapePercent;
    case "[":
      // a bracket opens a link only before its twin and a target
      return text[i + 1] === "^" || /^\[[^\]]*\][([:]/.test(text.slice(i, i + 200));
    default:
      return actsAsMarkup(char, text[i - 1] ?? "", text[i + 1] ?? "", text, i, "running");
  }
}

/** Escapes at the start of a paragraph or line, after `escapeMarkdown`. */
export function escapeStart(line: string): string {
  // `1.` at a start would make a list of it; the MMD had it as text
  return escapeLineStart(line.replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2").replace(/^(#{1,6})(?=\s|$)/, "\\$1"));
}

/** HTML text. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => HTML[char]!);
}

const HTML: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
