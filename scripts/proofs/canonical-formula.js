// A formula's canonical form: its structure and characters, without what two notations of the same thing differ in.
import { isEmptyMath, unwrapRow } from "../../dist/formats/math/math-tree.js";

/** Characters that are the same to a reader. */
const SAME = new Map(
  Object.entries({
    "∥": "‖",
    "∣": "|",
    ˆ: "^",
    "̂": "^",
    "˜": "~",
    "̃": "~",
    "∼": "~",
    ˉ: "¯",
    "―": "¯",
    "‾": "¯",
    "̅": "¯",
    _: "¯",
    "̲": "¯",
    "⃗": "→",
    "˙": ".",
    "̇": ".",
    ˇ: "̌",
    "˘": "̆",
    ˊ: "´",
    "́": "´",
    ˋ: "`",
    "̀": "`",
    "−": "-",
    "–": "-",
    "⋅": "·",
    "∙": "·",
    "′": "'",
    "″": "''",
    "‴": "'''",
    "⁗": "''''",
    ϵ: "ε",
    ϕ: "φ",
    "⟨": "<",
    "⟩": ">",
    "〈": "<",
    "〉": ">",
    "∖": "\\",
    "∗": "*",
    "⋯": "…",
    Δ: "Δ",
    ħ: "ℏ",
    "…": "…",
    "⟶": "→",
    "◻": "□",
    "°": "∘",
    "∅": "⌀",
    "⊤": "T",
    "⊺": "T",
    "∶": ":",
    "‐": "-",
    "​": "",
    "­": "",
  }),
);

export function canonicalFormula(node) {
  return write(node).replace(/\{\}/g, "");
}

function write(node) {
  switch (node.type) {
    case "token":
      return characters(node);
    case "space":
    case "newline":
    case "phantom":
      return "";
    case "row": {
      const inner = node.children.map(write).join("");
      return node.fence ? `${same(node.fence.open)}${inner}${same(node.fence.close)}` : inner;
    }
    case "fraction":
      return `${node.bar ? "frac" : "binom"}{${write(node.numerator)}}{${write(node.denominator)}}`;
    case "root":
      return `root{${node.degree ? write(node.degree) : ""}}{${write(node.radicand)}}`;
    case "scripts":
      return scripts(node.base, node.sub, node.sup);
    case "limits":
      return scripts(node.base, node.under, node.over);
    case "table":
      // readers of equation arrays keep no columns, and one row is no array
      return tabulate(node.rows.map(({ cells }) => cells.map(write).join("")).filter((row) => row !== ""));
    case "enclosed":
      return `enclosed{${write(node.content)}}`;
    case "coloured":
      return write(node.content);
  }
}

const tabulate = (rows) => (rows.length > 1 ? `table{${rows.join(";")}}` : (rows[0] ?? ""));

/** Braces and brackets over or under a formula. */
const GROUPERS = /^[⏞⏟⎴⎵⏜⏝]$/;

/** The brace that a node is, by itself or around nothing. */
function braceOf(node) {
  if (node.type === "token") return GROUPERS.test(node.text) ? node.text : undefined;
  const isAround = node.type === "limits" && isEmptyMath(node.base) && Boolean(node.under) !== Boolean(node.over);
  return isAround ? braceOf(unwrapRow(node.under ?? node.over)) : undefined;
}

/** Scripts and limits are the same structure in another place. */
function scripts(base, low, high) {
  const inner = unwrapRow(base);
  if (isEmptyMath(inner) && high && !low && /^'+$/.test(write(high))) return write(high);
  // pandoc 2.17 reads a brace under a formula as a formula over an empty brace
  const brace = braceOf(inner);
  if (brace && !(low && high)) return `${write(low ?? high)}_{${brace}}`;
  if (inner.type === "limits" && braceOf(unwrapRow(inner.base))) return `${write(inner)}${marks(low, high)}`;
  if ((inner.type === "scripts" || inner.type === "limits") && !(low && high)) {
    const [innerLow, innerHigh] = inner.type === "scripts" ? [inner.sub, inner.sup] : [inner.under, inner.over];
    if (!(innerLow && low) && !(innerHigh && high)) return scripts(inner.base, low ?? innerLow, high ?? innerHigh);
  }
  return `${write(base)}${marks(low, high)}`;
}

function marks(low, high) {
  const below = low ? write(low) : "";
  const above = high ? write(high) : "";
  return `${below === "" ? "" : `_{${below}}`}${above === "" ? "" : `^{${above}}`}`;
}

function characters({ text, variant, kind }) {
  const plain = same(text.normalize("NFC")).replace(/[\s\u00a0\u2000-\u200b\u202f\u205f\u2061-\u2064]/g, "");
  const style =
    /[A-Za-z0-9]/.test(plain) && kind !== "word" ? ({ bold: "b", "bold-italic": "b" }[variant] ?? family(variant)) : "";
  return style === "" ? plain : [...plain].map((char) => style + char).join("");
}

const family = (variant) =>
  variant.includes("script") ? "s" : variant.includes("fraktur") ? "f" : variant === "double-struck" ? "d" : "";

function same(text) {
  return [...text].map((char) => SAME.get(char) ?? char).join("");
}
