/** Records of `lines.json` and `lines.mmd.json`. Keys are printed in the order they are declared here. */
import type { Region } from "../region.js";

/** Contour corners, clockwise from the top left. */
export type Contour = [number, number][];

export type LineType =
  | "text"
  | "math"
  | "equation_number"
  | "section_header"
  | "title"
  | "authors"
  | "abstract"
  | "quote"
  | "footnote"
  | "list_item"
  | "column"
  | "page_info"
  | "table"
  | "table_column"
  | "table_row"
  | "simple_cell"
  | "complex_cell"
  | "table_spanning_cell"
  | "diagram"
  | "chart"
  | "figure_label"
  | "diagram_info"
  | "chart_info"
  | "code"
  | "pseudocode"
  | "form_field"
  | "table_of_contents_container"
  | "table_of_contents_row"
  | "table_of_contents_item"
  | "table_of_contents_number";

export interface LineRecord {
  cnt: Contour;
  region: Region;
  /** 1-based position in `lines`. */
  line: number;
  /** k: inside the k-th `column` container of the page; 0 outside. */
  column: number;
  /** px, quantised in third octaves. */
  font_size: number;
  is_printed: boolean;
  is_handwritten: boolean;
  /** 32 hexadecimal digits. */
  id: string;
  type: LineType;
  conversion_output: boolean;
  parent_id?: string;
  children_ids?: string[];
  /** Ids of the `figure_label` lines of a picture or table. */
  selected_labels?: string[];
  /** Searchable text as printed; "" for containers and pictures. */
  text: string;
  /** Exact MMD fragment with its leading separator; "" when not rendered. */
  text_display: string;
  subtype?: string;
  cell_row?: number;
  cell_column?: number;
  cell_row_span?: number;
  cell_col_span?: number;
  /** Product of symbol probabilities, 0–1. */
  confidence?: number;
  /** Geometric mean of symbol probabilities, 0–1. */
  confidence_rate?: number;
}

export interface LinesPage {
  /** `<document id>-<page>`, the page padded to the digits of the page count. */
  image_id: string;
  page: number;
  lines: LineRecord[];
  page_height: number;
  page_width: number;
  languages_detected: string[];
}

export interface LinesJson {
  pages: LinesPage[];
}

export interface MmdLineRecord {
  cnt: Contour;
  region: Region;
  is_printed: boolean;
  is_handwritten: boolean;
  /** The MMD fragment: `text_display` of the same line in lines.json. */
  text: string;
  /** 1-based over the contained lines. */
  line: number;
  confidence?: number;
  confidence_rate?: number;
}

export interface MmdLinesPage {
  image_id: string;
  page: number;
  page_height: number;
  page_width: number;
  lines: MmdLineRecord[];
}

export interface MmdLinesJson {
  pages: MmdLinesPage[];
}

/** Order in which the keys of a line are printed (as in the vendor's files). */
export const LINE_KEY_ORDER: readonly (keyof LineRecord)[] = [
  "cnt",
  "region",
  "line",
  "column",
  "font_size",
  "is_printed",
  "is_handwritten",
  "id",
  "type",
  "conversion_output",
  "parent_id",
  "children_ids",
  "selected_labels",
  "text",
  "text_display",
  "subtype",
  "cell_row",
  "cell_column",
  "cell_row_span",
  "cell_col_span",
  "confidence",
  "confidence_rate",
];
