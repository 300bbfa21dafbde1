import { SYMBOL, ZAPF_DINGBATS } from "./adobe-symbol.js";
import { EUEX, EUF, EUR, EUS, MSA, MSB } from "./ams-fonts.js";
import { type Encoding, encoding } from "./encoding.js";
import { OML, OMS, OMX } from "./tex-math.js";
import { BBOLD, STMARY, TXEXA, TXMIA, TXSYC, WASY } from "./tex-symbols.js";
import { OT1, OT1_TYPEWRITER, T1, T2A, TS1 } from "./tex-text.js";
import { MT_EXTRA, WINGDINGS } from "./windows-symbol.js";

/** LaTeX's own symbols (lasy10): its glyph names are mere numbers. */
const LASY = encoding(
  "LASY",
  `
01 a1=⊲  02 a2=⊴  03 a3=⊳  04 a4=⊵  28 a40=↩  29 a41=⊂  2A a42=↪  2B a43=⊃  30 a48=℧  31 a49=⋈  32 a50=□  33 a51=◇
3A a58=~  3B a59=⇝  3C a60=⊏  3D a61=⊐
`,
);

/** Integrals of the esint package. The font program names its glyphs as if it were a T1 text font; codes are what counts. */
const ESINT = encoding(
  "ESINT",
  `
01 integraltext=∫  02 integraldisplay=∫  03 iint=∬  04 iintdisplay=∬  05 iiint=∭  06 iiintdisplay=∭  07 iiiint=⨌
08 iiiintdisplay=⨌  09 idotsint=∫⋯∫  0A idotsintdisplay=∫⋯∫  0B contintegraltext=∮  0C contintegraldisplay=∮
0D oiint=∯  0E oiintdisplay=∯  0F sqint=⨖  10 sqintdisplay=⨖  11 sqiint=⨖  12 sqiintdisplay=⨖
17 ointctrclockwise=∳  18 ointctrclockwisedisplay=∳  19 ointclockwise=∱  1A ointclockwisedisplay=∱
1B varointclockwise=∲  1C varointclockwisedisplay=∲  1D varointctrclockwise=∳  1E varointctrclockwisedisplay=∳
1F fint=⨍  20 fintdisplay=⨍  21 varoiint=∯  22 varoiintdisplay=∯  23 landupint=⨙  24 landupintdisplay=⨙
25 landdownint=⨚  26 landdownintdisplay=⨚
`,
);

/**
 * Names of Adobe's Mathematical Pi and Universal fonts, which number the glyphs (H11002 …). The fonts of journals from
 * 1995 to 2010; codes vary with the subset.
 */
const MATHEMATICAL_PI = encoding(
  "MathPi",
  `
21 H11001=+  22 H11002=−  23 H11003=×  24 H11004=÷  25 H11005==  26 H11006=±  27 H11007=∓  2A H11011=∼
2B H11015=≈  2C H11021=<  2D H11022=>  2E H11032=′  2F H11033=″  30 H11034=°  31 H11061=†  32 H11062=‡
33 H11080=≤  34 H11081=≥  35 H11349=≤  36 H11350=≥  37 H11408=~  38 H11554=·  39 H11568=†  3A H11569=‡
41 H9251=α  42 H9252=β  43 H9253=γ  44 H9254=δ  45 H9255=ε  46 H9256=ζ  47 H9257=η  48 H9258=θ  49 H9259=ι
4A H9260=κ  4B H9261=λ  4C H9262=μ  4D H9263=ν  4E H9264=ξ  4F H9265=ο  50 H9266=π  51 H9267=ρ  52 H9268=σ
53 H9269=ς  54 H9270=τ  55 H9271=υ  56 H9272=φ  57 H9273=χ  58 H9274=ψ  59 H9275=ω  5A H9278=ϑ  5B H9280=ϕ
61 H9004=Δ  62 H9003=Γ  63 H9008=Θ  64 H9011=Λ  65 H9014=Ξ  66 H9016=Π  67 H9018=Σ  68 H9021=Φ  69 H9023=Ψ
6A H9024=Ω
`,
);

/**
 * Symbol fonts of a typesetter of journals (2000s): signs under the names of Latin letters, which their ToUnicode maps repeat. Known from
 * what is printed.
 */
const ADVANCE = encoding("Adv", "BC onequarter==  BD onehalf=[  C0 Agrave=−  DE Thorn=)  F0 eth=(  FE thorn=+");

