import { unzip } from "../support/unzip.js";
import { CONTENT_MODELS, EMPTY_ELEMENTS } from "./content-models.js";
import { descendants, elements, readXml, type XmlElement } from "./read-xml.js";

const decoder = new TextDecoder();

/** Parts of a package, read. */
export type DocxParts = ReadonlyMap<string, XmlElement>;

/**
 * Checks a docx against the content models of ECMA-376 and its references against what they refer to.
 * @returns the parts, for further questions
 * @throws Error that names the first fault
 */
export function checkPackage(bytes: Uint8Array): DocxParts {
  const files = unzip(bytes);
  const parts = new Map<string, XmlElement>();
  for (const [path, content] of files) {
    if (!/\.(?:xml|rels)$/.test(path)) continue;
    const root = readXml(decoder.decode(content));
    parts.set(path, root);
    if (path.startsWith("word/") && path.endsWith(".xml")) checkElement(root, path);
  }
  checkContentTypes(parts, [...files.keys()]);
  for (const part of ["document", "footnotes"]) checkRelationships(parts, part, files);
  checkReferences(parts);
  for (const part of ["word/document.xml", "word/footnotes.xml"]) {
    const root = parts.get(part);
    if (root) for (const table of descendants(root, "w:tbl")) checkTable(table);
  }
  return parts;
}

const patterns = new Map<string, RegExp>();

export function patternFor(name: string): RegExp {
  let made = patterns.get(name);
  if (!made) {
    const model = CONTENT_MODELS[name]!.replace(/(?:\(([^)]*)\)|([\w:]+))([?*+]?)/g, (_, choice, single, times) => {
      const names = (choice ?? single).split("|").map((item: string) => `${item} `);
      return `(?:${names.join("|")})${times}`;
    });
    made = new RegExp(`^${model.replaceAll(") (", ")(").replace(/([)?*+]) (?=\()/g, "$1")}$`);
    patterns.set(name, made);
  }
  return made;
}

/** Same name, other model: references to the lines above notes. */
const SEPARATOR = "w:footnotePr/w:footnote";

function checkElement(element: XmlElement, path: string): void {
  const at = `${path}/${element.name}`;
  const children = element.children.map((child) => (typeof child === "string" ? "text " : `${child.name} `));
  if (EMPTY_ELEMENTS.has(element.name) || at.endsWith(SEPARATOR)) {
    if (children.length > 0) throw new Error(`${at} holds ${children.join("")}but may hold nothing`);
    return;
  }
  if (!Object.hasOwn(CONTENT_MODELS, element.name)) throw new Error(`${at} has no content model`);
  const isText = CONTENT_MODELS[element.name] === "text";
  if (isText ? children.length > 1 : !patternFor(element.name).test(children.join("")))
    throw new Error(`${at} holds ${children.join("")}but its model is ${CONTENT_MODELS[element.name]}`);
  for (const child of elements(element)) checkElement(child, at);
}

function checkContentTypes(parts: DocxParts, paths: readonly string[]): void {
  const types = elements(parts.get("[Content_Types].xml")!);
  const defaults = new Set(types.map((type) => type.attributes.get("Extension")));
  const overrides = new Set(types.map((type) => type.attributes.get("PartName")));
  for (const path of paths) {
    const extension = path.slice(path.lastIndexOf(".") + 1);
    if (!overrides.has(`/${path}`) && !defaults.has(extension)) throw new Error(`${path} has no content type`);
  }
  for (const override of overrides)
    if (override !== undefined && !paths.includes(override.slice(1))) throw new Error(`${override} is not there`);
}

function checkRelationships(parts: DocxParts, part: string, files: ReadonlyMap<string, Uint8Array>): void {
  const root = parts.get(`word/${part}.xml`);
  if (!root) return;
  const relationships = parts.get(`word/_rels/${part}.xml.rels`);
  const ids = new Map<string, string>();
  for (const { attributes } of relationships ? elements(relationships) : []) {
    const id = attributes.get("Id")!;
    if (ids.has(id)) throw new Error(`relationship ${id} of ${part} is there twice`);
    ids.set(id, attributes.get("Target")!);
    const isInside = attributes.get("TargetMode") !== "External";
    if (isInside && !files.has(`word/${attributes.get("Target")}`))
      throw new Error(`${attributes.get("Target")} is missing`);
  }
  for (const [name, attribute] of [
    ["w:hyperlink", "r:id"],
    ["a:blip", "r:embed"],
  ] as const)
    for (const { attributes } of descendants(root, name)) {
      const id = attributes.get(attribute);
      if (id !== undefined && !ids.has(id)) throw new Error(`${name} refers to ${id}, which ${part} lacks`);
    }
}

function values(root: XmlElement | undefined, name: string, attribute: string): string[] {
  return root ? descendants(root, name).flatMap((found) => found.attributes.get(attribute) ?? []) : [];
}

function checkReferences(parts: DocxParts): void {
  const body = parts.get("word/document.xml")!;
  const notes = parts.get("word/footnotes.xml");
  const styles = new Set(values(parts.get("word/styles.xml"), "w:style", "w:styleId"));
  for (const root of [body, notes])
    for (const name of ["w:pStyle", "w:rStyle", "w:tblStyle"])
      for (const style of values(root, name, "w:val"))
        if (!styles.has(style)) throw new Error(`style ${style} is missing`);
  const lists = new Set(values(parts.get("word/numbering.xml"), "w:num", "w:numId"));
  for (const root of [body, notes])
    for (const id of values(root, "w:numId", "w:val")) if (!lists.has(id)) throw new Error(`list ${id} is missing`);
  const noteIds = values(notes, "w:footnote", "w:id").filter((id) => Number(id) > 0);
  const marks = values(body, "w:footnoteReference", "w:id");
  if (marks.join() !== noteIds.join()) throw new Error(`notes ${noteIds} are marked ${marks}`);
  if (values(notes, "w:footnoteReference", "w:id").length > 0) throw new Error("a note marks a note");
  for (const [name, attribute] of [
    ["w:bookmarkStart", "w:name"],
    ["w:bookmarkStart", "w:id"],
    ["wp:docPr", "id"],
  ] as const) {
    const all = [...values(body, name, attribute), ...values(notes, name, attribute)];
    if (new Set(all).size !== all.length) throw new Error(`${name} has a ${attribute} twice`);
  }
}

/** Every row covers the grid, and merged cells go on below cells of the same width. */
function checkTable(table: XmlElement): void {
  const columns = elements(elements(table).find(({ name }) => name === "w:tblGrid")!).length;
  let above: { at: number; span: number; merges: boolean }[] = [];
  for (const row of elements(table).filter(({ name }) => name === "w:tr")) {
    let at = 0;
    const cells = elements(row)
      .filter(({ name }) => name === "w:tc")
      .map((cell) => {
        const properties = elements(elements(cell)[0]!);
        const span = Number(properties.find(({ name }) => name === "w:gridSpan")?.attributes.get("w:val") ?? 1);
        const merge = properties.find(({ name }) => name === "w:vMerge");
        const placed = {
          at,
          span,
          merges: merge !== undefined,
          goesOn: merge !== undefined && !merge.attributes.has("w:val"),
        };
        at += span;
        return placed;
      });
    if (at !== columns) throw new Error(`a row covers ${at} of ${columns} columns`);
    for (const cell of cells)
      if (cell.goesOn && !above.some((other) => other.at === cell.at && other.span === cell.span && other.merges))
        throw new Error(`a merged cell at column ${cell.at} has nothing above it`);
    above = cells;
  }
}
