import type { InlineStyle } from "../document.js";
import type { Xml } from "../xml.js";

/** Look of a run of text. */
export interface RunFormat {
  readonly style?: "Hyperlink" | "FootnoteReference" | "VerbatimChar";
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly smallCaps?: boolean;
  readonly strike?: "single" | "double";
  readonly underline?: "single" | "double" | "wave" | "dash" | "dotted";
  readonly highlight?: boolean;
  readonly vertical?: "superscript" | "subscript";
  /** Half-points. */
  readonly size?: number;
  /** Six hexadecimal digits. */
  readonly colour?: string;
}

export const STYLE_FORMATS: Readonly<Record<Exclude<InlineStyle, "small">, RunFormat>> = {
  strong: { bold: true },
  emphasis: { italic: true },
  strike: { strike: "single" },
  cross_out: { strike: "double" },
  mark: { highlight: true },
  insert: { underline: "single" },
  underline: { underline: "single" },
  double_underline: { underline: "double" },
  wave_underline: { underline: "wave" },
  dash_underline: { underline: "dash" },
  dot_underline: { underline: "dotted" },
  superscript: { vertical: "superscript" },
  subscript: { vertical: "subscript" },
  monospace: { style: "VerbatimChar" },
};

/** `w:rPr` in the order of CT_RPr (ECMA-376 part 1, §17.3.2.28); "" for plain text. */
export function runProperties(format: RunFormat, isRightToLeft = false): Xml {
  const content = [
    format.style ? `<w:rStyle w:val="${format.style}"/>` : "",
    toggle("w:b", format.bold) + toggle("w:bCs", format.bold),
    toggle("w:i", format.italic) + toggle("w:iCs", format.italic),
    toggle("w:smallCaps", format.smallCaps),
    format.strike === "single" ? "<w:strike/>" : format.strike === "double" ? "<w:dstrike/>" : "",
    format.colour ? `<w:color w:val="${format.colour}"/>` : "",
    format.size ? `<w:sz w:val="${format.size}"/><w:szCs w:val="${format.size}"/>` : "",
    format.highlight ? '<w:highlight w:val="yellow"/>' : "",
    format.underline ? `<w:u w:val="${format.underline}"/>` : "",
    format.vertical ? `<w:vertAlign w:val="${format.vertical}"/>` : "",
    isRightToLeft ? "<w:rtl/>" : "",
  ].join("");
  return content === "" ? "" : `<w:rPr>${content}</w:rPr>`;
}

function toggle(name: string, on: boolean | undefined): Xml {
  return on === undefined ? "" : on ? `<${name}/>` : `<${name} w:val="0"/>`;
}
