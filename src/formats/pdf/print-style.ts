import { COLOUR } from "../html/style.js";
import type { PdfOptions } from "./options.js";

/** A4, CSS pixels. */
const PAGE_WIDTH = 794;

/** What a page on paper has more than one on a screen: its margins, page numbers, its size of letters. */
export function printStyle({
  fontSize,
  margin,
  textColor,
  backgroundColor,
  disableFooter,
  footnoteCompactRefs,
}: PdfOptions): string {
  const colour = (value: string | undefined) =>
    value !== undefined && COLOUR.test(value.trim()) ? value.trim() : undefined;
  const text = colour(textColor) ?? "#000";
  const back = colour(backgroundColor);
  const footer = disableFooter
    ? ""
    : `@bottom-center{content:counter(page);font:${Math.round(fontSize * 0.8)}px Georgia,"Noto Serif",serif;color:${text}}`;
  return [
    `@page{size:A4;margin:${margin}px;${back ? `background:${back};` : ""}${footer}}`,
    `@media print{:root{--room:${PAGE_WIDTH - 2 * margin}px;--text:${text};${back ? `--back:${back};` : ""}}`,
    "html{-webkit-print-color-adjust:exact;print-color-adjust:exact}",
    `body{font-size:${fontSize}px;line-height:1.5}main{padding:0;max-width:none}`,
    "p{orphans:2;widows:2}tr{break-inside:avoid}.table table{max-width:100%}figure.kept{break-inside:avoid}",
    "table{break-inside:auto}.table{overflow:visible}pre{white-space:pre-wrap}.equation{overflow:visible}",
    "img{max-height:85vh}",
    footnoteCompactRefs
      ? "sup a[role=doc-noteref]{color:inherit;text-decoration:none;font-size:.85em;letter-spacing:-.03em}"
      : "",
    "}",
  ].join("");
}
