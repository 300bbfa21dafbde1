/** Symbol classes the structure parser asks about, by canonical name. */

/** Operators drawn larger than text, centred on the axis; limits stand above and below. */
export const BIG_OPERATORS = new Set(
  "\\sum \\prod \\int \\iint \\iiint \\iiiint \\oint \\oiint \\bigcup \\bigcap \\biguplus \\bigwedge \\bigvee \\coprod \\bigsqcup \\bigsqcap \\bigodot \\bigoplus \\bigotimes \\bigstar \\bignplus".split(
    " ",
  ),
);

/** Marks that sit above a base. */
export const ACCENTS = new Set(
  "\\hat \\tilde \\bar \\vec \\ddot \\dddot \\check \\breve \\acute \\grave \\mathring \\widehat \\widetilde \\overrightarrow \\overleftarrow \\overleftrightarrow".split(
    " ",
  ),
);

export const HORIZONTAL_BRACES = new Set(["\\overbrace", "\\underbrace"]);

export const WIDE_ACCENTS = new Set(
  "\\widehat \\widetilde \\overrightarrow \\overleftarrow \\overleftrightarrow".split(" "),
);

/** Opening delimiters and their usual partners. */
export const OPENING = new Map([
  ["(", ")"],
  ["[", "]"],
  ["\\{", "\\}"],
  ["\\lfloor", "\\rfloor"],
  ["\\lceil", "\\rceil"],
  ["\\langle", "\\rangle"],
  ["|", "|"],
  ["\\|", "\\|"],
  ["\\llbracket", "\\rrbracket"],
  ["\\lgroup", "\\rgroup"],
  ["\\lmoustache", "\\rmoustache"],
]);

export const CLOSING = new Set(OPENING.values());

/** Symbols that grow with what they enclose. */
export const DELIMITERS = new Set([
  ...OPENING.keys(),
  ...CLOSING,
  "/",
  "\\backslash",
  "\\uparrow",
  "\\downarrow",
  "\\updownarrow",
  "vrule",
]);

/** Relations and arrows that may carry labels above and below. */
export const LABELLED_RELATIONS = new Set(
  "= \\rightarrow \\leftarrow \\leftrightarrow \\longrightarrow \\longleftarrow \\longleftrightarrow \\Longrightarrow \\Longleftarrow \\Longleftrightarrow \\longmapsto \\sim \\cong \\leq \\geq \\Rightarrow \\Leftarrow \\Leftrightarrow \\equiv \\simeq \\approx < > \\mapsto \\hookrightarrow \\rightleftharpoons \\triangleq \\propto \\in \\subset \\subseteq \\to \\rightsquigarrow \\leadsto".split(
    " ",
  ),
);

/** Function names LaTeX knows as commands. */
export const FUNCTION_NAMES = new Set(
  "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min Pr sec sin sinh sup tan tanh".split(
    " ",
  ),
);

/** Upright words that take their subscript below. */
export const LIMIT_WORDS = new Set(
  "lim max min sup inf liminf limsup det gcd Pr argmax argmin colim esssup essinf Res arg"
    .split(" ")
    .concat(["lim inf", "lim sup", "arg max", "arg min", "ess sup", "ess inf"]),
);

/** Two symbols drawn over each other that are one in LaTeX: `first second` by left edge. */
export const COMPOSED = new Map([
  ["- \\rightarrow", "\\longrightarrow"],
  ["\\leftarrow -", "\\longleftarrow"],
  ["= \\Rightarrow", "\\Longrightarrow"],
  ["\\Leftarrow =", "\\Longleftarrow"],
  ["\\leftarrow \\rightarrow", "\\longleftrightarrow"],
  ["\\Leftarrow \\Rightarrow", "\\Longleftrightarrow"],
  ["\\mapstochar \\rightarrow", "\\mapsto"],
  ["\\rightarrow \\mapstochar", "\\mapsto"],
  ["\\mapstochar \\longrightarrow", "\\longmapsto"],
  ["\\mapstochar -", "\\mapsto"],
  ["\\lhook \\rightarrow", "\\hookrightarrow"],
  ["\\lhook \\longrightarrow", "\\hookrightarrow"],
  ["\\longleftarrow \\rhook", "\\hookleftarrow"],
  ["\\rightarrow \\lhook", "\\hookrightarrow"],
  ["\\leftarrow \\rhook", "\\hookleftarrow"],
  ["\\rhook \\leftarrow", "\\hookleftarrow"],
  ["\\dashrightarrow \\dashrightarrow", "\\dashrightarrow"],
  ["\\dashleftarrow \\dashleftarrow", "\\dashleftarrow"],
  ["| =", "\\models"],
  ["\\int \\int", "\\iint"],
]);

/** A slash through a symbol that has a command of its own. */
export const NEGATED = new Map([
  ["=", "\\neq"],
  ["\\in", "\\notin"],
  ["\\ni", "\\not\\ni"],
  ["\\exists", "\\nexists"],
  ["\\mid", "\\nmid"],
  ["|", "\\nmid"],
]);
