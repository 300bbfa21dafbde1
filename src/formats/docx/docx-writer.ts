import type { Block, FormatWarning, ImageInline, Inline, MmdDocument, ParagraphBlock } from "../document.js";
import { cropTarget, imageMediaType } from "../images.js";
import { isWithinSentence } from "../line-breaks.js";
import { LatexParser } from "../math/latex-parser.js";
import { safeHref } from "../mmd/links.js";
import { formulaToOmml } from "../omml/formula-to-omml.js";
import { plainBlocks } from "../plain-text.js";
import { element, escapeXml, type Xml } from "../xml.js";
import { BLOCK_WRITERS } from "./blocks.js";
import { FlowState } from "./flow-state.js";
import { INLINE_WRITERS } from "./inlines.js";
import { WORD_NAMESPACES } from "./namespaces.js";
import { findNoteAnchors, type NoteAnchors } from "./note-anchors.js";
import { Numbering } from "./numbering.js";
import { type DocxOptions, pageGeometry } from "./options.js";
import { type ParagraphFormat, type ParagraphStyle, paragraphProperties } from "./paragraph-format.js";
import { isPicture, pictureAlign, splitFlow } from "./paragraph-parts.js";
import { EMU_PER_TWIP, pictureDrawing, pictureSize } from "./pictures.js";
import { encodeAddress, References } from "./references.js";
import { type RunFormat, runProperties } from "./run-format.js";
import { scriptText } from "./script-text.js";
import { textRuns } from "./text-runs.js";

/** Where blocks stand. Lengths in twips. */
export interface Place {
  /** Style of plain paragraphs. */
  readonly style?: ParagraphStyle;
  readonly align?: "left" | "center" | "right";
  /** Indentation of the text. */
  readonly left: number;
  /** Room for the text. */
  readonly width: number;
  /** Lists around. */
  readonly level: number;
  readonly run: RunFormat;
  readonly tight?: boolean;
  /** Within a table: nothing there may start a page. */
  readonly inTable?: boolean;
}

/** What the first paragraph of some blocks starts with. */
export interface Lead {
  runs: Xml;
  format: ParagraphFormat;
}

export class DocxWriter {
  readonly warnings: FormatWarning[] = [];
  readonly numbering = new Numbering();
  readonly references = new References();
  /** Some heading is of the level above `\section`. */
  readonly hasFirstLevel: boolean;
  readonly #geometry: ReturnType<typeof pageGeometry>;
  readonly #parser = new LatexParser();
  readonly #anchors: NoteAnchors;
  readonly #notes: Xml[] = [];
  readonly #written = new Set<number>();
  #ids = 0;
  #automaticNotes = 0;
  #flow = new FlowState();

  constructor(
    readonly document: MmdDocument,
    readonly options: DocxOptions,
    readonly images: ReadonlyMap<string, Uint8Array>,
  ) {
    this.#geometry = pageGeometry(options);
    this.hasFirstLevel = document.blocks.some((block) => block.type === "heading" && block.level === 1);
    this.#anchors = findNoteAnchors(document);
  }

