import type { Block, CodeBlock, HeadingBlock, Inline } from "../document.js";
import { plainInlines } from "../plain-text.js";
import type { AdapterContext } from "./adapter-context.js";
import { readFloat } from "./floats.js";
import { splitHtml } from "./html-tags.js";
import { type InlineOrLifted, InlineReader } from "./inlines.js";
import { readLatexList, readMarkdownList } from "./lists.js";
import { mathBlock } from "./math-blocks.js";
import { footnoteMark, readNote } from "./notes.js";
import { readTable } from "./tables.js";
import { TokenReader } from "./token-reader.js";
import type { Token } from "./tokens.js";

/** Section commands: level in the document tree and place in the counter. */
const SECTIONS: Readonly<Record<string, 0 | 1 | 2>> = { section: 0, subsection: 1, subsubsection: 2 };

/** Tokens without anything to show at block level. */
const SILENT = new Set([
  "setcounter",
  "proof_print",
  "text",
  "label",
  "captionsetup",
  "centering",
  "mmd_footnote_anchor",
]);

export class BlockReader {
  readonly inlines: InlineReader;

  constructor(readonly context: AdapterContext) {
    this.inlines = new InlineReader(context, {
      readTable: (tokens) => this.table(tokens),
      readNote: (token) => readNote(token, this),
      footnoteMark: (token) => footnoteMark(token, this),
    });
  }

