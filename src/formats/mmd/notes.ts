import type { Block, Inline } from "../document.js";
import type { BlockReader } from "./blocks.js";
import type { Token } from "./tokens.js";

/** What the package remembers about a note while parsing. */
interface NoteEntry {
  type?: string;
  numbered?: string | number;
  label?: string;
  content?: string;
  tokens?: Token[] | null;
  isBlock?: boolean;
  hasContent?: boolean;
  textId?: number;
  arrContents?: { content: string; tokens: Token[] }[];
}

interface NoteMeta {
  id?: number;
  /** Place among the notes; `id` counts its own kind for `[^1]`. */
  footnoteId?: number;
  label?: string;
  numbered?: string | number;
  type?: string;
  nonumbers?: boolean;
}

/** `\footnote`, `\footnotemark`, `[^1]`, `^[…]`: the mark, with the note's content filed under its id. */
export function footnoteMark(token: Token, reader: BlockReader): Inline[] {
  const { context } = reader;
  const meta = (token.meta ?? {}) as NoteMeta;
  const entries = context.tokenizer.notes() as NoteEntry[];
  const entry = entries[meta.footnoteId ?? meta.id ?? -1];
  const offset = context.locate(token.latex ?? "");
  const printed = entry?.numbered ?? (entry?.type === "footnotemark" ? meta.numbered : undefined);
  const label = String(printed ?? ++context.markNumber);
  const source = entry?.textId === undefined ? entry : entries[entry.textId];
  if (entry?.textId !== undefined) context.attachedNotes.add(entry.textId);
  // the content may stand far below: the source is read on from the mark
  const { cursor } = context;
  const content = noteBlocks(source, reader, meta.label ?? entry?.label);
  context.cursor = cursor;
  if (content === undefined)
    return [{ type: "styled", style: "superscript", children: [{ type: "text", text: label, offset }], offset }];
  const mark: Inline = { type: "footnote_mark", id: file(content, reader), label, offset };
  // the package takes the blank behind `\footnotemark[1]` for a part of the command; LaTeX does not
  const isFollowed = /\]\s+$/.test(token.latex ?? "");
  return isFollowed ? [mark, { type: "text", text: " ", offset }] : [mark];
}

/** `\footnotetext`: a note of its own, unless a mark has taken it. */
export function readNote(token: Token, reader: BlockReader): Block | undefined {
  const { context } = reader;
  const offset = context.cursor;
  const meta = (token.meta ?? {}) as NoteMeta;
  if (meta.id !== undefined && context.attachedNotes.has(meta.id)) return undefined;
  const children = token.children ?? [];
  const blocks = children.some((child) => child.nesting !== 0 || child.type === "inline")
    ? reader.read(children)
    : reader.flow(reader.inlines.readMixed(children), offset);
  return { type: "footnote_text", id: file(starredNote(blocks, children), reader), offset };
}

/** `* Both authors …`: the star is the note's mark, though Markdown makes a list of it. */
function starredNote(blocks: Block[], tokens: readonly Token[]): Block[] {
  const [list] = blocks;
  const isStarred = tokens[0]?.type === "bullet_list_open" && tokens[0].markup === "*";
  if (!isStarred || blocks.length !== 1 || list?.type !== "list" || list.items.length !== 1) return blocks;
  const inner = list.items[0]!.blocks;
  const [first, ...rest] = inner;
  if (first?.type !== "paragraph") return blocks;
  return [{ ...first, children: [{ type: "text", text: "* ", offset: first.offset }, ...first.children] }, ...rest];
}

function noteBlocks(entry: NoteEntry | undefined, reader: BlockReader, label: string | undefined): Block[] | undefined {
  const { context } = reader;
  if (label !== undefined) {
    const tokens = context.tokenizer.noteDefinition(label);
    if (tokens) return reader.read(tokens);
  }
  if (!entry) return undefined;
  const parts = entry.arrContents?.length
    ? entry.arrContents
    : [{ content: entry.content ?? "", tokens: entry.tokens ?? [] }];
  const blocks = parts.flatMap(({ content, tokens }) => {
    if (tokens && tokens.length > 0)
      return tokens.some((child) => child.nesting !== 0 && child.type.endsWith("paragraph_open"))
        ? reader.read(tokens)
        : reader.flow(reader.inlines.readMixed(tokens), context.cursor);
    return content === ""
      ? []
      : reader.flow(reader.inlines.readMixed(context.tokenizer.inline(content)), context.cursor);
  });
  return blocks.length > 0 ? blocks : undefined;
}

function file(blocks: Block[], { context }: BlockReader): number {
  const id = context.nextNote++;
  context.footnotes.set(id, blocks);
  return id;
}
