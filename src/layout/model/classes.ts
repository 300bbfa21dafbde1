/**
 * Classes of the layout net in the order of its output (`models/training/layout/layoutnet/classes.py`); names of lines.json, but for `toc_row`
 * (`table_of_contents_row`) and `code` (code and pseudocode).
 */
export const LAYOUT_CLASSES = [
  "background",
  "text",
  "title",
  "authors",
  "abstract",
  "section_header",
  "list_item",
  "footnote",
  "figure_label",
  "table",
  "diagram",
  "chart",
  "math",
  "equation_number",
  "code",
  "page_info",
  "toc_row",
  "form_field",
  "quote",
] as const;

export type LayoutClass = (typeof LAYOUT_CLASSES)[number];

/** Regions that are found as areas; all others are groups of text lines. */
export const AREA_CLASSES: ReadonlySet<LayoutClass> = new Set<LayoutClass>(["table", "diagram", "chart", "math"]);
