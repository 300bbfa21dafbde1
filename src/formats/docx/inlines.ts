import type { Inline } from "../document.js";
import { element, type Xml } from "../xml.js";
import type { DocxWriter, Place } from "./docx-writer.js";
import { STYLE_FORMATS } from "./run-format.js";

type InlineWriters = {
  readonly [K in Inline["type"]]: (node: Extract<Inline, { type: K }>, place: Place, writer: DocxWriter) => Xml;
};

/** Small print relates to the text around it. */
const SMALL_SHARE = 0.85;

/** Runs, formulas, links and marks: what stands in a line. */
export const INLINE_WRITERS: InlineWriters = {
  text: (node, place, writer) => writer.text(node.text.replace(/\n/g, " "), place.run),
  math: (node, place, writer) => writer.inlineFormula(node.latex, place, node.offset),
  styled: (node, place, writer) => {
    const look =
      node.style === "small"
        ? { size: Math.round((place.run.size ?? writer.options.fontSize) * SMALL_SHARE) }
        : STYLE_FORMATS[node.style];
    return writer.inlines(node.children, { ...place, run: { ...place.run, ...look } });
  },
  code: (node, place, writer) => writer.text(node.text, { ...place.run, style: "VerbatimChar" }),
  link: (node, place, writer) =>
    writer.link(node.href, writer.inlines(node.children, { ...place, run: { ...place.run, style: "Hyperlink" } })),
  image: (node, place, writer) => writer.picture(node, place),
  break: () => "<w:r><w:br/></w:r>",
  footnote_mark: (node, _, writer) =>
    writer.noteReference(node.id, node.label, writer.document.footnotes.get(node.id) ?? []),
  reference: (node, place, writer) => {
    const run = writer.text(node.text, place.run);
    return node.resolved
      ? element("w:hyperlink", { "w:anchor": writer.references.bookmarkName(node.label) }, run)
      : run;
  },
  smiles: (node, place, writer) => writer.text(node.smiles, { ...place.run, style: "VerbatimChar" }),
  table: (node, place, writer) => {
    // `splitFlow` takes tables out of paragraphs; what is left stands in a caption or a heading
    writer.warn("table in a line is shown as text", node.offset);
    const rows = node.table.rows.map((row) =>
      row.cells.map((cell) => cell.blocks.map((block) => (block.type === "paragraph" ? block.children : []))),
    );
    return rows
      .map((cells) =>
        cells
          .flat(2)
          .map((inner) => writer.inlines([inner], place))
          .join(""),
      )
      .join(writer.text("; ", place.run));
  },
};
