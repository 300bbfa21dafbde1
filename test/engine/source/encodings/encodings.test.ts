import { describe, expect, it } from "vitest";
import { SYMBOL, ZAPF_DINGBATS } from "../../../../src/engine/source/encodings/adobe-symbol.js";
import { EUF, MSA, MSB } from "../../../../src/engine/source/encodings/ams-fonts.js";
import { type Encoding, encoding } from "../../../../src/engine/source/encodings/encoding.js";
import { encodingOfFont } from "../../../../src/engine/source/encodings/font-encodings.js";
import { textOfGlyphName } from "../../../../src/engine/source/encodings/glyph-names.js";
import { OML, OMS, OMX } from "../../../../src/engine/source/encodings/tex-math.js";
import { STMARY, TXSYC, WASY } from "../../../../src/engine/source/encodings/tex-symbols.js";
import { LY1, OT1, T1, TS1 } from "../../../../src/engine/source/encodings/tex-text.js";

const text = ({ names, texts }: Encoding, code: number) => texts.get(names[code]!);

describe("encoding tables", () => {
  it.each<[Encoding, number, string, string]>([
    [OT1, 0x0e, "ffi", "ﬃ"],
    [OT1, 0x5c, "quotedblleft", "“"],
    [T1, 0xe9, "eacute", "é"],
    [T1, 0x15, "endash", "–"],
    [TS1, 0x62, "born", "★"],
    [LY1, 0x01, "Euro", "€"],
    [OML, 0x0b, "alpha", "α"],
    [OML, 0x0f, "epsilon1", "ϵ"],
    [OML, 0x22, "epsilon", "ε"],
    [OML, 0x1e, "phi", "ϕ"],
    [OML, 0x40, "partialdiff", "∂"],
    [OMS, 0x00, "minus", "−"],
    [OMS, 0x32, "element", "∈"],
    [OMS, 0x4c, "L", "ℒ"],
    [OMS, 0x66, "braceleft", "{"],
    [OMS, 0x70, "radical", "√"],
    [OMX, 0x12, "parenleftbigg", "("],
    [OMX, 0x3c, "braceleftmid", "⎨"],
    [OMX, 0x58, "summationdisplay", "∑"],
    [OMX, 0x70, "radicalbig", "√"],
    [MSA, 0x36, "lessorequalslant", "⩽"],
    [MSA, 0x12, "dblarrowleft", "⇇"],
    [MSB, 0x52, "R", "ℝ"],
    [MSB, 0x02, "notlessequal", "≰"],
    [MSB, 0x3f, "emptyset", "∅"],
    [EUF, 0x67, "g", "𝔤"],
    [EUF, 0x48, "H", "ℌ"],
    [STMARY, 0x4a, "llbracket", "⟦"],
    [WASY, 0x07, "phone", "☏"],
    [TXSYC, 0x44, "colonbar", "≔"],
    [SYMBOL, 0x61, "alpha", "α"],
    [SYMBOL, 0xc7, "intersection", "∩"],
    [ZAPF_DINGBATS, 0x6c, "a71", "●"],
    [ZAPF_DINGBATS, 0x34, "a20", "✔"],
  ])("%o at %i is %s", (table, code, name, expected) => {
    expect(table.names[code]).toBe(name);
    expect(text(table, code)).toBe(expected);
  });

  it("repeat low codes where the AMS fonts do", () => {
    expect(OML.names[0xa1]).toBe("Gamma");
    expect(OML.names[0xae]).toBe("alpha");
    expect(OML.names[0xc3]).toBe("psi");
    expect(OML.names[0xc4]).toBe("tie");
  });

  it("read rows with hex texts, bare names and equals signs", () => {
    const table = encoding("X", "3D equal==  41 A  7E vector=20D7  7F both=0041+0301", { letters: "fraktur" });
    expect([text(table, 0x3d), text(table, 0x7e), text(table, 0x7f)]).toEqual(["=", "\u20d7", "A\u0301"]);
    // Letters of a style win over rows.
    expect(text(table, 0x42)).toBe("𝔅");
  });
});

describe("textOfGlyphName", () => {
  it.each([
    ["A", "A"],
    ["germandbls", "ß"],
    ["uni2208", "∈"],
    ["uni00410301", "Á"],
    ["u1D465", "𝑥"],
    ["f_f_i", "ffi"],
    ["a.sc", "a"],
    ["one.oldstyle", "1"],
    ["threeoldstyle", "3"],
    ["Asmall", "a"],
    ["summationdisplay", "∑"],
    ["parenleftbigg", "("],
    ["arrowdblright", "⇒"],
    ["Rbbb", "ℝ"],
  ])("%s", (name, expected) => {
    expect(textOfGlyphName(name)?.normalize("NFC")).toBe(expected);
  });

  it("says nothing for numbers and nonsense", () => {
    for (const name of [".notdef", "g12", "cid345", "uniD800", "u110000", "G2A_7", "", "xyzzy"]) {
      expect(textOfGlyphName(name)).toBeUndefined();
    }
  });

  it("reads names the way the font means them", () => {
    expect(textOfGlyphName("phi")).toBe("φ");
    expect(textOfGlyphName("phi", OML)).toBe("ϕ");
    expect(textOfGlyphName("triangleright", MSA)).toBe("⊳");
    expect(textOfGlyphName("triangleright", OML)).toBe("▷");
  });
});

describe("encodingOfFont", () => {
  it.each([
    ["CMMI10", "OML"],
    ["LMMathItalic12-Regular", "OML"],
    ["rtxmi", "OML"],
    ["CMSY7", "OMS"],
    ["LMMathSymbols10-Regular", "OMS"],
    ["CMEX10", "OMX"],
    ["MSAM10", "MSA"],
    ["txsya", "MSA"],
    ["MSBM7", "MSB"],
    ["txmia", "TXMIA"],
    ["EUFM10", "EUF"],
    ["LASY10", "LASY"],
    ["stmary10", "STMARY"],
    ["rsfs10", "RSFS"],
    ["esint10", "ESINT"],
    ["dsrom12", "BB"],
    ["SymbolMT", "Symbol"],
    ["ZapfDingbats", "ZapfDingbats"],
    ["Wingdings-Regular", "Wingdings"],
    ["MTExtra", "MTExtra"],
    ["MathematicalPi-One", "MathPi"],
    ["CMR10", "OT1"],
    ["CMTT9", "OT1"],
    ["SFRM1000", "T1"],
    ["tcrm1000", "TS1"],
  ])("%s is %s", (name, id) => {
    expect(encodingOfFont(name)?.encoding.id).toBe(id);
  });

  it("does not take other fonts for them", () => {
    for (const name of [
      "Times-Roman",
      "SymbolaNeu",
      "CMUSerif-Roman",
      "Wingdings3",
      "Euclid",
      "SFProText-Regular",
      "",
    ]) {
      expect(encodingOfFont(name)).toBeUndefined();
    }
  });
});
