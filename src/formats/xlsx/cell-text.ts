import type { Block, Inline } from "../document.js";
import { linearMath } from "../linear-math.js";
import { loadMathJax } from "../mmd/vendor.js";
import { plainBlocks, plainInlines } from "../plain-text.js";
import type { MathFormat } from "./options.js";

/** Formulas as one line of text; `latex` needs no typesetting. */
export class FormulaText {
  readonly #known = new Map<string, string>();

  constructor(readonly format: MathFormat) {}

  write(latex: string): string {
    if (this.format === "latex") return latex;
    let text = this.#known.get(latex);
    if (text === undefined) {
      text = this.#convert(latex);
      this.#known.set(latex, text);
    }
    return text;
  }

  #convert(latex: string): string {
    // plain numbers and letters are most of what tables have: no need to start MathJax for them
    if (/^[\w\s.,:;+<>=()/-]*$/.test(latex) && !latex.includes("_"))
      return latex.replace(/-/g, "−").replace(/\s+/g, " ").trim();
    try {
      const wanted = this.format === "asciimath" ? { include_asciimath: true } : { include_mathml: true };
      const { mathml = "", asciimath = "" } = loadMathJax().TexConvert(
        latex,
        { display: false, outMath: { include_svg: false, ...wanted } },
        true,
      );
      return this.format === "asciimath" ? asciimath : linearMath(mathml);
    } catch {
      return latex;
    }
  }
}

/** Words of a cell: lines parted by line feeds. */
export function cellText(blocks: readonly Block[], formulas: FormulaText): string {
  return blocks
    .map((block) => blockText(block, formulas))
    .filter((text) => text !== "")
    .join("\n");
}

function blockText(block: Block, formulas: FormulaText): string {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return inlineText(block.children, formulas);
    case "math":
      return formulas.write(block.latex);
    case "list":
      return block.items
        .map((item, i) => {
          const mark = item.marker ? inlineText(item.marker, formulas) : block.ordered ? `${block.start + i}.` : "•";
          return `${mark} ${cellText(item.blocks, formulas)}`;
        })
        .join("\n");
    case "table":
      return block.rows.map((row) => row.cells.map((cell) => cellText(cell.blocks, formulas)).join("  ")).join("\n");
    default:
      return plainBlocks([block]);
  }
}

export function inlineText(nodes: readonly Inline[], formulas: FormulaText): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case "math":
          return formulas.write(node.latex);
        case "styled":
        case "link":
          return inlineText(node.children, formulas);
        case "image":
          return node.alt === "" ? "[image]" : node.alt;
        case "footnote_mark":
          return `[${node.label}]`;
        case "table":
          return blockText(node.table, formulas);
        default:
          return plainInlines([node]);
      }
    })
    .join("");
}
