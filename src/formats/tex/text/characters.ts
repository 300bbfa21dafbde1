/**
 * Characters in running text. The ranges are those of LaTeX's t1enc.dfu and ts1enc.dfu (2022), which T1 fonts show under
 * pdfLaTeX; what is written as a command stands in the tables below.
 */
const T1_RANGES =
  "a1 a3 ab bb bf-d6 d8-f6 f8-125 128-137 139-13e 141-148 14a-165 168-17e 1e6-1eb 218-21b 1e02-1e03 1e1e-1e1f 1e9e 1ef2-1ef3 2013-2014 " +
  "2018-201a 201c-201e 2030 2039-203a a2 a4-aa ac ae af b0-b3 b5-b7 b9-ba bc-be d7 f7 192 2c7 2d8 2dd 2016 2020-2022 203b 2044 20ac 20a4 " +
  "20a6 20a9 20ab 2103 2116-2117 211e 2120 2122 2126-2127 212e 2190-2193 2329-232a 25e6 25ef 266a";

const T1 = T1_RANGES.split(" ").map((range) => {
  const [from, to = from] = range.split("-").map((digits) => Number.parseInt(digits, 16));
  return [from!, to!] as const;
});

export function isT1(codePoint: number): boolean {
  return codePoint < 0x7f || T1.some(([from, to]) => codePoint >= from && codePoint <= to);
}

/** Characters that TeX acts on, or that look otherwise than they are typed. */
export const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  _: "\\_",
  "%": "\\%",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "`": "\\textasciigrave{}",
  '"': "\\textquotedbl{}",
  "\u00a0": "~",
  "\u00ad": "\\-",
  "\u2010": "-",
  "\u2011": "-",
  "\u2012": "--",
  "\u2015": "---",
  "\u2212": "\\ensuremath{-}",
  "\u2026": "\\ldots{}",
  "\u2007": "~",
  "\u202f": "\\,",
  "\u2009": "\\,",
  "\u2003": "\\quad ",
  "\u2002": "\\enspace ",
  "\ufb00": "ff",
  "\ufb01": "fi",
  "\ufb02": "fl",
  "\ufb03": "ffi",
  "\ufb04": "ffl",
  "\u2423": "\\textvisiblespace{}",
  "\u02c6": "\\textasciicircum{}",
  "\u02dc": "\\textasciitilde{}",
  "\u02cb": "\\textasciigrave{}",
  "\u2032": "\\ensuremath{'}",
  "\u2033": "\\ensuremath{''}",
  "\ufffd": "?",
};

/** Signs of lists and forms. */
export const MATH_SIGNS: Readonly<Record<string, readonly [latex: string, package_?: string]>> = {
  "□": ["\\square", "amssymb"],
  "☐": ["\\square", "amssymb"],
  "▢": ["\\square", "amssymb"],
  "☑": ["\\boxtimes", "amssymb"],
  "☒": ["\\boxtimes", "amssymb"],
  "■": ["\\blacksquare", "amssymb"],
  "▪": ["\\blacksquare", "amssymb"],
  "✓": ["\\checkmark", "amssymb"],
  "✔": ["\\checkmark", "amssymb"],
  "✗": ["\\times"],
  "✘": ["\\times"],
  "●": ["\\bullet"],
  "○": ["\\circ"],
  "◯": ["\\bigcirc"],
  "◦": ["\\circ"],
  "‣": ["\\triangleright"],
  "►": ["\\blacktriangleright", "amssymb"],
  "▶": ["\\blacktriangleright", "amssymb"],
  "➢": ["\\triangleright"],
  "➔": ["\\rightarrow"],
  "➜": ["\\rightarrow"],
  "☆": ["\\star"],
  "♢": ["\\diamondsuit"],
  "♣": ["\\clubsuit"],
  "♦": ["\\diamondsuit"],
  "∗": ["*"],
};

/** Combining marks and the accent commands for them. */
export const COMBINING: Readonly<Record<string, string>> = {
  "\u0300": "`",
  "\u0301": "'",
  "\u0302": "^",
  "\u0303": "~",
  "\u0304": "=",
  "\u0306": "u",
  "\u0307": ".",
  "\u0308": '"',
  "\u030a": "r",
  "\u030b": "H",
  "\u030c": "v",
  "\u0323": "d",
  "\u0327": "c",
  "\u0328": "k",
  "\u0331": "b",
};

/** Digits above and below the line. */
export const RAISED: ReadonlyMap<string, string> = new Map(
  "⁰0⁴4⁵5⁶6⁷7⁸8⁹9⁺+⁻-ⁿn".match(/../gu)!.map((pair) => [pair[0]!, pair[1]!]),
);
export const LOWERED: ReadonlyMap<string, string> = new Map(
  "₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9₊+₋-".match(/../gu)!.map((pair) => [pair[0]!, pair[1]!]),
);

/** Ligatures of TeX fonts that would join what is apart. */
export const LIGATURES = /-(?=-)|(?<=[?!])`|'(?=')|,(?=,)|<(?=<)|>(?=>)/g;
