// The font set-ups formulas are typeset in: preambles that load after amsmath, by family.

/**
 * @typedef {object} FontSetup
 * @property {"pdflatex" | "xelatex" | "lualatex"} [engine] default pdflatex
 * @property {string} preamble
 * @property {boolean} [ownSymbols] brings the symbols of amssymb and stmaryrd itself and clashes with the packages
 * @property {[string, string][]} [same] commands that the fonts print alike: the first is read as the second
 * @property {string[]} [plain] alphabets (of canonical.js) that the fonts print like the default one
 * @property {"computer-modern" | "other" | "unicode"} family group the figures are given for
 */

/** `text`: stem of the text fonts and their style endings. */
const unicode = (
  /** @type {"xelatex" | "lualatex"} */ engine,
  /** @type {[string, string, string, string]} */ text,
  /** @type {string} */ maths,
) => ({
  engine,
  family: /** @type {const} */ ("unicode"),
  ownSymbols: true,
  same: /** @type {[string, string][]} */ ([
    ["frak:I", "\\Im"],
    ["frak:R", "\\Re"],
  ]),
  preamble: `\\usepackage{unicode-math}\\setmainfont{${text[0]}}[Extension=.otf,UprightFont=*-${text[1]},ItalicFont=*-${text[2]},BoldFont=*-${text[3]}]
\\setmathfont{${maths}}\\let\\boldsymbol\\symbfit\\let\\bm\\symbfit\\def\\cal#1{\\mathcal{#1}}`,
});

/** @type {Record<string, FontSetup>} */
export const FONT_SETUPS = {
  cm: { family: "computer-modern", preamble: "" },
  lm: { family: "computer-modern", preamble: "\\usepackage[T1]{fontenc}\\usepackage{lmodern}" },
  newtx: { family: "other", ownSymbols: true, preamble: "\\usepackage[T1]{fontenc}\\usepackage{newtxtext,newtxmath}" },
  newpx: { family: "other", ownSymbols: true, preamble: "\\usepackage[T1]{fontenc}\\usepackage{newpxtext,newpxmath}" },
  mathptmx: {
    family: "other",
    preamble: "\\usepackage[T1]{fontenc}\\usepackage{mathptmx}",
    same: [["\\epsilon", "\\varepsilon"]],
    plain: ["it", "bm"],
  },
  mathpazo: { family: "other", preamble: "\\usepackage[T1]{fontenc}\\usepackage{mathpazo}", plain: ["it"] },
  fourier: { family: "other", preamble: "\\usepackage{fourier}", plain: ["it"] },
  libertine: {
    family: "other",
    ownSymbols: true,
    preamble: "\\usepackage[T1]{fontenc}\\usepackage{libertine}\\usepackage[libertine]{newtxmath}",
  },
  stix: { family: "other", ownSymbols: true, preamble: "\\usepackage[T1]{fontenc}\\usepackage{stix2}" },
  kp: { family: "other", ownSymbols: true, preamble: "\\usepackage{kpfonts}" },
  euler: {
    family: "other",
    preamble: "\\usepackage[T1]{fontenc}\\usepackage{eulervm}",
    same: [
      ["\\leq", "\\leqslant"],
      ["\\geq", "\\geqslant"],
    ],
  },
  "xe-stix-two": unicode("xelatex", ["STIXTwoText", "Regular", "Italic", "Bold"], "STIXTwoMath-Regular.otf"),
  "xe-latin-modern": unicode("xelatex", ["lmroman10", "regular", "italic", "bold"], "latinmodern-math.otf"),
  "lua-termes": unicode("lualatex", ["texgyretermes", "regular", "italic", "bold"], "texgyretermes-math.otf"),
  "lua-libertinus": unicode("lualatex", ["LibertinusSerif", "Regular", "Italic", "Bold"], "LibertinusMath-Regular.otf"),
};

/** Preamble of a document in a set-up, from the class on. */
export function preambleOf(/** @type {string} */ name) {
  const setup = FONT_SETUPS[name];
  if (!setup) throw new Error(`Expected a font set-up (${Object.keys(FONT_SETUPS).join(", ")}) but received ${name}`);
  const unicodeMaths = setup.family === "unicode";
  return [
    "\\documentclass{article}\\usepackage{amsmath}",
    setup.ownSymbols ? "" : "\\usepackage{amssymb}",
    setup.engine === "lualatex" ? "\\usepackage{luatex85}" : "",
    unicodeMaths ? "\\usepackage{mathtools,cancel}" : "",
    setup.preamble,
    unicodeMaths ? "" : "\\usepackage{mathtools,bm,mathrsfs,cancel}",
    setup.ownSymbols ? "" : "\\usepackage{stmaryrd}",
  ].join("\n");
}

/** Canonical tokens with what the set-up prints alike made equal. */
export function foldSame(/** @type {readonly string[]} */ tokens, /** @type {string} */ name) {
  const same = new Map(FONT_SETUPS[name]?.same ?? []);
  const plain = new Set(FONT_SETUPS[name]?.plain ?? []);
  return tokens.map((token) => {
    const alike = same.get(token);
    if (alike !== undefined) return alike;
    const [alphabet, letter] = token.split(":");
    return letter && plain.has(alphabet) ? letter : token;
  });
}