  /** `word/document.xml`. */
  body(): Xml {
    const { width, height, textWidth } = this.#geometry;
    const { margins, landscape, backgroundColour } = this.options;
    let content = this.blocks(this.document.blocks, { left: 0, width: textWidth, level: 0, run: {} });
    if (this.#flow.breakPending || this.#flow.tableBefore || content === "") content += this.paragraph("", {});
    const section = element(
      "w:sectPr",
      {},
      element("w:pgSz", { "w:w": width, "w:h": height, "w:orient": landscape ? "landscape" : undefined }),
      element("w:pgMar", {
        "w:top": margins.top,
        "w:right": margins.right,
        "w:bottom": margins.bottom,
        "w:left": margins.left,
        "w:header": 720,
        "w:footer": 720,
        "w:gutter": margins.gutter,
      }),
    );
    const background = backgroundColour ? element("w:background", { "w:color": backgroundColour }) : "";
    return element("w:document", WORD_NAMESPACES, background, element("w:body", {}, content, section));
  }

  /** `word/footnotes.xml`; undefined without notes. */
  footnotesPart(): Xml | undefined {
    if (this.#notes.length === 0) return undefined;
    const line = (id: number, type: string, mark: string) =>
      `<w:footnote w:type="${type}" w:id="${id}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:${mark}/></w:r></w:p></w:footnote>`;
    return element(
      "w:footnotes",
      WORD_NAMESPACES,
      line(-1, "separator", "separator"),
      line(0, "continuationSeparator", "continuationSeparator"),
      ...this.#notes,
    );
  }

  warn(message: string, offset: number): void {
    this.warnings.push({ message, offset });
  }

  nextId(): number {
    return ++this.#ids;
  }

  blocks(blocks: readonly Block[], place: Place, lead?: Lead): Xml {
    let xml = "";
    let opening = lead;
    if (opening && blocks[0]?.type !== "paragraph") {
      xml += this.paragraph(opening.runs, opening.format);
      opening = undefined;
    }
    blocks.forEach((block, i) => {
      if (block.type === "footnote_text") return;
      // programs number notes in the order of their ids: these come after those within the block
      if (block.type === "paragraph") xml += this.textBlock(block, place, opening, () => this.#looseNotes(blocks, i));
      else {
        xml += this.#one(block, place);
        const notes = this.#looseNotes(blocks, i);
        if (notes !== "") xml += this.paragraph(notes, { style: "Compact" });
      }
      opening = undefined;
    });
    const first = blocks.findIndex((block) => block.type !== "footnote_text");
    if (first !== 0) xml = this.#openingNotes(blocks.slice(0, first < 0 ? blocks.length : first)) + xml;
    return xml;
  }

  #one(block: Block, place: Place): Xml {
    return (BLOCK_WRITERS[block.type] as (block: Block, place: Place, writer: DocxWriter) => Xml)(block, place, this);
  }

  /** Notes whose mark is not in the text hang at the end of the paragraph before them. */
  #looseNotes(blocks: readonly Block[], at: number): Xml {
    let xml = "";
    for (let i = at + 1; i < blocks.length; i++) {
      const block = blocks[i]!;
      if (block.type !== "footnote_text") break;
      xml += this.looseNote(block.id);
    }
    return xml;
  }

  #openingNotes(blocks: readonly Block[]): Xml {
    const notes = blocks.map((block) => (block.type === "footnote_text" ? this.looseNote(block.id) : "")).join("");
    return notes === "" ? "" : this.paragraph(notes, { style: "Compact" });
  }

  /** A paragraph of the source: displayed formulas and tables within it stand on their own. */
  textBlock(block: ParagraphBlock, place: Place, lead?: Lead, notes: () => Xml = () => ""): Xml {
    const plain: ParagraphFormat = {
      ...(place.style ? { style: place.style } : {}),
      ...(place.align ? { align: place.align } : {}),
      ...(place.left > 0 ? { left: place.left } : {}),
      ...(place.tight ? { tight: true } : {}),
    };
    if (!lead && isPicture(block)) {
      const format: ParagraphFormat = {
        ...plain,
        style: place.inTable ? "Compact" : "Figure",
        align: pictureAlign(block, place),
      };
      return this.paragraph(this.inlines(block.children, place) + notes(), format);
    }
    const first = lead ? { ...plain, ...lead.format } : plain;
    const segments = splitFlow(block.children);
    if (segments.length === 0) segments.push([]);
    return segments
      .map((segment, i) => {
        const end = () => (i === segments.length - 1 ? notes() : "");
        if (!Array.isArray(segment)) {
          const opening = i === 0 && lead ? this.paragraph(lead.runs, first) : "";
          const standing = opening + this.#one(segment, place);
          const loose = end();
          return standing + (loose === "" ? "" : this.paragraph(loose, plain));
        }
        const start = i === 0 && lead ? lead.runs : "";
        return this.paragraph(start + this.inlines(segment, place) + end(), i === 0 ? first : plain);
      })
      .join("");
  }

