import { element, property, type Xml } from "../xml.js";
import type { DocumentLanguage } from "./languages.js";
import { WORD_NAMESPACES } from "./namespaces.js";
import { type DocxOptions, pageGeometry } from "./options.js";

export const MONOSPACE = "Courier New";
/** Captions and notes are smaller than the text, code and headings relate to it. */
const SHARE = { small: 0.9, code: 0.86, title: 1.8, headings: [1.45, 1.25, 1.1, 1, 1, 1] } as const;

interface StyleEntry {
  id: string;
  name: string;
  type?: "paragraph" | "character" | "table";
  basedOn?: string;
  next?: string;
  /** Shown in Word's gallery. */
  quick?: boolean;
  paragraph?: Xml;
  run?: Xml;
  table?: Xml;
}

const spacing = (before: number, after: number, line?: number) =>
  `<w:spacing w:before="${before}" w:after="${after}"${line === undefined ? "" : ` w:line="${line}" w:lineRule="auto"`}/>`;
const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const monospace = `<w:rFonts w:ascii="${MONOSPACE}" w:hAnsi="${MONOSPACE}" w:cs="${MONOSPACE}"/>`;

/** `word/styles.xml`. Names are Word's own where it has the style, so that its gallery, outline and contents work. */
export function stylesPart(options: DocxOptions, language: DocumentLanguage): Xml {
  const styles = styleTable(options).map(styleElement);
  return element("w:styles", WORD_NAMESPACES, documentDefaults(options, language), ...styles);
}

function documentDefaults({ font, fontSize, textColour }: DocxOptions, language: DocumentLanguage): Xml {
  const run = [
    element("w:rFonts", { "w:ascii": font, "w:hAnsi": font, "w:eastAsia": font, "w:cs": font }),
    textColour ? property("w:color", textColour) : "",
    size(fontSize),
    element("w:lang", {
      "w:val": language.latin,
      "w:eastAsia": language.eastAsian ?? "en-US",
      "w:bidi": language.complex ?? "ar-SA",
    }),
  ].join("");
  return element(
    "w:docDefaults",
    {},
    element("w:rPrDefault", {}, element("w:rPr", {}, run)),
    element("w:pPrDefault", {}, element("w:pPr", {}, language.isRightToLeft ? "<w:bidi/>" : "", spacing(0, 140, 264))),
  );
}

