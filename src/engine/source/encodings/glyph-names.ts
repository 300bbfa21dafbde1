import { ADOBE_GLYPH_LIST } from "./adobe-glyph-list.js";
import { EUF, EUS, MSA, MSB } from "./ams-fonts.js";
import { type Encoding, type LetterStyle, splitEntry, styledLetter } from "./encoding.js";
import { OML, OMS, OMX } from "./tex-math.js";
import { STMARY, TXEXA, TXSYC, WASY } from "./tex-symbols.js";
import { LY1, T1, TS1 } from "./tex-text.js";

/** TeX fonts whose names are looked up, in this order, when the font's own family is not known. */
const FALLBACKS: readonly Encoding[] = [OMS, OMX, OML, MSA, MSB, T1, TS1, LY1, STMARY, WASY, TXSYC, TXEXA, EUF, EUS];

/** Names by other designers for glyphs of the tables: general, newtx and newpx, Fourier, kpfonts. */
const SYNONYMS = `
barex=| bardblex=∥ mapstochar=↦ mapsfromchar=↤ lozengesolid=⧫ visualspace=␣ nonbreakingspace=0020
nexists=∄ dotacc=˙ ddotacc=¨ dddotacc=20DB ddddotacc=20DC lvec=20D6 vec=20D7 harpoonacc=20D1 lharpoonacc=20D0 lrvec=20E1
transpose=⊺ hermitconj=⊹ notsimequal=≄ cupdottext=⊍ cupdotdisplay=⊍ parenlefttpA=⎛ parenrighttpA=⎞ parenleftbtA=⎝
parenrightbtA=⎠ parenleftexA=⎜ parenrightexA=⎟ Underbar=0332
emptysetstress=∅ radicallow=√ bracketdoubleleft=⟦ bracketdoubleright=⟧ bracketdoubleleftbig=⟦ bracketdoublerightbig=⟧
bracketdoubleleftBig=⟦ bracketdoublerightBig=⟧ bracketdoubleleftbbig=⟦ bracketdoublerightbbig=⟧ bracketdoubleleftBBig=⟦
bracketdoublerightBBig=⟧ bartriple=⦀ leqslant=⩽ geqslant=⩾ parallelslanted=∥ vDash=⊨ blacktriangleleft=◀
blacktriangleright=▶ notleqslant=≰ notgeqslant=≱ notparallelslanted=∦ notvDash=⊭ hslash=ℏ notexists=∄ varsubsetneq=⊊
notowner=∌ smallsetminus=∖ subsetneqq=⫋ rightrightarrows=⇉ leftleftarrows=⇇ curvearrowleft=↶ curvearrowright=↷
blacksquare=■ integraltextdouble=∬ integraldisplaydouble=∬ integraltexttriple=∭ integraldisplaytriple=∭
cintegraltextdouble=∯ cintegraldisplaydouble=∯ cintegraltexttriple=∰ cintegraldisplaytriple=∰ slashintegraltext=⨍
slashintegraldisplay=⨍ harpoonleftup=↼ harpoonleftdown=↽ harpoonrightup=⇀ harpoonrightdown=⇁ kappa1=ϰ rho2=ϱ
partialdiff1=∂ pi2=ϖ ceilinglefttop=⌈ ceilingrighttop=⌉ floorleftbottom=⌊ floorrightbottom=⌋ ceilingfloorleftex=⎢
ceilingfloorrightex=⎥
varemptyset=∅ partialup=∂ varinttext=∫ varintdisplay=∫ variinttext=∬ variintdisplay=∬ variiinttext=∭ variiintdisplay=∭
summationtext2=∑ summationdisplay2=∑ producttext2=∏ productdisplay2=∏ coproducttext2=∐ coproductdisplay2=∐
`;

let listed: Map<string, string> | undefined;

function glyphList(): Map<string, string> {
  if (!listed) {
    listed = new Map(`${ADOBE_GLYPH_LIST} ${SYNONYMS}`.trim().split(/\s+/).map(splitEntry));
    for (const { texts } of FALLBACKS) {
      for (const [name, text] of texts) if (name.length > 1 && !listed.has(name)) listed.set(name, text);
    }
  }
  return listed;
}

/** Letters of MathDesign and its kin: `Rbbb`, `Scal`, `gfrak`. */
const STYLED_LETTER = /^([A-Za-z])(bbb|cal|scr|frak)$/;
const STYLES: Record<string, LetterStyle> = { bbb: "double-struck", cal: "script", scr: "script", frak: "fraktur" };

/** Suffix-like endings of expert and old-style fonts that have no "." before them. */
const ENDINGS = /(oldstyle|superior|inferior|small|fitted|taboldstyle)$/;

/**
 * Text of a glyph name, undefined when the name says nothing (`g12`, `cid345`, `.notdef`). Follows the Adobe Glyph List
 * specification: variants after "." are dropped, components joined by "_", `uniXXXX…` and `uXXXX`–`uXXXXXX` are code
 * points. Names of TeX fonts are read in their `encoding` first.
 */
export function textOfGlyphName(name: string, encoding?: Encoding): string | undefined {
  const known = encoding?.texts.get(name);
  if (known !== undefined) return known;
  const base = name.split(".", 1)[0]!;
  if (base === "") return undefined;
  if (!base.includes("_") || glyphList().has(base)) return textOfComponent(base, encoding);
  const parts = base.split("_").map((part) => textOfComponent(part, encoding));
  return parts.every((part) => part !== undefined) ? parts.join("") : undefined;
}

function textOfComponent(name: string, encoding: Encoding | undefined): string | undefined {
  if (name.length === 1) return encoding?.texts.get(name) ?? name;
  const known = encoding?.texts.get(name) ?? glyphList().get(name);
  if (known !== undefined) return known;
  const codePoints = /^uni((?:[0-9A-F]{4})+)$/.exec(name)?.[1] ?? /^u([0-9A-F]{4,6})$/.exec(name)?.[1];
  if (codePoints !== undefined) return textOfHex(codePoints, name.startsWith("uni") ? 4 : codePoints.length);
  const styled = STYLED_LETTER.exec(name);
  if (styled) return styledLetter(styled[1]!, STYLES[styled[2]!]!);
  const stem = name.replace(ENDINGS, "");
  if (stem === name || stem === "") return undefined;
  const text = stem.length === 1 ? stem : glyphList().get(stem);
  // Small capitals are named after the capital they look like (`Asmall`) and stand for the small letter.
  return name.endsWith("small") ? text?.toLowerCase() : text;
}

function textOfHex(digits: string, width: number): string | undefined {
  let text = "";
  for (let i = 0; i < digits.length; i += width) {
    const value = Number.parseInt(digits.slice(i, i + width), 16);
    if (value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) return undefined;
    text += String.fromCodePoint(value);
  }
  return text;
}
