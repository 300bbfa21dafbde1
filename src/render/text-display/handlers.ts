import type { Block, PictureBlock, TextBlock, TextBlockKind } from "../../page.js";
import type { LineRecord } from "../lines-json.js";
import type { PageScope } from "../page-scope.js";
import { renderCode } from "./code.js";
import { renderMath } from "./display-math.js";
import { renderAbstract, renderAuthors, renderTitle } from "./front-matter.js";
import { renderListItem } from "./list-item.js";
import { renderFigureLabel, renderFootnote, renderQuote } from "./notes.js";
import { renderEquationNumber, renderFormField, renderPageInfo, renderParagraph } from "./paragraph.js";
import { renderPicture } from "./picture.js";
import { renderSectionHeader } from "./section-header.js";
import { renderTable } from "./table.js";
import { renderTableOfContents } from "./table-of-contents.js";

type BlockOf<K extends Block["kind"]> = K extends TextBlockKind
  ? TextBlock
  : K extends PictureBlock["kind"]
    ? PictureBlock
    : Extract<Block, { kind: K }>;

/** Writes the lines of one block. */
export type BlockHandler<B> = (block: B, scope: PageScope, parent: LineRecord | undefined) => void;

/** One handler per kind of block; adding a kind to `Block` makes a missing handler a compile error. */
export const BLOCK_HANDLERS: { readonly [K in Block["kind"]]: BlockHandler<BlockOf<K>> } = {
  text: renderParagraph,
  title: renderTitle,
  authors: renderAuthors,
  abstract: (block, scope, parent) => renderAbstract([block], scope, parent),
  section_header: renderSectionHeader,
  list_item: renderListItem,
  footnote: renderFootnote,
  quote: renderQuote,
  code: renderCode,
  pseudocode: renderCode,
  figure_label: renderFigureLabel,
  page_info: renderPageInfo,
  equation_number: renderEquationNumber,
  toc_row: (block, scope, parent) => renderTableOfContents([block], scope, parent),
  form_field: renderFormField,
  diagram: renderPicture,
  chart: renderPicture,
  math: renderMath,
  table: renderTable,
};

export function renderBlock(block: Block, scope: PageScope, parent: LineRecord | undefined): void {
  const handler = BLOCK_HANDLERS[block.kind] as BlockHandler<Block>;
  handler(block, scope, parent);
}
