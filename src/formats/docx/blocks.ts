import type { Block, FigureBlock, HeadingBlock, ListBlock, ListItem } from "../document.js";
import { plainInlines } from "../plain-text.js";
import { element, type Xml } from "../xml.js";
import type { DocxWriter, Lead, Place } from "./docx-writer.js";
import { DEEPEST_LEVEL, LIST_HANGING, LIST_INDENT } from "./numbering.js";
import type { ParagraphFormat } from "./paragraph-format.js";
import { writeTable } from "./tables.js";

type BlockWriters = {
  readonly [K in Block["type"]]: (block: Extract<Block, { type: K }>, place: Place, writer: DocxWriter) => Xml;
};

const QUOTE_INDENT = 480;
const DETAILS_INDENT = 360;

/** Paragraphs and tables for each block. */
export const BLOCK_WRITERS: BlockWriters = {
  title: (block, place, writer) => writer.paragraph(writer.inlines(block.children, place), { style: "Title" }),
  authors: (block, place, writer) =>
    block.authors
      .map((lines) =>
        lines
          .map((line, i) =>
            writer.paragraph(writer.inlines(line, place), { style: i === 0 ? "Author" : "Affiliation" }),
          )
          .join(""),
      )
      .join(""),
  abstract: (block, place, writer) =>
    writer.paragraph(writer.text("Abstract", {}), { style: "AbstractTitle" }) +
    writer.blocks(block.blocks, { ...place, style: "Abstract" }),
  heading: (block, place, writer) => {
    const number = block.number === undefined ? "" : writer.text(`${block.number} `, place.run);
    const runs = writer.bookmark(block.id, number + writer.inlines(block.children, place));
    return writer.paragraph(runs, { style: headingStyle(block, writer) });
  },
  paragraph: (block, place, writer) => writer.textBlock(block, place),
  math: (block, place, writer) => {
    const labels = block.labels.map((label) => writer.bookmark(label, "")).join("");
    return writer.displayFormula(block.latex, block.firstNumber, place, block.offset, labels);
  },
  code: (block, place, writer) => {
    // in the style of code, readers such as pandoc see text only
    const format: ParagraphFormat = {
      style: block.pieces ? "Algorithm" : "SourceCode",
      ...(place.left > 0 ? { left: place.left } : {}),
    };
    const pieces = block.pieces ?? [{ type: "text", text: block.text, offset: block.offset }];
    const content = pieces
      .map((node) => (node.type === "text" ? writer.text(node.text, place.run) : writer.inlines([node], place)))
      .join("");
    return writer.paragraph(content, format);
  },
  list: writeList,
  table: (block, place, writer) => {
    const caption = block.caption
      ? writer.paragraph(writer.inlines(block.caption, place), { style: "TableCaption" })
      : "";
    return caption + writeTable(block, place, writer);
  },
  figure: writeFigure,
  quote: (block, place, writer) =>
    writer.blocks(block.blocks, {
      ...place,
      style: "Quote",
      left: place.left + QUOTE_INDENT,
      width: place.width - QUOTE_INDENT,
    }),
  footnote_text: (block, _, writer) => writer.paragraph(writer.looseNote(block.id), { style: "Compact" }),
  theorem: (block, place, writer) => {
    const name = block.name
      ? writer.text(" (", HEAD) + writer.inlines(block.name, { ...place, run: HEAD }) + writer.text(")", HEAD)
      : "";
    const head = block.proof ? { italic: true } : HEAD;
    const lead: Lead = {
      runs: writer.text(block.head, head) + name + writer.text(". ", head),
      format: { style: block.proof ? "Proof" : "Theorem" },
    };
    const content = writer.blocks(block.blocks, { ...place, style: block.proof ? "Proof" : "Theorem" }, lead);
    if (!block.proof) return content;
    // the mark stands at the end of the last line, where that is text
    const end = content.lastIndexOf("</w:p>");
    const mark = block.end ? writer.text(" ", {}) + writer.inlines(block.end, place) : writer.text(" □", {});
    return end === content.length - 6 && !content.endsWith("</m:oMathPara></w:p>")
      ? `${content.slice(0, end)}${mark}</w:p>`
      : content + writer.paragraph(mark, { align: "right" });
  },
  toc: (_, place, writer) => writeContents(place, writer),
  page_break: (_, place, writer) => (place.inTable ? "" : writer.breakPage()),
  rule: (_, __, writer) => writer.paragraph("", { style: "HorizontalRule" }),
  details: (block, place, writer) =>
    writer.paragraph(writer.inlines(block.summary, { ...place, run: { ...place.run, bold: true } }), {
      keepNext: true,
      ...(place.left > 0 ? { left: place.left } : {}),
    }) +
    writer.blocks(block.blocks, {
      ...place,
      left: place.left + DETAILS_INDENT,
      width: place.width - DETAILS_INDENT,
    }),
  definitions: (block, place, writer) =>
    block.entries
      .map(({ term, blocks }) => {
        const inner = { ...place, left: place.left + LIST_INDENT, width: place.width - LIST_INDENT };
        return (
          writer.paragraph(writer.inlines(term, place), {
            style: "DefinitionTerm",
            ...(place.left > 0 ? { left: place.left } : {}),
          }) + writer.blocks(blocks, inner)
        );
      })
      .join(""),
  aligned: (block, place, writer) => writer.blocks(block.blocks, { ...place, align: block.align }),
  smiles: (block, place, writer) => writer.paragraph(writer.text(block.smiles, place.run), { style: "SourceCode" }),
};