function styleTable(options: DocxOptions): StyleEntry[] {
  const base = options.fontSize;
  const of = (share: number) => Math.max(2, Math.round(base * share));
  const { textWidth } = pageGeometry(options);
  const headings = SHARE.headings.map(
    (share, i): StyleEntry => ({
      id: `Heading${i + 1}`,
      name: `heading ${i + 1}`,
      basedOn: "Normal",
      next: "Normal",
      quick: true,
      paragraph: `<w:keepNext/><w:keepLines/>${spacing(i === 0 ? 360 : 240, 100, 240)}<w:outlineLvl w:val="${i}"/>`,
      run: `<w:b/><w:bCs/>${i > 3 ? "<w:i/><w:iCs/>" : ""}${size(of(share))}`,
    }),
  );
  const contents = [0, 1, 2, 3, 4, 5].map(
    (level): StyleEntry => ({
      id: `TOC${level + 1}`,
      name: `toc ${level + 1}`,
      basedOn: "Normal",
      next: "Normal",
      paragraph: `${spacing(0, 60)}<w:ind w:left="${level * 280}"/>`,
    }),
  );
  const code = {
    paragraph: `<w:shd w:val="clear" w:color="auto" w:fill="F4F5F8"/><w:wordWrap w:val="0"/>${spacing(100, 160, 240)}<w:jc w:val="left"/>`,
    run: `${monospace}<w:noProof/>${size(of(SHARE.code))}`,
  };
  return [
    { id: "Normal", name: "Normal", quick: true },
    {
      id: "DefaultParagraphFont",
      name: "Default Paragraph Font",
      type: "character",
    },
    {
      id: "TableNormal",
      name: "Normal Table",
      type: "table",
      table:
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>',
    },
    {
      id: "Title",
      name: "Title",
      basedOn: "Normal",
      next: "Normal",
      quick: true,
      paragraph: `<w:keepNext/>${spacing(240, 240, 240)}<w:jc w:val="center"/>`,
      run: size(of(SHARE.title)),
    },
    {
      id: "Author",
      name: "Author",
      basedOn: "Normal",
      next: "Affiliation",
      paragraph: `<w:keepNext/>${spacing(120, 0)}<w:jc w:val="center"/>`,
    },
    {
      id: "Affiliation",
      name: "Affiliation",
      basedOn: "Normal",
      paragraph: `${spacing(0, 120)}<w:jc w:val="center"/>`,
      run: size(of(SHARE.small)),
    },
    {
      id: "AbstractTitle",
      name: "Abstract Title",
      basedOn: "Normal",
      next: "Abstract",
      paragraph: `<w:keepNext/>${spacing(360, 60)}<w:jc w:val="center"/>`,
      run: "<w:b/><w:bCs/>",
    },
    {
      id: "Abstract",
      name: "Abstract",
      basedOn: "Normal",
      paragraph: '<w:ind w:left="567" w:right="567"/>',
      run: size(of(SHARE.small)),
    },
    ...headings,
    {
      id: "Compact",
      name: "Compact",
      basedOn: "Normal",
      paragraph: spacing(20, 20, 240),
    },
    {
      id: "Equation",
      name: "Equation",
      basedOn: "Normal",
      next: "Normal",
      paragraph: `<w:tabs><w:tab w:val="center" w:pos="${Math.round(textWidth / 2)}"/><w:tab w:val="right" w:pos="${textWidth}"/></w:tabs>${spacing(80, 160)}`,
    },
    {
      id: "Figure",
      name: "Figure",
      basedOn: "Normal",
      next: "Caption",
      paragraph: `${spacing(160, 80, 240)}<w:jc w:val="center"/>`,
    },
    {
      id: "Caption",
      name: "caption",
      basedOn: "Normal",
      next: "Normal",
      quick: true,
      paragraph: `${spacing(60, 240, 240)}<w:jc w:val="center"/>`,
      run: size(of(SHARE.small)),
    },
    {
      id: "TableCaption",
      name: "Table Caption",
      basedOn: "Caption",
      paragraph: `<w:keepNext/>${spacing(240, 80, 240)}`,
    },
    {
      id: "FootnoteText",
      name: "footnote text",
      basedOn: "Normal",
      paragraph: spacing(0, 40, 240),
      run: size(of(SHARE.small)),
    },
    {
      id: "Quote",
      name: "Quote",
      basedOn: "Normal",
      quick: true,
      paragraph:
        '<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="BFBFBF"/></w:pBdr><w:ind w:left="480" w:right="480"/>',
    },
    { id: "SourceCode", name: "Source Code", basedOn: "Normal", quick: true, ...code },
    { id: "Algorithm", name: "Algorithm", basedOn: "Normal", quick: true, ...code },
    {
      id: "Theorem",
      name: "Theorem",
      basedOn: "Normal",
      run: "<w:i/><w:iCs/>",
    },
    { id: "Proof", name: "Proof", basedOn: "Normal" },
    {
      id: "DefinitionTerm",
      name: "Definition Term",
      basedOn: "Normal",
      paragraph: `<w:keepNext/>${spacing(80, 0)}`,
      run: "<w:b/><w:bCs/>",
    },
    {
      id: "HorizontalRule",
      name: "Horizontal Rule",
      basedOn: "Normal",
      paragraph: `<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="A6A6A6"/></w:pBdr>${spacing(0, 200, 240)}`,
    },
    {
      id: "TOCHeading",
      name: "TOC Heading",
      basedOn: "Normal",
      next: "Normal",
      paragraph: `<w:keepNext/>${spacing(240, 120)}`,
      run: `<w:b/><w:bCs/>${size(of(SHARE.headings[1]))}`,
    },
    ...contents,
    {
      id: "FootnoteReference",
      name: "footnote reference",
      type: "character",
      basedOn: "DefaultParagraphFont",
      run: '<w:vertAlign w:val="superscript"/>',
    },
    {
      id: "Hyperlink",
      name: "Hyperlink",
      type: "character",
      basedOn: "DefaultParagraphFont",
      run: '<w:color w:val="0B57B7"/><w:u w:val="single"/>',
    },
    {
      id: "VerbatimChar",
      name: "Verbatim Char",
      type: "character",
      basedOn: "DefaultParagraphFont",
      run: `${monospace}<w:noProof/>${size(of(0.92))}`,
    },
    {
      id: "DocumentTable",
      name: "Document Table",
      type: "table",
      basedOn: "TableNormal",
      table:
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>',
    },
  ];
}

const DEFAULTS = new Set(["Normal", "DefaultParagraphFont", "TableNormal"]);

/** Order of children as in CT_Style (ECMA-376 part 1, §17.7.4.17). */
function styleElement(entry: StyleEntry): Xml {
  const { id, name, type = "paragraph", basedOn, next, quick, paragraph, run, table } = entry;
  return element(
    "w:style",
    {
      "w:type": type,
      "w:default": DEFAULTS.has(id) ? 1 : undefined,
      "w:customStyle": BUILT_IN.has(name) ? undefined : 1,
      "w:styleId": id,
    },
    property("w:name", name),
    basedOn ? property("w:basedOn", basedOn) : "",
    next ? property("w:next", next) : "",
    property("w:uiPriority", quick ? 9 : 99),
    quick ? "<w:qFormat/>" : "",
    paragraph ? element("w:pPr", {}, paragraph) : "",
    run ? element("w:rPr", {}, run) : "",
    table ? element("w:tblPr", {}, table) : "",
  );
}

/** Styles that are Word's own. */
const BUILT_IN = new Set([
  "Normal",
  "Default Paragraph Font",
  "Normal Table",
  "Title",
  "caption",
  "Quote",
  "footnote text",
  "footnote reference",
  "Hyperlink",
  "TOC Heading",
  ...[1, 2, 3, 4, 5, 6].flatMap((level) => [`heading ${level}`, `toc ${level}`]),
]);