  read(tokens: readonly Token[]): Block[] {
    const reader = new TokenReader(tokens);
    const blocks: Block[] = [];
    for (let token = reader.next(); token; token = reader.next()) {
      if (token.map) this.context.moveToLine(token.map[0]);
      blocks.push(...this.#one(token, reader));
    }
    return blocks;
  }

  table(tokens: readonly Token[]) {
    return readTable(tokens, this.context, {
      blocks: (inner) => this.read(inner),
      inlines: (inner) => this.inlines.read(inner),
    });
  }

  #one(token: Token, reader: TokenReader): Block[] {
    const { context } = this;
    const offset = context.cursor;
    switch (token.type) {
      case "paragraph_open":
        return this.#paragraph(token, reader.inside(token), offset);
      case "inline":
        return this.flow(this.inlines.readMixed(token.children ?? []), offset);
      case "heading_open":
        return this.#heading(token, reader.inside(token), offset);
      case "itemize_list_open":
      case "enumerate_list_open":
        return [readLatexList(token, reader.inside(token), this)];
      case "bullet_list_open":
      case "ordered_list_open":
        return [readMarkdownList(token, reader.inside(token), this)];
      case "blockquote_open":
        return [{ type: "quote", blocks: this.read(reader.inside(token)), offset }];
      case "fence":
      case "code_block":
        return [
          {
            type: "code",
            language: token.info.trim().split(/\s+/)[0] ?? "",
            text: context.text(token.content).replace(/\n$/, ""),
            offset,
          },
        ];
      case "latex_lstlisting_env":
        return [this.#listing(token, offset)];
      case "table_open":
        return [this.table([token, ...reader.inside(token)])];
      case "tabular":
        return [this.table(token.children ?? [])];
      case "includegraphics":
      case "image":
        return [{ type: "paragraph", children: [this.inlines.image(token)], offset }];
      case "footnotetext_latex":
      case "footnotetext":
      case "footnote_latex": {
        const note = readNote(token, this);
        return note ? [note] : [];
      }
      case "renewcommand":
        context.listLabels.define(token.latex ?? "");
        return [];
      case "pagebreak":
        return [{ type: "page_break", offset }];
      case "hr":
        return [{ type: "rule", offset }];
      case "smiles":
        return [{ type: "smiles", smiles: context.text(token.content).trim(), offset }];
      case "html_block":
      case "svg_block":
        return this.#html(token, offset);
      case "theorem_open":
      case "proof_open":
        return this.#theorem(token, reader.inside(token), offset);
      case "collapsible_open":
        return [this.#details(token, reader.inside(token), offset)];
      case "dl_open":
        return [this.#definitions(reader.inside(token), offset)];
      case "mmd_footnote_block_open":
      case "footnote_block_open":
        // notes are read where their marks stand
        reader.inside(token);
        return [];
      default:
        return this.#other(token, offset);
    }
  }

  #other(token: Token, offset: number): Block[] {
    if (token.nesting < 0 || (SILENT.has(token.type) && (token.type !== "text" || token.content.trim() === "")))
      return [];
    if (token.nesting === 0) return this.flow(this.inlines.readMixed([token]), offset);
    // an opening token of no known kind: its content stands for itself
    return [];
  }

  #paragraph(token: Token, inner: readonly Token[], offset: number): Block[] {
    if (token.mmd_type === "abstract") {
      const reader = new TokenReader(inner);
      const head = reader.peek();
      if (head?.type === "heading_open") {
        reader.next();
        reader.inside(head);
      }
      const rest: Token[] = [];
      for (let next = reader.next(); next; next = reader.next()) rest.push(next);
      return [{ type: "abstract", blocks: this.read(rest), offset }];
    }
    if (token.parentType === "table") return [readFloat(token, inner, this)];
    const aligned = /\\begin\{(center|flushleft|flushright|left|right)\}/.exec(token.latex ?? "")?.[1];
    if (aligned) {
      const align = aligned === "center" ? "center" : aligned.endsWith("left") ? "left" : "right";
      return [{ type: "aligned", align, blocks: this.read(inner), offset }];
    }
    return this.read(inner);
  }

  /** Blocks of a run of inlines: displayed formulas, tables and lifted blocks stand apart. */
  flow(nodes: readonly InlineOrLifted[], offset: number): Block[] {
    const blocks: Block[] = [];
    let pending: Inline[] = [];
    const flush = () => {
      const children = trimInlines(pending);
      pending = [];
      if (children.length > 0) blocks.push({ type: "paragraph", children, offset: children[0]?.offset ?? offset });
    };
    for (const node of nodes) {
      if (node.type === "lifted") {
        flush();
        blocks.push(node.block);
      } else if (node.type === "math" && node.display) {
        flush();
        blocks.push(mathBlock(node, this.context));
      } else if (node.type === "table") {
        flush();
        blocks.push(node.table);
      } else pending.push(node);
    }
    flush();
    return blocks;
  }

  #heading(token: Token, inner: readonly Token[], offset: number): Block[] {
    const content = inner.find((child) => child.children);
    const children = trimInlines(this.inlines.read(content?.children ?? []));
    if (token.latex === "title") return [{ type: "title", children, offset }];
    const depth = SECTIONS[token.latex ?? ""];
    const level =
      depth === undefined ? Number(/^#+/.exec(token.markup)?.[0].length ?? (token.markup === "=" ? 1 : 2)) : depth + 2;
    const heading: HeadingBlock = {
      type: "heading",
      level: Math.min(6, level),
      id: this.context.anchor(plainInlines(children)),
      children,
      offset,
    };
    if (depth !== undefined && !token.isUnNumbered) heading.number = this.#sectionNumber(depth);
    return [heading];
  }

  #sectionNumber(depth: 0 | 1 | 2): string {
    const { sections } = this.context;
    sections[depth]++;
    sections.fill(0, depth + 1);
    return sections.slice(0, depth + 1).join(".");
  }

