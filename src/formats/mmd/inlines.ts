import type { Block, ImageInline, Inline } from "../document.js";
import type { AdapterContext } from "./adapter-context.js";
import { readHtmlTag } from "./html-tags.js";
import {
  ALIGNMENTS,
  MATH_ENVIRONMENTS,
  MATH_TYPES,
  SILENT,
  STYLE_COMMANDS,
  STYLE_PAIRS,
  UNDERLINES,
} from "./inline-tokens.js";
import { safeHref } from "./links.js";
import type { TableReader } from "./tables.js";
import { attribute, TokenReader } from "./token-reader.js";
import type { Token } from "./tokens.js";

/** A block that the tokeniser hands over among inlines: authors, notes, a contents list. */
export interface LiftedBlock {
  type: "lifted";
  block: Block;
}

export type InlineOrLifted = Inline | LiftedBlock;

/** What reading inlines needs from the block side. */
export interface InlineHooks {
  readTable: TableReader;
  readNote: (token: Token, context: AdapterContext) => Block | undefined;
  footnoteMark: (token: Token, context: AdapterContext) => Inline[];
}

export class InlineReader {
  constructor(
    readonly context: AdapterContext,
    readonly hooks: InlineHooks,
  ) {}

  /** Inlines of tokens; blocks among them become the inline nearest to them. */
  read(tokens: readonly Token[]): Inline[] {
    return this.readMixed(tokens).flatMap((node) => (node.type === "lifted" ? this.#flatten(node.block) : [node]));
  }

  readMixed(tokens: readonly Token[]): InlineOrLifted[] {
    const reader = new TokenReader(tokens);
    const nodes: InlineOrLifted[] = [];
    for (let token = reader.next(); token; token = reader.next()) nodes.push(...this.#one(token, reader));
    return mergeText(nodes);
  }

  /** Inlines of a raw fragment. */
  fragment(source: string): Inline[] {
    return this.read(this.context.tokenizer.inline(source));
  }

  #one(token: Token, reader: TokenReader): InlineOrLifted[] {
    const { context } = this;
    const { type } = token;
    if (SILENT.has(type)) return [];
    if (MATH_TYPES.has(type)) return this.#foreignEnvironment(token) ?? [this.#math(token)];
    const pair = type.endsWith("_open") ? STYLE_PAIRS[type.slice(0, -5)] : undefined;
    if (pair)
      return [{ type: "styled", style: pair, children: this.read(reader.inside(token)), offset: context.cursor }];
    const command =
      STYLE_COMMANDS[type] ??
      (type === "underline" || type === "out" ? (UNDERLINES[token.underlineType ?? ""] ?? "underline") : undefined);
    if (command)
      return [
        {
          type: "styled",
          style: command,
          children: this.read(token.children ?? []),
          offset: context.locate(token.content),
        },
      ];
    switch (type) {
      case "text":
      case "text_special":
      case "emoji":
      case "text_error":
        return this.#text(token);
      case "inline":
        return this.readMixed(token.children ?? []);
      case "softbreak":
      case "hardbreak":
        return [
          { type: "break", hard: type === "hardbreak" || "doubleSlashToSoftBreak" in token, offset: context.cursor },
        ];
      case "code_inline":
      case "texttt_inline":
        return [{ type: "code", text: context.text(token.content), offset: context.locate(token.content) }];
      case "link_open":
        return this.#link(
          attribute(token, "href"),
          reader.inside(token),
          token.info === "auto" || token.markup === "linkify",
        );
      case "mmd_href":
        return this.#link(attribute(token, "href"), token.children ?? [], false);
      case "image":
      case "includegraphics":
        return [this.image(token)];
      case "html_inline":
      case "html_inline_full_tag":
        return readHtmlTag(token.content, reader, this);
      case "smiles_inline":
        return [{ type: "smiles", smiles: context.text(token.content).trim(), offset: context.locate(token.content) }];
      case "reference_note":
      case "reference_note_block":
        return [this.#reference(token)];
      case "tabular_inline":
      case "tabular":
        return [{ type: "table", table: this.hooks.readTable(token.children ?? [], context), offset: context.cursor }];
      case "mmd_footnote_ref":
      case "footnote_ref":
        return this.hooks.footnoteMark(token, context);
      case "footnotetext":
      case "footnotetext_latex":
      case "blfootnotetext": {
        const block = this.hooks.readNote(token, context);
        return block ? [{ type: "lifted", block }] : [];
      }
      case "author":
        return [{ type: "lifted", block: this.#authors(token) }];
      case "toc_open":
        reader.inside(token);
        return [{ type: "lifted", block: { type: "toc", offset: context.cursor } }];
      case "renewcommand_qedsymbol":
        context.qedSymbol = /\\qedsymbol\}?\s*\{([\s\S]*)\}\s*$/.exec(token.latex ?? "")?.[1]?.trim();
        return [];
      case "latex_lstlisting_env":
        return [{ type: "code", text: context.text(token.content).trim(), offset: context.locate(token.content) }];
      case "text_icon":
        return this.#icon();
      case "newtheorem":
        this.#defineTheorem(token);
        return [];
      case "section_setcounter":
        this.#setSection(token);
        return [];
      case "pagebreak":
        return [{ type: "lifted", block: { type: "page_break", offset: context.cursor } }];
      case "caption":
      case "label":
      case "captionsetup":
      case "centering":
        return this.#floatCommand(token);
      case "slashbox":
      case "backslashbox":
        return this.#diagonal(token);
      case "svg_inline":
        return readHtmlTag(token.content, reader, this);
      case "icon":
        return this.#unknown(token);
      default:
        return this.#unknown(token);
    }
  }

  #text(token: Token): Inline[] {
    if (token.content === "") return [];
    const offset = this.context.locate(token.content);
    if (token.type === "text_error") this.context.warn(this.context.text(token.content), offset);
    return [{ type: "text", text: this.context.text(token.content), offset }];
  }

  #math(token: Token): Inline {
    const offset = this.context.locate(token.inputLatex ?? token.content);
    const latex = this.context.text(token.content).trim();
    if (token.type.endsWith("mathML")) {
      this.context.warn("MathML is shown as its source", offset);
      return { type: "code", text: latex, offset };
    }
    return { type: "math", latex, display: token.type !== "inline_math", offset };
  }

  /** The tokeniser takes every environment it does not know for a formula. */
  #foreignEnvironment(token: Token): InlineOrLifted[] | undefined {
    const [, name = "", body = ""] = token.type.startsWith("equation_math")
      ? (/^\\begin\{([^}]*)\}([\s\S]*)\\end\{\1\}$/.exec(token.content.trim()) ?? [])
      : [];
    if (name === "" || MATH_ENVIRONMENTS.has(name.replace("*", ""))) return undefined;
    const offset = this.context.locate(token.content);
    const { cursor } = this.context;
    const inner = this.fragment(body.trim());
    this.context.cursor = cursor;
    const align = ALIGNMENTS[name];
    if (align)
      return [
        {
          type: "lifted",
          block: { type: "aligned", align, blocks: [{ type: "paragraph", children: inner, offset }], offset },
        },
      ];
    this.context.warn(`environment ${name} is shown as text`, offset);
    const edge = (text: string): Inline => ({ type: "text", text, offset });
    return [
      edge(`\\begin{${name}}`),
      { type: "break", hard: true, offset },
      ...inner,
      { type: "break", hard: true, offset },
      edge(`\\end{${name}}`),
    ];
  }

  #link(address: string, tokens: readonly Token[], automatic: boolean): Inline[] {
    const children = this.read(tokens);
    const offset = children[0]?.offset ?? this.context.cursor;
    const href = safeHref(this.context.text(address));
    if (href !== undefined) return [{ type: "link", href, automatic, children, offset }];
    this.context.warn(`link to ${this.context.text(address).slice(0, 80)} left out`, offset);
    return children;
  }

  image(token: Token): ImageInline {
    const src = this.context.text(attribute(token, "src"));
    const image: ImageInline = {
      type: "image",
      src: decode(src),
      alt: this.context.text(attribute(token, "alt") || token.content),
      offset: this.#imageStart(src, token.type === "image" ? "![" : "\\includegraphics"),
    };
    const width = attribute(token, "width") || attribute(token, "max width");
    if (width !== "" && width !== "\\textwidth") image.width = width;
    const height = attribute(token, "height");
    if (height !== "") image.height = height;
    const align = /\b(left|right|center)\b/.exec(attribute(token, "align"))?.[1];
    if (align) image.align = align as "left" | "right" | "center";
    return image;
  }

  /** Start of the command in front of an image's address. */
  #imageStart(src: string, command: string): number {
    const at = this.context.locate(src);
    const before = this.context.source.slice(Math.max(0, at - 300), at).lastIndexOf(command);
    return before < 0 ? at : Math.max(0, at - 300) + before;
  }

  #reference(token: Token): Inline {
    const label = this.context.text(token.content);
    const parentheses = attribute(token, "data-parentheses") === "true" || token.markup.startsWith("eqref");
    // the number is filled in when all labels are known
    return {
      type: "reference",
      label,
      text: parentheses ? "()" : "",
      resolved: false,
      offset: this.context.locate(token.inputLatex ?? label),
    };
  }

  /** `\\newtheorem{name}[counter]{Printed}[within]` */
  #defineTheorem(token: Token): void {
    const match = /\\newtheorem\*?\s*\{([^{}]*)\}\s*(?:\[[^\]]*\])?\s*\{([^{}]*)\}/.exec(token.latex ?? "");
    if (match) this.context.theorems.set(match[1]!.trim(), this.context.text(match[2]!.trim()));
  }

  #setSection(token: Token): void {
    const match = /\\setcounter\s*\{(section|subsection|subsubsection)\}\s*\{(\d{1,6})\}/.exec(token.latex ?? "");
    if (match) this.context.sections[match[1] === "section" ? 0 : match[1] === "subsection" ? 1 : 2] = Number(match[2]);
  }

  #authors(token: Token): Block {
    const offset = this.context.cursor;
    const authors = (token.children ?? []).map((column) => {
      const items = column.children ?? [];
      return items.map((item) => this.read(item.children ?? []));
    });
    return { type: "authors", authors: authors.length > 0 ? authors : [[this.fragment(token.content.trim())]], offset };
  }

  /** What a float's command shows where it stands: a caption without a float is text. */
  #floatCommand(token: Token): Inline[] {
    const float = this.context.floats[this.context.floats.length - 1];
    if (!float) return token.type === "caption" ? this.fragment(token.content) : [];
    if (token.type === "captionsetup") float.unlabelled ||= /labelformat\s*=\s*empty/.test(token.content);
    else if (token.type === "label") float.anchor = this.context.text(token.content);
    else if (token.type === "caption") {
      this.context.locate(token.content);
      const caption = this.fragment(token.content.replace(/\\label\{([^}]*)\}/, ""));
      const label = /\\label\{([^}]*)\}/.exec(token.content)?.[1];
      if (label !== undefined) float.anchor = this.context.text(label);
      const gap: Inline[] = float.caption ? [{ type: "text", text: " ", offset: this.context.cursor }] : [];
      float.caption = [...(float.caption ?? []), ...gap, ...caption];
    }
    return [];
  }

  /** A cell split by a diagonal: both parts, with a stroke between. */
  #diagonal(token: Token): Inline[] {
    const parts = (token.children ?? []).map((item) => this.read(item.children ?? []));
    if (token.type === "backslashbox") parts.reverse();
    return parts.flatMap((part, i) =>
      i === 0 ? part : [{ type: "text" as const, text: " \\ ", offset: this.context.cursor }, ...part],
    );
  }

  /** The tokeniser gives a drawing or an error instead of the command; the name of the icon says what it shows. */
  #icon(): Inline[] {
    const offset = this.context.locate("\\icon");
    const name = /^\\?(?:icon)?\s*\{([^{}\n]{1,60})\}/.exec(this.context.source.slice(this.context.cursor))?.[1];
    this.context.warn(`icon ${name ?? ""} is shown as its name`, offset);
    return [{ type: "text", text: name === undefined ? "icon" : `[${name}]`, offset }];
  }

  #unknown(token: Token): Inline[] {
    const offset = this.context.locate(token.content);
    if (token.children && token.children.length > 0) return this.read(token.children);
    if (token.content === "") return [];
    this.context.warn(`${token.type} is shown as text`, offset);
    return [{ type: "text", text: this.context.text(token.inputLatex ?? token.content), offset }];
  }

  #flatten(block: Block): Inline[] {
    switch (block.type) {
      case "paragraph":
        return block.children;
      case "authors":
        return block.authors.flat(2);
      case "table":
        return [{ type: "table", table: block, offset: block.offset }];
      case "footnote_text":
        return [{ type: "footnote_mark", id: block.id, label: "*", offset: block.offset }];
      default:
        return [];
    }
  }
}

/** markdown-it percent-encodes addresses; files are looked up by their name. */
function decode(src: string): string {
  try {
    return decodeURI(src);
  } catch {
    return src;
  }
}

function mergeText(nodes: readonly InlineOrLifted[]): InlineOrLifted[] {
  const merged: InlineOrLifted[] = [];
  for (const node of nodes) {
    const last = merged[merged.length - 1];
    // the line end behind `\\\\` is part of it
    if (node.type === "break" && !node.hard && last?.type === "break" && last.hard) continue;
    if (node.type === "text" && last?.type === "text") last.text += node.text;
    else if (node.type === "break" && last?.type === "text" && /\\\s*$/.test(last.text)) {
      // `\\\\` before a line end breaks the line; a backslash that is meant to be read stands as a formula there
      last.text = last.text.replace(/\s*\\\s*$/, "");
      merged.push({ ...node, hard: true });
    } else merged.push(node.type === "text" ? { ...node } : node);
  }
  return merged;
}