const HEAD = { bold: true, italic: false } as const;

type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** `\section` is level 2 of the tree; without a level 1 in the document it is Word's first. */
function headingLevel({ level }: HeadingBlock, writer: DocxWriter): HeadingLevel {
  return Math.min(6, Math.max(1, writer.hasFirstLevel ? level : level - 1)) as HeadingLevel;
}

function headingStyle(block: HeadingBlock, writer: DocxWriter): `Heading${HeadingLevel}` {
  return `Heading${headingLevel(block, writer)}`;
}

function writeList(list: ListBlock, place: Place, writer: DocxWriter): Xml {
  const level = Math.min(place.level, DEEPEST_LEVEL);
  const isNumbered = list.ordered && list.items.some(({ marker, checked }) => !marker && checked === undefined);
  const id = isNumbered ? writer.numbering.numbered(level, list.start) : writer.numbering.bullets();
  const inner: Place = {
    ...place,
    level: place.level + 1,
    left: place.left + LIST_INDENT,
    width: Math.max(LIST_INDENT, place.width - LIST_INDENT),
    tight: !list.loose,
  };
  const xml = list.items
    .map((item) => writer.blocks(item.blocks, inner, itemLead(item, { id, level }, inner, writer)))
    .join("");
  if (!list.loose) writer.afterList(place);
  return xml;
}

function itemLead(item: ListItem, list: { id: number; level: number }, place: Place, writer: DocxWriter): Lead {
  const box = item.checked === undefined ? undefined : item.checked ? "☑" : "☐";
  if (box === undefined && !item.marker) {
    const isUsual = place.left === LIST_INDENT * (list.level + 1);
    const indent = isUsual ? { left: undefined } : { left: place.left, hanging: LIST_HANGING };
    return { runs: "", format: { list, ...(indent.left === undefined ? { left: 0 } : indent), ...tightness(place) } };
  }
  const marker = box === undefined ? writer.inlines(item.marker ?? [], place) : writer.text(box, place.run);
  // long markers hang further out, as far as there is room
  const width = box === undefined ? plainInlines(item.marker ?? []).length : 1;
  const hanging = width > 3 ? Math.min(place.left, LIST_INDENT) : LIST_HANGING;
  return {
    runs: `${marker}<w:r><w:tab/></w:r>`,
    format: { left: place.left, hanging, ...tightness(place) },
  };
}

const tightness = (place: Place) => (place.tight ? { tight: true } : {});

function writeFigure(block: FigureBlock, place: Place, writer: DocxWriter): Xml {
  const label = block.label === undefined ? "" : writer.text(`${block.label}: `, place.run);
  const caption = (style: "Caption" | "TableCaption") => {
    const text = block.caption ? label + writer.inlines(block.caption, place) : "";
    const runs = block.anchor === undefined ? text : writer.bookmark(block.anchor, text);
    return runs === "" ? "" : writer.paragraph(runs, { style });
  };
  // in the order of the page: notes are counted as they come
  const above = block.captionAbove ? caption("TableCaption") : "";
  const content = writer.blocks(block.blocks, { ...place, align: "center" });
  return above + content + (block.captionAbove ? "" : caption("Caption"));
}

/** A contents field without page numbers: right as it stands, and Word can update it. */
function writeContents(place: Place, writer: DocxWriter): Xml {
  const headings = writer.document.blocks.filter((block): block is HeadingBlock => block.type === "heading");
  if (headings.length === 0) return "";
  const field = (type: "begin" | "separate" | "end") =>
    element("w:r", {}, element("w:fldChar", { "w:fldCharType": type }));
  const code = '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-6" \\n \\h \\z \\u </w:instrText></w:r>';
  const entries = headings.map((heading, i) => {
    const number = heading.number === undefined ? "" : `${heading.number} `;
    const text = writer.text(number + plainInlines(heading.children).replace(/\s+/g, " ").trim(), place.run);
    const link = element("w:hyperlink", { "w:anchor": writer.references.bookmarkName(heading.id) }, text);
    const begin = i === 0 ? field("begin") + code + field("separate") : "";
    const end = i === headings.length - 1 ? field("end") : "";
    return writer.paragraph(begin + link + end, { style: `TOC${headingLevel(heading, writer)}` });
  });
  return writer.paragraph(writer.text("Contents", {}), { style: "TOCHeading" }) + entries.join("");
}
