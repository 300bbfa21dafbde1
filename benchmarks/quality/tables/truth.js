// Reads table truth: the structure files of the ICDAR 2013 competition (`*-str.xml`).
import { makeGrid } from "./grid.js";

/** @returns {{ page: number, grid: ReturnType<typeof makeGrid> }[]} */
export function readIcdar(xml) {
  return [...xml.matchAll(/<table\b[^>]*>([\s\S]*?)<\/table>/g)].map(([, body]) => {
    const page = Number(attribute(/<region\b[^>]*>/.exec(body)?.[0] ?? "", "page") ?? 1);
    const cells = [...body.matchAll(/<cell\b([^>]*)>([\s\S]*?)<\/cell>/g)].map(([, head, inner]) => {
      const row = Number(attribute(head, "start-row"));
      const column = Number(attribute(head, "start-col"));
      return {
        row,
        column,
        rowSpan: Number(attribute(head, "end-row") ?? row) - row + 1,
        colSpan: Number(attribute(head, "end-col") ?? column) - column + 1,
        text: decode(/<content>([\s\S]*?)<\/content>/.exec(inner)?.[1] ?? ""),
      };
    });
    return { page, grid: makeGrid(cells) };
  });
}

function attribute(tag, name) {
  return new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];
}

function decode(text) {
  return text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, "$1")
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}
