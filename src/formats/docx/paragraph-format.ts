import { element, property, type Xml } from "../xml.js";

export type ParagraphStyle =
  | "Title"
  | "Author"
  | "Affiliation"
  | "AbstractTitle"
  | "Abstract"
  | `Heading${1 | 2 | 3 | 4 | 5 | 6}`
  | "Compact"
  | "Equation"
  | "Figure"
  | "Caption"
  | "TableCaption"
  | "FootnoteText"
  | "Quote"
  | "SourceCode"
  | "Algorithm"
  | "Theorem"
  | "Proof"
  | "DefinitionTerm"
  | "HorizontalRule"
  | "TOCHeading"
  | `TOC${1 | 2 | 3 | 4 | 5 | 6}`;

/** Look and place of a paragraph; lengths in twips. */
export interface ParagraphFormat {
  readonly style?: ParagraphStyle;
  readonly keepNext?: boolean;
  readonly pageBreakBefore?: boolean;
  readonly list?: { id: number; level: number };
  readonly left?: number;
  /** The first line stands this far left of the others. */
  readonly hanging?: number;
  readonly tabs?: readonly { kind: "center" | "right" | "left"; at: number }[];
  readonly align?: "left" | "center" | "right";
  /** Space above and below are those of a tight list. */
  readonly tight?: boolean;
  /** More space above than the style gives. */
  readonly spaceBefore?: number;
}

/** `w:pPr` in the order of CT_PPr (ECMA-376 part 1, §17.3.1.26); "" for a plain paragraph. */
export function paragraphProperties(format: ParagraphFormat): Xml {
  const { list, left, hanging } = format;
  const content = [
    format.style ? property("w:pStyle", format.style) : "",
    format.keepNext ? "<w:keepNext/>" : "",
    format.pageBreakBefore ? "<w:pageBreakBefore/>" : "",
    list ? element("w:numPr", {}, property("w:ilvl", list.level), property("w:numId", list.id)) : "",
    format.tabs
      ? element("w:tabs", {}, ...format.tabs.map(({ kind, at }) => element("w:tab", { "w:val": kind, "w:pos": at })))
      : "",
    format.tight || format.spaceBefore
      ? element("w:spacing", { "w:before": format.spaceBefore ?? 0, "w:after": format.tight ? 40 : undefined })
      : "",
    left !== undefined && (left > 0 || hanging)
      ? element("w:ind", { "w:left": left, "w:hanging": hanging || undefined })
      : "",
    format.align ? property("w:jc", format.align) : "",
  ].join("");
  return content === "" ? "" : `<w:pPr>${content}</w:pPr>`;
}