/** Fonts that hold nothing but letters of one style at their ASCII places. */
const RSFS = encoding("RSFS", "", { letters: "script" });
const DOUBLE_STRUCK = encoding("BB", "31 one=𝟙", { letters: "double-struck" });

/** kpfonts' upright maths letters: Greek capitals and fraktur. */
const KPM = encoding(
  "KPM",
  `
00 Gamma=Γ  01 Delta=Δ  02 Theta=Θ  03 Lambda=Λ  04 Xi=Ξ  05 Pi=Π  06 Sigma=Σ  07 Upsilon=Υ  08 Phi=Φ  09 Psi=Ψ
0A Omega=Ω
`,
  { letters: "fraktur" },
);

export interface FontEncoding {
  encoding: Encoding;
  /** Mathematical symbols or letters, not running text. */
  math: boolean;
  /** Codes name the glyphs even where the font program has names. */
  byCode?: boolean;
  /** Names at codes where fonts of this family differ from the encoding (of glyphs whose name can get lost: standard strings of CFF). */
  own?: ReadonlyMap<number, string>;
}

const math = (table: Encoding, own?: ReadonlyMap<number, string>): FontEncoding =>
  own ? { encoding: table, math: true, own } : { encoding: table, math: true };
/** `CC name` pairs, CC the code in hex. */
const names = (rows: string): ReadonlyMap<number, string> =>
  new Map([...rows.matchAll(/([\dA-F]{2}) (\w+)/g)].map(([, code, name]) => [Number.parseInt(code!, 16), name!]));

/** Additions of the newtx and newpx fonts to the encodings of their families (from their Type 1 files). */
const TXSYS_OWN = names(
  `9D slash 9E grave 9F acute A0 circumflex A1 tilde A2 macron A3 breve A6 ring A7 caron B8 plus B9 parenleft BA parenright
  BB bracketleft BC bracketright`,
);
const NEWTX_OWN = names("95 period 96 comma 9F less A0 slash A1 greater");
const NEWTX_BOLD_OWN = names("93 period 94 comma 9D less 9E slash 9F greater");
const LIBERTINE_OWN = names("94 period 95 comma");
const TXMIA_OWN = names(
  `2C colon 2D semicolon 2E slash 2F question 3D equal 3E braceleft 3F braceright BA caron BB breve DB tilde DC dotaccent DD macron
  DE ring DF circumflex ED hyphen FD plus FE grave FF acute`,
);
const TXEXS_OWN = names("80 parenleft 81 parenright 82 bracketleft 83 bracketright 88 braceleft 89 braceright 8C bar");
const FOURIER_OWN = names(
  "A1 minus A2 periodcentered A3 multiply A5 divide A7 plusminus B2 bullet C5 plus C6 equal C7 less C8 greater",
);

const text = (table: Encoding): FontEncoding => ({ encoding: table, math: false });

