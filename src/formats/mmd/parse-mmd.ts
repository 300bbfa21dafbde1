import type { Block, Inline, MmdDocument } from "../document.js";
import { AdapterContext } from "./adapter-context.js";
import { BlockReader } from "./blocks.js";
import { guardSource, restore } from "./guard.js";
import { readHeader } from "./header.js";
import { createTokenizer, type Tokenizer } from "./tokenizer.js";
import { mapInlines } from "./walk.js";

export interface ParseOptions {
  /** Tags of the HTML subset are read; otherwise they are text. */
  htmlTags?: boolean;
}

/** Parses Mathpix Markdown. Never throws: what cannot be read is there as text, with a warning. */
export function parseMmd(mmd: string, options: ParseOptions = {}): MmdDocument {
  const { source: guarded, dead } = guardSource(mmd);
  const { source, front, warnings } = readHeader(guarded);
  const tokenizer = createTokenizer({ htmlTags: options.htmlTags ?? true });
  const context = new AdapterContext(source, tokenizer);
  for (const offset of dead.slice(0, 50))
    context.warn(
      `${restore(source.slice(offset, offset + 30)).split("\n")[0]} has no counterpart and is shown as text`,
      offset,
    );
  for (const { message, offset } of warnings) context.warn(message, offset);
  const blocks = [...front, ...readWhole(source, tokenizer, context)];
  return { blocks: resolveReferences(blocks, context), footnotes: context.footnotes, warnings: context.warnings };
}

/** The whole document, or, when the tokeniser gives up on it, paragraph by paragraph. */
function readWhole(source: string, tokenizer: Tokenizer, context: AdapterContext): Block[] {
  try {
    return new BlockReader(context).read(tokenizer.parse(source));
  } catch (error) {
    context.warn(`read paragraph by paragraph: ${error instanceof Error ? error.message : String(error)}`, 0);
    context.footnotes.clear();
    return readInPieces(source, tokenizer, context);
  }
}

function readInPieces(source: string, tokenizer: Tokenizer, context: AdapterContext): Block[] {
  const blocks: Block[] = [];
  let offset = 0;
  for (const piece of source.split(/(\n[ \t]*\n)/)) {
    if (piece.trim() !== "") {
      context.cursor = offset;
      try {
        blocks.push(...new BlockReader(context).read(tokenizer.parse(piece)));
      } catch {
        context.warn("a paragraph is shown as text", offset);
        blocks.push({ type: "paragraph", children: [{ type: "text", text: restore(piece), offset }], offset });
      }
    }
    offset += piece.length;
  }
  return blocks;
}

/** References get the numbers that are known now. */
function resolveReferences(blocks: Block[], context: AdapterContext): Block[] {
  const resolve = (node: Inline): Inline => {
    if (node.type !== "reference") return node;
    const number = context.labels.get(node.label);
    const shown = number ?? node.label;
    return {
      ...node,
      text: node.text === "()" && number !== undefined ? `(${shown})` : shown,
      resolved: number !== undefined,
    };
  };
  for (const [id, note] of context.footnotes) context.footnotes.set(id, mapInlines(note, resolve));
  return mapInlines(blocks, resolve);
}