  #listing(token: Token, offset: number): CodeBlock {
    const language = /language\s*=\s*(?:\[[^\]]*\])?\{?([\w+#-]+)/.exec(token.info)?.[1] ?? "";
    const code: CodeBlock = { type: "code", language, text: this.context.text(token.content), offset };
    if (token.children?.some((child) => child.type !== "text")) code.pieces = this.inlines.read(token.children);
    return code;
  }

  #html(token: Token, offset: number): Block[] {
    const pieces = splitHtml(token.content);
    const tokens = pieces.map(({ tag, text }) => ({
      ...token,
      type: tag ? "html_inline" : "text",
      content: tag ? text : text.replace(/\s+/g, " "),
      children: null,
    }));
    return this.flow(this.inlines.readMixed(tokens), offset);
  }

  #theorem(token: Token, inner: readonly Token[], offset: number): Block[] {
    const environment = /\\begin\{([^}]*)\}/.exec(token.latex ?? "")?.[1] ?? token.environment ?? "";
    const proof = token.type === "proof_open";
    const blocks = this.read(inner);
    if (proof && environment !== "proof") return this.#unknownEnvironment(environment, blocks, offset);
    if (proof) return [this.#proof(blocks, offset)];
    const printed = this.context.theorems.get(environment) ?? environment;
    const head = token.envNumber ? `${printed} ${token.envNumber}` : printed;
    const name = token.envDescription ? this.inlines.fragment(token.envDescription) : undefined;
    return [{ type: "theorem", head, proof: false, blocks, offset, ...(name ? { name } : {}) }];
  }

  /** `[Proof of the lemma]` at the start of a proof is its head; the tokeniser leaves it in the text. */
  #proof(blocks: Block[], offset: number): Block {
    const { qedSymbol } = this.context;
    const [first, ...rest] = blocks;
    const lead = first?.type === "paragraph" ? first.children[0] : undefined;
    const match = lead?.type === "text" ? /^\[([^\]\n]{1,200})\]\s*/.exec(lead.text) : null;
    const proof = { type: "theorem" as const, head: match?.[1] ?? "Proof", proof: true, blocks, offset };
    if (match && first?.type === "paragraph" && lead?.type === "text") {
      lead.text = lead.text.slice(match[0].length);
      const children = trimInlines(first.children);
      proof.blocks = children.length > 0 ? [{ ...first, children }, ...rest] : rest;
    }
    return qedSymbol === undefined ? proof : { ...proof, end: this.inlines.fragment(qedSymbol) };
  }

  /** Shown as its content between its own commands. */
  #unknownEnvironment(name: string, blocks: Block[], offset: number): Block[] {
    this.context.warn(`environment ${name} is shown as text`, offset);
    const edge = (text: string): Block => ({ type: "paragraph", children: [{ type: "text", text, offset }], offset });
    return [edge(`\\begin{${name}}`), ...blocks, edge(`\\end{${name}}`)];
  }

  #details(token: Token, inner: readonly Token[], offset: number): Block {
    const summary = inner.find((child) => child.type === "collapsible_summary");
    const rest = inner.filter((child) => child !== summary);
    const title = summary?.children ? this.inlines.read(summary.children) : this.inlines.fragment(token.info);
    return { type: "details", summary: title, blocks: this.read(rest), offset };
  }

  #definitions(inner: readonly Token[], offset: number): Block {
    const reader = new TokenReader(inner);
    const entries: { term: Inline[]; blocks: Block[] }[] = [];
    for (let token = reader.next(); token; token = reader.next()) {
      if (token.type === "dt_open") entries.push({ term: this.inlines.read(reader.inside(token)), blocks: [] });
      else if (token.type === "dd_open") {
        const blocks = this.read(reader.inside(token));
        const last = entries[entries.length - 1];
        if (last) last.blocks.push(...blocks);
        else entries.push({ term: [], blocks });
      }
    }
    return { type: "definitions", entries, offset };
  }
}

/** Drops breaks and blanks at both ends and blanks around breaks. */
export function trimInlines(nodes: readonly Inline[]): Inline[] {
  const out = nodes.map((node) => (node.type === "text" ? { ...node } : node));
  const strip = (at: number, side: "start" | "end"): boolean => {
    const node = out.at(at);
    if (node === undefined) return false;
    if (node.type === "break") {
      out.splice(at, 1);
      return true;
    }
    if (node.type !== "text") return false;
    node.text = side === "start" ? node.text.trimStart() : node.text.trimEnd();
    if (node.text !== "") return false;
    out.splice(at, 1);
    return true;
  };
  while (strip(0, "start"));
  while (strip(-1, "end"));
  return out;
}
