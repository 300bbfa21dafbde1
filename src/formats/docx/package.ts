import { element, escapeXml, property, type Xml } from "../xml.js";
import { storedZip } from "../zip/stored-zip.js";
import type { DocumentLanguage } from "./languages.js";
import { WORD_NAMESPACES } from "./namespaces.js";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

export interface Relationship {
  id: string;
  type: "image" | "hyperlink" | "styles" | "numbering" | "settings" | "footnotes" | "fontTable";
  target: string;
}

export interface MediaFile {
  name: string;
  bytes: Uint8Array;
}

export interface DocxParts {
  document: Xml;
  styles: Xml;
  settings: Xml;
  fontTable: Xml;
  numbering: Xml | undefined;
  footnotes: Xml | undefined;
  /** Of `document.xml`: pictures and links. */
  documentRelationships: readonly Relationship[];
  footnoteRelationships: readonly Relationship[];
  media: readonly MediaFile[];
  title: string;
  authors: readonly string[];
  language: DocumentLanguage;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  "word/document.xml": `${WORD_TYPE}.document.main+xml`,
  "word/styles.xml": `${WORD_TYPE}.styles+xml`,
  "word/settings.xml": `${WORD_TYPE}.settings+xml`,
  "word/fontTable.xml": `${WORD_TYPE}.fontTable+xml`,
  "word/numbering.xml": `${WORD_TYPE}.numbering+xml`,
  "word/footnotes.xml": `${WORD_TYPE}.footnotes+xml`,
  "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
  "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
};

const MEDIA_TYPES: Readonly<Record<string, string>> = { jpg: "image/jpeg", png: "image/png", gif: "image/gif" };

/**
 * The package (ECMA-376 part 2). Written here rather than by the `docx` package: that one draws its relationship ids at random
 * and stamps the clock, while the same input has to give the same bytes here; and it has no objects for matrices, aligned rows and boxes of equations.
 */