/** PostScript font names (without subset prefix) and what their built-in encoding is. First match counts. */
const FAMILIES: readonly [RegExp, FontEncoding][] = [
  [/^(cmmi|cmmib|lmmi|lmmathitalic|cmbrmi|hfbrmi|hfbrmib|ccmi|xccmi|mtmi|mt2mi)(?=[\d-]|$)/i, math(OML)],
  [/^(newtxmi|newpxmi)(?=[\d-]|$)/i, math(OML, NEWTX_OWN)],
  [/^(newtxbmi|newpxbmi)(?=[\d-]|$)/i, math(OML, NEWTX_BOLD_OWN)],
  [/^libertinemathb?(mi|rm)(?=[\d-]|$)/i, math(OML, LIBERTINE_OWN)],
  [/^(r?txb?mi|r?pxb?mi|r?ntxb?mi|jkpb?mi|jkplb?mi|ebgb?mi|kp-\w*-m-\w*italic)(?=[\d-]|$)/i, math(OML)],
  [/^(txb?sys|pxb?sys)(?=[\d-]|$)/i, math(OMS, TXSYS_OWN)],
  [
    /^(cmsy|cmbsy|cmbrsy|hfbrsy|lmsy|lmbsy|lmmathsymbols|ccsy|xccsy|mtsy|txb?sy|pxb?sy|jkpb?sy|jkplb?sy|kp-\w*-m-sy-\w+)(?=[\d-]|$)/i,
    math(OMS),
  ],
  [/^fourier-math-symbols/i, math(OMS, FOURIER_OWN)],
  [/^fourier-math-extension/i, math(OMX)],
  [/^fourier-math-letters/i, math(OML)],
  [/^fourier-math-cal/i, math(RSFS)],
  [/^(txexs|pxexs)(?=[\d-]|$)/i, math(OMX, TXEXS_OWN)],
  [
    /^(cmex|lmex|lmmathextension|cmexb|mtex|txb?exs?|pxb?exs?|jkpb?ex|jkplb?ex|ntxb?exmods|kp-\w*-m-ex-\w+)(?=[\d-]|$)/i,
    math(OMX),
  ],
  [/^(msam|xccam|txb?sya|pxb?sya|jkpb?sya|kp-\w*-m-sya-\w+)(?=[\d-]|$)/i, math(MSA)],
  [/^(msbm|xccbm|txb?syb|pxb?syb|jkpb?syb|kp-\w*-m-syb-\w+)(?=[\d-]|$)/i, math(MSB)],
  [/^(txb?syc|pxb?syc|jkpb?syc|kp-\w*-m-syc-\w+)(?=[\d-]|$)/i, math(TXSYC)],
  [/^(txb?exas?|pxb?exas?|jkpb?exa|kp-\w*-m-exa-\w+)(?=[\d-]|$)/i, math(TXEXA)],
  [/^(txb?miax|pxb?miax)(?=[\d-]|$)/i, math(TXMIA, TXMIA_OWN)],
  [/^(txb?mia|pxb?mia|jkpb?mia)(?=[\d-]|$)/i, math(TXMIA)],
  [/^kp-\w*-m-(regular|medium|bold|light)$/i, math(KPM)],
  [/^mathdesign-.*-mathitalic-/i, math(OML)],
  [/^mathdesign-.*-symbol-/i, math(OMS)],
  [/^mathdesign-.*-extension-/i, math(OMX)],
  [/^mathematicalpi|^mathpi|^universal-?greek|^universal-?news|^universal-?math/i, math(MATHEMATICAL_PI)],
  [/^adv(mathsymb|p4c4e74|sym)/i, math(ADVANCE)],
  [/^eu[f][mb]\d*$/i, math(EUF)],
  [/^eus[mb]\d*$/i, math(EUS)],
  [/^eur[mb]\d*$/i, math(EUR)],
  [/^euex\d*$/i, math(EUEX)],
  [/^l[ac]sy\w?\d*$/i, math(LASY)],
  [/^stmary\d*$/i, math(STMARY)],
  [/^wasyb?\d*$/i, math(WASY)],
  [/^(rsfs\w?|rsfso|dutchcal|boondoxcal|boondoxscr)[\d-]*/i, math(RSFS)],
  [/^esint\d*$/i, { encoding: ESINT, math: true, byCode: true }],
  [/^bbold\d*$/i, math(BBOLD)],
  [
    /^(bbm|bbmss|bbmtt|dsrom|dsss|fplmbb|pazomathblackboardbold|fourier-bb|fourier-math-blackboard|txmiaSTbb)[\w-]*$/i,
    math(DOUBLE_STRUCK),
  ],
  [/^mt-?extra/i, { encoding: MT_EXTRA, math: true, byCode: true }],
  [/^(symbol|symbolmt|symbolps|standardsymbolspsl?|standardsyml|euclidsymbol|symbolset)(?=[-,\d]|$)/i, math(SYMBOL)],
  [/^(zapfdingbats|itczapfdingbats|dingbats|d050000l)/i, text(ZAPF_DINGBATS)],
  [/^wingdings(-regular|-bold|,bold)?$/i, { encoding: WINGDINGS, math: false, byCode: true }],
  [/^(cmtt|cmsltt|cmitt|cmvtt|cmtcsc)\d*$/i, text(OT1_TYPEWRITER)],
  [/^cm(r|b|bx|ti|sl|ss|ssi|ssbx|ssdc|ssq|ssqi|csc|bxti|bxsl|u|fib|dunh|ff|fi)\d*$/i, text(OT1)],
  [/^(sf|ec|fe)(rm|bx|ti|sl|ss|si|tt|it|cc|xc|so|bi|bl|rb|sx|xi|tc|st|vt)\w{0,2}\d+$/i, text(T1)],
  [/^la(rm|bx|ti|sl|ss|si|tt|it|cc|xc|so|bi|bl|rb|sx|xi|tc|st|vt)\w{0,2}\d+$/i, text(T2A)],
  [/^tc\w{2}\d+$/i, text(TS1)],
];

/** The built-in encoding of a font known by name. */
export function encodingOfFont(name: string): FontEncoding | undefined {
  return FAMILIES.find(([pattern]) => pattern.test(name))?.[1];
}
