import { element, escapeXml, type Xml } from "../xml.js";
import { type RunFormat, runProperties } from "./run-format.js";

/** Text as runs of one look, those of right-to-left scripts apart: Word orders their neighbours by it. */
export function textRuns(text: string, format: RunFormat): Xml {
  if (text === "") return "";
  if (!RIGHT_TO_LEFT.test(text)) return textRun(text, format, false);
  return text
    .split(RIGHT_TO_LEFT_RUN)
    .filter((part) => part !== "")
    .map((part) => textRun(part, format, RIGHT_TO_LEFT.test(part)))
    .join("");
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const RIGHT_TO_LEFT_RUN =
  /([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff](?:[\s\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff])?)/;

function textRun(text: string, format: RunFormat, isRightToLeft: boolean): Xml {
  const parts = text.split(/(\t|\n)/).map((part) => {
    if (part === "\t") return "<w:tab/>";
    if (part === "\n") return "<w:br/>";
    return part === "" ? "" : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`;
  });
  return element("w:r", {}, runProperties(format, isRightToLeft), ...parts);
}