export function packDocx(parts: DocxParts): Uint8Array {
  const own = (type: Relationship["type"]): Relationship => ({ id: `r_${type}`, type, target: `${type}.xml` });
  const documentRelationships = [
    own("styles"),
    own("settings"),
    own("fontTable"),
    ...(parts.numbering === undefined ? [] : [own("numbering")]),
    ...(parts.footnotes === undefined ? [] : [own("footnotes")]),
    ...parts.documentRelationships,
  ];
  const files: [string, Xml | undefined][] = [
    ["_rels/.rels", packageRelationships()],
    ["word/document.xml", parts.document],
    ["word/_rels/document.xml.rels", relationshipsPart(documentRelationships)],
    ["word/styles.xml", parts.styles],
    ["word/settings.xml", parts.settings],
    ["word/fontTable.xml", parts.fontTable],
    ["word/numbering.xml", parts.numbering],
    ["word/footnotes.xml", parts.footnotes],
    [
      "word/_rels/footnotes.xml.rels",
      parts.footnoteRelationships.length > 0 ? relationshipsPart(parts.footnoteRelationships) : undefined,
    ],
    ["docProps/core.xml", coreProperties(parts)],
    [
      "docProps/app.xml",
      element("Properties", { xmlns: `${OFFICE}/extended-properties` }, "<Application>mmd-engine</Application>"),
    ],
  ];
  const present = files.filter((file): file is [string, Xml] => file[1] !== undefined);
  const encoder = new TextEncoder();
  const entry = ([path, xml]: [string, Xml]) => ({
    path,
    bytes: encoder.encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`),
    compress: true,
  });
  const types = contentTypes(
    present.map(([path]) => path),
    parts.media,
  );
  return storedZip([
    entry(["[Content_Types].xml", types]),
    ...present.map(entry),
    ...parts.media.map(({ name, bytes }) => ({ path: `word/media/${name}`, bytes })),
  ]);
}

function contentTypes(paths: readonly string[], media: readonly MediaFile[]): Xml {
  const extensions = new Set(media.map(({ name }) => name.slice(name.lastIndexOf(".") + 1)));
  return element(
    "Types",
    { xmlns: `${PACKAGE}/content-types` },
    element("Default", { Extension: "rels", ContentType: "application/vnd.openxmlformats-package.relationships+xml" }),
    element("Default", { Extension: "xml", ContentType: "application/xml" }),
    ...[...extensions].map((extension) =>
      element("Default", { Extension: extension, ContentType: MEDIA_TYPES[extension] }),
    ),
    ...paths
      .filter((path) => CONTENT_TYPES[path] !== undefined)
      .map((path) => element("Override", { PartName: `/${path}`, ContentType: CONTENT_TYPES[path] })),
  );
}

function packageRelationships(): Xml {
  const relationship = (id: string, type: string, target: string) =>
    element("Relationship", { Id: id, Type: type, Target: target });
  return element(
    "Relationships",
    { xmlns: `${PACKAGE}/relationships` },
    relationship("r_document", `${OFFICE}/relationships/officeDocument`, "word/document.xml"),
    relationship("r_core", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"),
    relationship("r_app", `${OFFICE}/relationships/extended-properties`, "docProps/app.xml"),
  );
}

function relationshipsPart(relationships: readonly Relationship[]): Xml {
  return element(
    "Relationships",
    { xmlns: `${PACKAGE}/relationships` },
    ...relationships.map(({ id, type, target }) =>
      element("Relationship", {
        Id: id,
        Type: `${OFFICE}/relationships/${type}`,
        Target: target,
        TargetMode: type === "hyperlink" ? "External" : undefined,
      }),
    ),
  );
}

/** Without dates: the same document gives the same bytes. */
function coreProperties({ title, authors, language }: DocxParts): Xml {
  return element(
    "cp:coreProperties",
    {
      "xmlns:cp": `${PACKAGE}/metadata/core-properties`,
      "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    },
    `<dc:title>${escapeXml(title)}</dc:title>`,
    authors.length > 0 ? `<dc:creator>${escapeXml(authors.join("; "))}</dc:creator>` : "",
    `<dc:language>${escapeXml(language.eastAsian ?? language.complex ?? language.latin)}</dc:language>`,
  );
}

/** `word/settings.xml`, in the order of CT_Settings (ECMA-376 part 1, §17.15.1.78). */
export function settingsPart(settings: { background: boolean; footnotes: boolean; language: DocumentLanguage }): Xml {
  const notes = '<w:footnote w:id="-1"/><w:footnote w:id="0"/>';
  return element(
    "w:settings",
    WORD_NAMESPACES,
    settings.background ? "<w:displayBackgroundShape/>" : "",
    '<w:defaultTabStop w:val="720"/>',
    '<w:characterSpacingControl w:val="doNotCompress"/>',
    settings.footnotes ? element("w:footnotePr", {}, notes) : "",
    element(
      "w:compat",
      {},
      '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>',
    ),
    element(
      "m:mathPr",
      {},
      '<m:mathFont m:val="Cambria Math"/><m:brkBin m:val="before"/><m:brkBinSub m:val="--"/><m:smallFrac m:val="0"/><m:dispDef/><m:lMargin m:val="0"/><m:rMargin m:val="0"/><m:defJc m:val="centerGroup"/><m:wrapIndent m:val="1440"/><m:intLim m:val="subSup"/><m:naryLim m:val="undOvr"/>',
    ),
    element("w:themeFontLang", {
      "w:val": settings.language.latin,
      "w:eastAsia": settings.language.eastAsian,
      "w:bidi": settings.language.complex,
    }),
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
  );
}

export function fontTablePart(fonts: readonly string[]): Xml {
  return element(
    "w:fonts",
    WORD_NAMESPACES,
    ...[...new Set(fonts)].map((name) => element("w:font", { "w:name": name }, property("w:charset", "00"))),
  );
}