  paragraph(runs: Xml, format: ParagraphFormat): Xml {
    return element("w:p", {}, paragraphProperties(this.#flow.take(format)), runs);
  }

  /** The next paragraph starts a page. */
  breakPage(): Xml {
    const before = this.#flow.breakPending ? this.paragraph("", { style: "Compact" }) : "";
    this.#flow.breakPending = true;
    return before;
  }

  /** Two tables in a row would be one to Word, and a table can't start a page. */
  beforeTable(place: Place): Xml {
    if (place.inTable) return "";
    const spacer = this.#flow.breakPending || this.#flow.tableBefore ? this.paragraph("", { style: "Compact" }) : "";
    return spacer;
  }

  afterTable(place: Place): void {
    this.#flow.tableBefore = !place.inTable;
  }

  /** The items of a list stand close; what follows does not. */
  afterList(place: Place): void {
    this.#flow.listBefore = place.level === 0 && !place.inTable;
  }

  inlines(nodes: readonly Inline[], place: Place): Xml {
    let xml = "";
    nodes.forEach((node, i) => {
      const mark = this.#anchors.marks.get(node);
      if (mark) xml += this.noteReference(mark.id, mark.label, this.#anchors.contents.get(mark.id) ?? []);
      else if (node.type === "break" && !node.hard && isWithinSentence(nodes[i - 1], nodes[i + 1]))
        xml += this.text(" ", place.run);
      else
        xml += (INLINE_WRITERS[node.type] as (node: Inline, place: Place, writer: DocxWriter) => Xml)(
          node,
          place,
          this,
        );
    });
    return xml;
  }

  text(text: string, format: RunFormat): Xml {
    return textRuns(text, format);
  }

  /** A formula in the line, or its source when it cannot be read. */
  inlineFormula(latex: string, place: Place, offset: number): Xml {
    try {
      const tree = this.#parser.parse(latex, false);
      const script = scriptText(tree);
      if (script) return this.text(script.text, { ...place.run, ...script.format });
      const { xml, number } = formulaToOmml(tree, false);
      return element("m:oMath", {}, xml) + (number === undefined ? "" : this.text(` ${number}`, place.run));
    } catch (error) {
      return this.#formulaSource(latex, error, place, offset);
    }
  }

  /** A displayed formula in paragraphs of its own. */
  displayFormula(latex: string, counter: number, place: Place, offset: number, before: Xml = ""): Xml {
    const format: ParagraphFormat = { style: "Equation", ...(place.left > 0 ? { left: place.left } : {}) };
    try {
      const { xml, number } = formulaToOmml(this.#parser.parse(latex, true, counter), true);
      if (xml === "") return this.paragraph(before, format);
      const formula = element("m:oMath", {}, xml);
      if (number === undefined) return this.paragraph(before + element("m:oMathPara", {}, formula), format);
      const tab = "<w:r><w:tab/></w:r>";
      const isPlain = place.left === 0 && place.width === this.#geometry.textWidth;
      const tabs = [
        { kind: "center", at: place.left + Math.round(place.width / 2) },
        { kind: "right", at: place.left + place.width },
      ] as const;
      return this.paragraph(before + tab + formula + tab + this.text(number, place.run), {
        ...format,
        ...(isPlain ? {} : { tabs }),
      });
    } catch (error) {
      return this.paragraph(before + this.#formulaSource(latex, error, place, offset), { ...format, align: "center" });
    }
  }

  #formulaSource(latex: string, error: unknown, place: Place, offset: number): Xml {
    this.warn(`formula shown as its source: ${error instanceof Error ? error.message : String(error)}`, offset);
    return this.text(latex, { ...place.run, style: "VerbatimChar" });
  }

  picture(node: ImageInline, place: Place): Xml {
    const target = cropTarget(node.src);
    const name = target.kind === "local" || target.kind === "crop" ? target.name : undefined;
    const bytes = name === undefined ? undefined : this.images.get(name);
    const extension = bytes && EXTENSIONS[imageMediaType(bytes) ?? ""];
    if (name === undefined || !bytes || !extension) {
      const what = target.kind === "unsafe" ? "image address refused" : "image not found";
      this.warn(`${what}: ${node.src.slice(0, 120)}`, node.offset);
      const shown = `[${node.alt || "image"}]`;
      const run = this.text(shown, { ...place.run, italic: true });
      return target.kind === "remote" || target.kind === "crop" ? this.link(target.target, run) : run;
    }
    const file = this.references.addMedia(name, extension, bytes);
    const size = pictureSize(node, name, bytes, this.#pictureRoom(place));
    const relationship = this.references.relate("image", `media/${file}`);
    const drawing = pictureDrawing({ id: this.nextId(), relationship, name: file, alt: node.alt, ...size });
    return element("w:r", {}, drawing);
  }

  /** Width a picture would take, twips; 0 for one that is not there. */
  pictureWidth(node: ImageInline, place: Place): number {
    const target = cropTarget(node.src);
    const name = "name" in target ? target.name : undefined;
    const bytes = name === undefined ? undefined : this.images.get(name);
    if (name === undefined || !bytes) return 0;
    return pictureSize(node, name, bytes, this.#pictureRoom(place)).width / EMU_PER_TWIP;
  }

  /** A caption needs some of the page. */
  #pictureRoom(place: Place) {
    return { width: place.width, height: Math.round(this.#geometry.textHeight * 0.9) };
  }

  /** Runs that lead to an address or, with `#`, to a bookmark. */
  link(href: string, runs: Xml): Xml {
    const safe = safeHref(href);
    if (safe === undefined || runs.includes("<w:hyperlink")) return runs;
    if (safe.startsWith("#"))
      return element("w:hyperlink", { "w:anchor": this.references.bookmarkName(safe.slice(1)) }, runs);
    return element("w:hyperlink", { "r:id": this.references.relate("hyperlink", encodeAddress(safe)) }, runs);
  }

  bookmark(anchor: string, runs: Xml): Xml {
    const id = this.nextId();
    const start = element("w:bookmarkStart", { "w:id": id, "w:name": this.references.bookmarkName(anchor) });
    return `${start}${runs}${element("w:bookmarkEnd", { "w:id": id })}`;
  }

  /** The mark of a note; Word counts those that are in order, others are shown as printed. */
  noteReference(id: number, label: string, content: readonly Block[], invisible = false): Xml {
    const superscript: RunFormat = { style: "FootnoteReference" };
    if (this.references.part === "footnotes") {
      this.warn(`note ${label} within a note is shown in its text`, content[0]?.offset ?? 0);
      return this.text(` [${label}: ${plainBlocks(content)}]`, {});
    }
    if (this.#written.has(id)) return this.text(label, superscript);
    this.#written.add(id);
    const isCounted = !invisible && label === String(this.#automaticNotes + 1);
    if (isCounted) this.#automaticNotes++;
    const noteId = this.#notes.length + 1;
    this.#notes.push("");
    const mark = isCounted ? "<w:footnoteRef/>" : `<w:t>${escapeXml(label)}</w:t>`;
    const markRun = element("w:r", {}, runProperties(superscript), mark);
    this.references.part = "footnotes";
    const flow = this.#flow;
    this.#flow = new FlowState();
    const place: Place = {
      style: "FootnoteText",
      left: 0,
      width: this.#geometry.textWidth,
      level: 0,
      run: {},
      inTable: true,
    };
    const lead = { runs: markRun + (invisible ? "" : this.text(" ", {})), format: { style: "FootnoteText" as const } };
    this.#notes[noteId - 1] = element("w:footnote", { "w:id": noteId }, this.blocks(content, place, lead));
    this.references.part = "document";
    this.#flow = flow;
    return element(
      "w:r",
      {},
      runProperties(superscript),
      element("w:footnoteReference", { "w:customMarkFollows": isCounted ? undefined : 1, "w:id": noteId }),
      isCounted ? "" : `<w:t>${escapeXml(label)}</w:t>`,
    );
  }

  looseNote(id: number): Xml {
    if (this.#anchors.contents.has(id)) return "";
    return this.noteReference(id, INVISIBLE_MARK, this.document.footnotes.get(id) ?? [], true);
  }
}

/** Word wants some mark; the printed one, if there is any, is part of the note. */
const INVISIBLE_MARK = "\u200b";

const EXTENSIONS: Readonly<Record<string, string>> = { "image/jpeg": "jpg", "image/png": "png", "image/gif": "gif" };
