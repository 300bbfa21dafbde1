import type { Block, Inline, MmdDocument, TableBlock } from "../document.js";
import { plainInlines } from "../plain-text.js";

export interface FoundTable {
  table: TableBlock;
  caption: Inline[] | undefined;
  /** Printed label such as `Table 2`. */
  label: string | undefined;
}

const LABEL =
  /^\s*((?:Table|Tab\.?|Tabelle|Tableau|Tabla|Tabella|Tabela|Figure|Fig\.?|表|图)\s*[A-Z]?\d+(?:[.-]\d+)*)/iu;

/** All tables of a document in reading order, those of footnotes last; tables inside cells belong to their cell. */
export function collectTables(document: MmdDocument): FoundTable[] {
  const found: FoundTable[] = [];
  const visit = (blocks: readonly Block[], caption?: Inline[], label?: string): void => {
    for (const block of blocks) {
      switch (block.type) {
        case "table":
          found.push(describe(block, block.caption ?? caption, label));
          break;
        case "figure": {
          const before = found.length;
          visit(block.blocks, block.caption, block.label);
          // one caption for several tables names the first
          for (const later of found.slice(before + 1)) if (later.caption === block.caption) later.caption = undefined;
          break;
        }
        case "paragraph":
          for (const node of block.children)
            if (node.type === "table") found.push(describe(node.table, node.table.caption ?? caption, label));
          break;
        case "abstract":
        case "quote":
        case "aligned":
        case "theorem":
        case "details":
          visit(block.blocks);
          break;
        case "list":
          for (const item of block.items) visit(item.blocks);
          break;
        case "definitions":
          for (const entry of block.entries) visit(entry.blocks);
          break;
        default:
          break;
      }
    }
  };
  visit(document.blocks);
  for (const note of document.footnotes.values()) visit(note);
  return found;
}

function describe(table: TableBlock, caption: Inline[] | undefined, label: string | undefined): FoundTable {
  const printed = label ?? (caption ? LABEL.exec(plainInlines(caption))?.[1] : undefined);
  return { table, caption, label: printed };
}
