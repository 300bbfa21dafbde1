/**
 * Document tree that every format is written from. Made from MMD by `mmd/parse-mmd.ts`; nothing else produces it.
 * `offset` is the position in the MMD (UTF-16 units) where the node starts, exact for blocks and near for inlines.
 */

export type Inline =
  | TextInline
  | MathInline
  | StyledInline
  | { type: "code"; text: string; offset: number }
  | LinkInline
  | ImageInline
  /** `hard`: asked for (`\\`, two blanks); else a line end of the source. */
  | { type: "break"; hard: boolean; offset: number }
  /** Mark of a footnote; `id` is a key of `MmdDocument.footnotes`, `label` what is printed. */
  | { type: "footnote_mark"; id: number; label: string; offset: number }
  /** `\ref`, `\eqref` as resolved; the label itself when nothing carries it. */
  | { type: "reference"; label: string; text: string; resolved: boolean; offset: number }
  | { type: "smiles"; smiles: string; offset: number }
  | { type: "table"; table: TableBlock; offset: number };

export interface TextInline {
  type: "text";
  text: string;
  offset: number;
}

export interface MathInline {
  type: "math";
  /** Without delimiters; environments of their own (`equation`, `align`) with them. */
  latex: string;
  display: boolean;
  offset: number;
}

export type InlineStyle =
  | "strong"
  | "emphasis"
  | "strike"
  | "cross_out"
  | "mark"
  | "insert"
  | "underline"
  | "double_underline"
  | "wave_underline"
  | "dash_underline"
  | "dot_underline"
  | "superscript"
  | "subscript"
  | "monospace"
  | "small";

export interface StyledInline {
  type: "styled";
  style: InlineStyle;
  children: Inline[];
  offset: number;
}

export interface LinkInline {
  type: "link";
  /** http, https, mailto, ftp or an anchor; others never become a link. */
  href: string;
  /** Printed address that was recognised as a link. */
  automatic: boolean;
  children: Inline[];
  offset: number;
}

export interface ImageInline {
  type: "image";
  /** As written; `images.ts` decides what may be opened. */
  src: string;
  alt: string;
  /** CSS or LaTeX length as written: `50%`, `0.5\textwidth`, `3cm`. */
  width?: string;
  height?: string;
  align?: "left" | "center" | "right";
  /** SVG that the picture is drawn from; `src` is the name that it gets then. */
  drawing?: string;
  offset: number;
}

export type Block =
  | HeadingBlock
  | { type: "title"; children: Inline[]; offset: number }
  /** One entry per author, each a list of lines. */
  | { type: "authors"; authors: Inline[][][]; offset: number }
  | { type: "abstract"; blocks: Block[]; offset: number }
  | ParagraphBlock
  | MathBlock
  | CodeBlock
  | ListBlock
  | TableBlock
  | FigureBlock
  | { type: "quote"; blocks: Block[]; offset: number }
  /** `\footnotetext`: a note whose mark is printed text. `id` is a key of `MmdDocument.footnotes`. */
  | { type: "footnote_text"; id: number; offset: number }
  | TheoremBlock
  | { type: "toc"; offset: number }
  | { type: "page_break"; offset: number }
  | { type: "rule"; offset: number }
  | { type: "details"; summary: Inline[]; blocks: Block[]; offset: number }
  | { type: "definitions"; entries: { term: Inline[]; blocks: Block[] }[]; offset: number }
  | { type: "aligned"; align: "left" | "center" | "right"; blocks: Block[]; offset: number }
  | { type: "smiles"; smiles: string; offset: number };

export interface HeadingBlock {
  type: "heading";
  /** 1–6; `\section` is 2, `\subsection` 3, `\subsubsection` 4, as the vendor exports them. */
  level: number;
  /** Printed by the command itself (`\section`), e.g. `2.1`; undefined for starred and Markdown headings. */
  number?: string;
  /** Unique anchor within the document. */
  id: string;
  children: Inline[];
  offset: number;
}

export interface ParagraphBlock {
  type: "paragraph";
  children: Inline[];
  offset: number;
}

export interface MathBlock {
  type: "math";
  /** As in `MathInline.latex`. */
  latex: string;
  /** Number before the first one this formula takes; it takes `numbers` of them. */
  firstNumber: number;
  numbers: number;
  labels: string[];
  offset: number;
}

export interface CodeBlock {
  type: "code";
  language: string;
  /** Verbatim text. */
  text: string;
  /** Set for listings with formulas: the same content in pieces. */
  pieces?: Inline[];
  offset: number;
}

export interface ListItem {
  /** Label of `\item[…]`. */
  marker?: Inline[];
  /** Task list box. */
  checked?: boolean;
  blocks: Block[];
}

export interface ListBlock {
  type: "list";
  ordered: boolean;
  /** First number. */
  start: number;
  items: ListItem[];
  /** True when items are paragraphs apart. */
  loose: boolean;
  offset: number;
}

export interface TableCell {
  blocks: Block[];
  colSpan: number;
  rowSpan: number;
  align: "left" | "center" | "right";
  header: boolean;
  /** Printed rules. */
  borderLeft: boolean;
  borderRight: boolean;
}

export interface TableRow {
  /** Cells that start in this row, left to right; slots covered from above are left out. */
  cells: TableCell[];
  /** Column ranges (0-based, inclusive) ruled above the row. */
  rulesAbove: { from: number; to: number }[];
}

export interface TableBlock {
  type: "table";
  columns: number;
  rows: TableRow[];
  /** Rows of the head; 0 for a tabular, whose first row is a row like any other. */
  headRows: number;
  ruledBelow: boolean;
  caption?: Inline[];
  offset: number;
}

export interface FigureBlock {
  type: "figure";
  kind: "figure" | "table";
  blocks: Block[];
  caption?: Inline[];
  captionAbove: boolean;
  /** Printed label such as `Figure 2`; undefined with `\captionsetup{labelformat=empty}`. */
  label?: string;
  anchor?: string;
  offset: number;
}

export interface TheoremBlock {
  type: "theorem";
  /** Printed head: `Theorem 1`, `Proof`. */
  head: string;
  /** Name in parentheses. */
  name?: Inline[];
  proof: boolean;
  /** What ends a proof, where the document says so; else a square. */
  end?: Inline[];
  blocks: Block[];
  offset: number;
}

export interface FormatWarning {
  message: string;
  /** Position in the MMD. */
  offset: number;
}

export interface MmdDocument {
  blocks: Block[];
  /** Contents of footnotes by id, in order of their marks or places. */
  footnotes: Map<number, Block[]>;
  warnings: FormatWarning[];
}
