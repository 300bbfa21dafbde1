/**
 * Glyph names of the TeX maths fonts (as in the Type 1 Computer Modern and AMS fonts) whose Unicode value does not tell the
 * parser what it needs: sizes of delimiters and operators, pieces of assembled ones, halves of arrows.
 */
const DELIMITER_SIZES = "big Big bigg Bigg";

const GROWING: [string, string][] = [
  ["parenleft", "("],
  ["parenright", ")"],
  ["bracketleft", "["],
  ["bracketright", "]"],
  ["floorleft", "\\lfloor"],
  ["floorright", "\\rfloor"],
  ["ceilingleft", "\\lceil"],
  ["ceilingright", "\\rceil"],
  ["braceleft", "\\{"],
  ["braceright", "\\}"],
  ["angbracketleft", "\\langle"],
  ["angbracketright", "\\rangle"],
  ["slash", "/"],
  ["backslash", "\\backslash"],
  ["radical", "\\sqrt"],
];

const OPERATORS: [string, string][] = [
  ["summation", "\\sum"],
  ["product", "\\prod"],
  ["integral", "\\int"],
  ["union", "\\bigcup"],
  ["intersection", "\\bigcap"],
  ["unionmulti", "\\biguplus"],
  ["logicaland", "\\bigwedge"],
  ["logicalor", "\\bigvee"],
  ["coproduct", "\\coprod"],
  ["unionsq", "\\bigsqcup"],
  ["contintegral", "\\oint"],
  ["circledot", "\\bigodot"],
  ["circleplus", "\\bigoplus"],
  ["circlemultiply", "\\bigotimes"],
];

const PIECES: [string, string][] = [
  ["parenlefttp", "piece:(:top"],
  ["parenleftex", "piece:(:extension"],
  ["parenleftbt", "piece:(:bottom"],
  ["parenrighttp", "piece:):top"],
  ["parenrightex", "piece:):extension"],
  ["parenrightbt", "piece:):bottom"],
  ["bracketlefttp", "piece:[:top"],
  ["bracketleftex", "piece:[:extension"],
  ["bracketleftbt", "piece:[:bottom"],
  ["bracketrighttp", "piece:]:top"],
  ["bracketrightex", "piece:]:extension"],
  ["bracketrightbt", "piece:]:bottom"],
  ["bracelefttp", "piece:{:top"],
  ["braceleftmid", "piece:{:middle"],
  ["braceleftbt", "piece:{:bottom"],
  ["bracerighttp", "piece:}:top"],
  ["bracerightmid", "piece:}:middle"],
  ["bracerightbt", "piece:}:bottom"],
  ["braceex", "piece:{:extension"],
  ["vextendsingle", "piece:|:extension"],
  ["vextenddouble", "piece:‖:extension"],
  ["arrowvertex", "piece:|:extension"],
  ["arrowvertexdbl", "piece:‖:extension"],
  ["arrowtp", "piece:↑:top"],
  ["arrowbt", "piece:↑:bottom"],
  ["arrowdbltp", "piece:⇑:top"],
  ["arrowdblbt", "piece:⇑:bottom"],
  ["radicaltp", "piece:√:top"],
  ["radicalvertex", "piece:√:extension"],
  ["radicalbt", "piece:√:bottom"],
  ["bracehtipdownleft", "piece:brace:down-left"],
  ["bracehtipdownright", "piece:brace:down-right"],
  ["bracehtipupleft", "piece:brace:up-left"],
  ["bracehtipupright", "piece:brace:up-right"],
];

const OTHERS: [string, string][] = [
  ["hatwide", "\\widehat"],
  ["hatwider", "\\widehat"],
  ["hatwidest", "\\widehat"],
  ["tildewide", "\\widetilde"],
  ["tildewider", "\\widetilde"],
  ["tildewidest", "\\widetilde"],
  ["mapsto", "\\mapstochar"],
  ["mapstochar", "\\mapstochar"],
  ["negationslash", "\\not"],
  ["arrowhookleft", "\\lhook"],
  ["arrowhookright", "\\rhook"],
  ["vector", "\\vec"],
  ["lscript", "\\ell"],
  ["tie", "\\frown"],
  ["circlecopyrt", "\\bigcirc"],
  ["openbullet", "\\circ"],
  ["latticetop", "\\top"],
  ["turnstileleft", "\\vdash"],
  ["turnstileright", "\\dashv"],
  ["arrowboth", "\\leftrightarrow"],
  ["arrowdblboth", "\\Leftrightarrow"],
  ["arrowbothv", "\\updownarrow"],
  ["arrowdblbothv", "\\Updownarrow"],
  ["wreathproduct", "\\wr"],
  ["equivasymptotic", "\\asymp"],
  ["period", "dot"],
  ["periodcentered", "dot"],
  ["dotaccent", "dot"],
  ["prime", "\\prime"],
  ["radical", "\\sqrt"],
  ["bardbl", "\\|"],
  ["bar", "|"],
];

const TABLE = new Map<string, string>([...PIECES, ...OTHERS]);
for (const [base, name] of GROWING) for (const size of DELIMITER_SIZES.split(" ")) TABLE.set(base + size, name);
for (const [base, name] of OPERATORS) for (const size of ["text", "display"]) TABLE.set(base + size, name);

/** The parser's name for a glyph name of a TeX maths font, or undefined when its Unicode value says enough. */
export function nameOfTexGlyph(glyphName: string): string | undefined {
  return TABLE.get(glyphName);
}
