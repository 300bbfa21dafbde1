import { describe, expect, it } from "vitest";
import { inlineRuns } from "../../../src/layout/math/inline-runs.js";
import type { Line } from "../../../src/layout/types.js";
import type { FontInfo, Glyph } from "../../../src/page.js";
import { ADVANCE, makeGlyph } from "../../support/make-glyph.js";

const fonts = ["Text", "Maths", "Italic"].map(
  (name): FontInfo => ({
    name,
    kind: "type1",
    bold: false,
    italic: name === "Italic",
    monospace: false,
    serif: true,
    math: name === "Maths",
    ascent: 0.7,
    descent: 0.2,
  }),
);

/**
 * A line of words; letters inside `<…>` are set in the maths font, `*` changes to the text's italic and back, `_` makes the next character a
 * subscript, `^` a superscript, `@` prints it over the last one, `$` lifts it over the next; `~` is a formula's blank, wider than the word
 * space, `'` a thin space in the word.
 */
function lineOf(source: string): Line {
  let x = 0;
  let maths = false;
  let italic = false;
  const words = source.split(/(?= )|(?=~)/u).map((part, index) => {
    if (index > 0) x += part[0] === "~" ? 12 : 9;
    const word = index > 0 ? part.slice(1) : part;
    const glyphs: Glyph[] = [];
    let script = "";
    for (const character of word) {
      if (character === "<" || character === ">") maths = character === "<";
      else if (character === "*") italic = !italic;
      else if (character === "'") x += 5;
      else if (/[_^@$]/.test(character)) script = character;
      else {
        const size = /[_^]/.test(script) ? 20 : 30;
        const y = script === "_" ? 105 : script === "^" ? 90 : script === "$" ? 80 : 100;
        if (script === "@") x -= ADVANCE;
        glyphs.push(makeGlyph(character, maths ? 1 : italic ? 2 : 0, size, x, y));
        if (script !== "$") x += ADVANCE;
        script = "";
      }
    }
    return {
      text: glyphs.map((glyph) => glyph.text).join(""),
      glyphs,
      box: { x0: glyphs[0]!.box.x0, y0: 85, x1: x, y1: 105 },
    };
  });
  return {
    words,
    text: "",
    box: { x0: 0, y0: 80, x1: x, y1: 105 },
    baseline: 100,
    size: 30,
    font: 0,
    angle: 0,
    bold: 0,
    italic: 0,
    monospace: 0,
    math: 0,
  };
}

function formulas(source: string, italic = 0): string[] {
  return inlineRuns({ ...lineOf(source), italic }, fonts).runs.flatMap((run) =>
    run.kind === "math" ? [run.glyphs.map((glyph) => glyph.text).join("")] : [],
  );
}

describe("inline formulas", () => {
  it("take relations and numbers along, not the sentence's full stop", () => {
    expect(formulas("so <x> = 3.")).toEqual(["x=3"]);
    expect(formulas("let <n> ≥ 5,000 bytes")).toEqual(["n≥5,000"]);
    expect(formulas("gives <g> = 9.812 here")).toEqual(["g=9.812"]);
    expect(formulas("see 1.2.3 and 4.5 for <x>")).toEqual(["x"]);
    expect(formulas("at <x> = 4.5")).toEqual(["x=4.5"]);
  });

  it("take arguments and scripts along", () => {
    expect(formulas("the map <f>(<x>) is")).toEqual(["f(x)"]);
    expect(formulas("all <x>_i and <y>_2")).toEqual(["xi", "y2"]);
  });

  it("take raised and lowered digits and signs that are characters of their own along", () => {
    expect(formulas("with <μ>₂ and 2<σ>² as")).toEqual(["μ₂", "2σ²"]);
    expect(formulas("inverse <Σ>⁻¹ of")).toEqual(["Σ⁻¹"]);
    expect(formulas("over 5 m² of land")).toEqual([]);
  });

  it("take a number and a letter behind a function for its argument, elsewhere for a label", () => {
    expect(formulas("so <y> = cos'2*x* here")).toEqual(["y=cos2x"]);
    expect(formulas("see part 2*a* here")).toEqual([]);
  });

  it("take operands that a formula's own blank sets off", () => {
    expect(formulas("we know that in this case depth~<≥>~2 holds for them")).toEqual(["depth≥2"]);
    expect(formulas("we know that in this case <y>~=~RM holds for them")).toEqual(["y=RM"]);
    expect(formulas("we know that in this case <y> = no holds for them")).toEqual(["y="]);
    // A sign before a number stands off from the word alone.
    expect(formulas("we know that in this case depth~<−>48^<∘> holds for them")).toEqual(["−48∘"]);
  });

  it("take residues, lists of numbers and what stands before brackets along", () => {
    expect(formulas("with <n> ≡ 37 mod 2027 the")).toEqual(["n≡37mod2027"]);
    expect(formulas("with <n> ≡ 0 (mod <p>) the")).toEqual(["n≡0(modp)"]);
    expect(formulas("then mod 5 is <n> here")).toEqual(["n"]);
    expect(formulas("with <a=>0<,>'50<,>'150 here")).toEqual(["a=0,50,150"]);
    expect(formulas("of 0.82(<±>0.01) by")).toEqual(["0.82(±0.01)"]);
    expect(formulas("is 1</>(<n>+2) by")).toEqual(["1/(n+2)"]);
    expect(formulas("see 3(<a>) and")).toEqual(["a"]);
    expect(formulas("so 65 <\u0338>= 0 is")).toEqual(["65\u0338=0"]);
    expect(formulas("so <N>'ln'2 is")).toEqual(["Nln2"]);
  });

  it("take what only maths fonts print: braces, primes of numbers, commas between names", () => {
    expect(formulas("is <{>1<,−>1<}> or")).toEqual(["{1,−1}"]);
    expect(formulas("is <{>red<,> blue<}> or")).toEqual(["{red,blue}"]);
    expect(formulas("is {red, blue} or <x>")).toEqual(["x"]);
    expect(formulas("about 7<′> of")).toEqual(["7′"]);
    expect(formulas("then (<f,> id) is")).toEqual(["(f,id)"]);
    expect(formulas("then W(<α>) is")).toEqual(["W(α)"]);
    expect(formulas("with <p> ≡ 1 (mod 4) the")).toEqual(["p≡1(mod4)"]);
  });

  it("take sets with words in them", () => {
    expect(formulas("let <I> be <{i> ∈ <J> such that <A> ⊂ <B}> here")).toEqual(["I", "{i∈JsuchthatA⊂B}"]);
    expect(formulas("let <I> be {of words such that they} here")).toEqual(["I"]);
  });

  it("hold the commas of a maths font however wide the blank behind them, not those of the text", () => {
    expect(formulas("with <a,>~<b> and")).toEqual(["a,b"]);
    expect(formulas("with <a>,~<b> and")).toEqual(["a", "b"]);
  });

  it("take a divided group and the unit glued to a power along", () => {
    expect(formulas("is (<a> + <b>)/2 here")).toEqual(["(a+b)/2"]);
    expect(formulas("is (<a> + <b>)/of here")).toEqual(["a+b"]);
    expect(formulas("is 3<×>10^2cm long")).toEqual(["3×102cm"]);
  });

  it("take grown brackets of a maths font along, and what they hold", () => {
    const line = lineOf("all <(>84<)> of");
    const grown = (source: Line): Line => ({
      ...source,
      words: source.words.map((word) => ({
        ...word,
        glyphs: word.glyphs.map((glyph) =>
          /[()]/.test(glyph.text) ? { ...glyph, exact: true, box: { ...glyph.box, y0: 70, y1: 110 } } : glyph,
        ),
      })),
    });
    const found = (source: Line) =>
      inlineRuns(source, fonts).runs.flatMap((run) =>
        run.kind === "math" ? [run.glyphs.map(({ text }) => text).join("")] : [],
      );
    expect(found(line)).toEqual([]);
    expect(found(grown(line))).toEqual(["(84)"]);
  });

  it("take a word behind a formula for its unit by its blank only where that was printed, not where pixels were read", () => {
    const source = "we know that in this case <x>'une map and more words here";
    expect(formulas(source)).toEqual(["xune"]);
    const line = lineOf(source);
    const seen = line.words.map((word) => ({
      ...word,
      glyphs: word.glyphs.map((glyph) => ({ ...glyph, identity: "recognized" as const })),
    }));
    const { runs } = inlineRuns({ ...line, words: seen }, fonts);
    expect(runs.filter((run) => run.kind === "math").map((run) => run.glyphs.length)).toEqual([1]);
  });

  it("go on in the next line behind a sign", () => {
    const { open } = inlineRuns(lineOf("so that <x> ="), fonts);
    expect(open).toBe(true);
    const next = (source: string, continued: boolean) =>
      inlineRuns(lineOf(source), fonts, [], continued).runs.map((run) => run.kind);
    expect(next("29.9 and so on", true)).toEqual(["math", "text"]);
    expect(next("29.9 and so on", false)).toEqual(["text"]);
    expect(inlineRuns(lineOf("so that <x>"), fonts).open).toBe(false);
  });

  it("take the names of operators along, with their scripts", () => {
    expect(formulas("we see tr_<k>(<A>) here")).toEqual(["trk(A)"]);
    expect(formulas("we see pr_2'<V> here")).toEqual(["pr2V"]);
    expect(formulas("the group SU(<n>)_<q> is")).toEqual(["SU(n)q"]);
    expect(formulas("we see log*L*<+>1 and log 3 here")).toEqual(["logL+1"]);
    expect(formulas("we see colim'*B*_<i> here")).toEqual(["colimBi"]);
    expect(formulas("we see words(<A> as such) here")).toEqual(["A"]);
  });

  it("take numbers with scripts along before a sign", () => {
    expect(formulas("is 2^8 <≡> 1 here")).toEqual(["28≡1"]);
    expect(formulas("in 1990^8 there were 2 <×> 3 of them")).toEqual(["2×3"]);
  });

  it("take lists of numbers along that the formula's blanks set off", () => {
    expect(formulas("we know that in this case <a>~=~0,~50,~150 holds for them")).toEqual(["a=0,50,150"]);
    expect(formulas("we know that in this case <a>~=~0, 50 of them hold for all")).toEqual(["a=0"]);
  });

  it("take groups in brackets along that belong to a sign", () => {
    expect(formulas("so [<X>]~=@<∼>~[<Y>] here")).toEqual(["[X]=∼[Y]"]);
    expect(formulas("so <→> (0 = <x>) here")).toEqual(["→(0=x)"]);
    expect(formulas("so (<∀x>)(<x> = 2) here")).toEqual(["(∀x)(x=2)"]);
    expect(formulas("so (1</>3)(<r>)^2 here")).toEqual(["(1/3)(r)2"]);
    expect(formulas("the ket <|x⟩> and <{|>1<⟩}> here")).toEqual(["|x⟩", "{|1⟩}"]);
    expect(formulas("so (see <x>)(<x> = 2) here")).toEqual(["x", "x=2"]);
  });

  it("take brackets along that close in the next line", () => {
    const first = inlineRuns(lineOf("so (<x> <∈>"), fonts);
    expect(first.runs.map((run) => run.kind)).toEqual(["text", "math"]);
    const next = inlineRuns(lineOf("<A>)^2 holds"), fonts, [], true);
    expect(next.runs.map((run) => run.kind)).toEqual(["math", "text"]);
    expect(next.runs[0]!.kind === "math" && next.runs[0]!.glyphs.length).toBe(3);
    expect(inlineRuns(lineOf("<A>)^2 holds"), fonts).runs[0]).toMatchObject({ glyphs: { length: 1 } });
  });

  it("take an arrow over italic letters along, and no word before it", () => {
    expect(formulas("we know that in this case a vector~<$→>*AB* holds for them")).toEqual(["→AB"]);
  });

  it("leave plain text alone", () => {
    expect(formulas("in Fig. 3 (see p. 4) 10 % = all")).toEqual([]);
  });

  it("take intervals however their brackets are turned", () => {
    expect(formulas("on <t> <∈> [1,<+∞>[ and")).toEqual(["t∈[1,+∞["]);
    expect(formulas("on ]<a>,<b>] and")).toEqual(["]a,b]"]);
    expect(formulas("of [1], [2] and <x>")).toEqual(["x"]);
  });

  it("take differentials along", () => {
    expect(formulas("so <g>(<x>)d*t* is")).toEqual(["g(x)dt"]);
    expect(formulas("so d*ata* of <x> is")).toEqual(["x"]);
  });

  it("take points, averages and groups in the brackets and commas of a maths font along", () => {
    expect(formulas("at (1</>2<,> <−>1</>2) of <x>")).toEqual(["(1/2,−1/2)", "x"]);
    expect(formulas("at (1/2, 1/2) of <x>")).toEqual(["x"]);
    expect(formulas("of <⟨>DM<_i> + DM<_h⟩> (<z>) is")).toEqual(["⟨DMi+DMh⟩", "z"]);
    expect(formulas("group (<G,>'<≤>) of")).toEqual(["(G,≤)"]);
  });

  it("take numbers behind signs with scripts and the other side of a ratio along", () => {
    expect(formulas("if <x> <≤>_<R> 0 for")).toEqual(["x≤R0"]);
    expect(formulas("as <P> : <Q> = 1 : 0.66 for")).toEqual(["P:Q=1:0.66"]);
  });

  it("end before a bracket that the line's word space sets off", () => {
    expect(formulas("for all the words <σ>_i (<i> = 1) here")).toEqual(["σi", "(i=1)"]);
    expect(formulas("for all the words <f>(<i>) here")).toEqual(["f(i)"]);
    expect(formulas("with <n> ≡ 0 (mod <p>) in all of the words")).toEqual(["n≡0(modp)"]);
  });

  it("touch a bracket that hangs on behind scripts", () => {
    const line = lineOf("see (<P>_1 ) of");
    const close = line.words[2]!.glyphs[0]!;
    expect(inlineRuns(line, fonts).runs.at(-1)!.spaceBefore).toBe(true);
    close.x -= 8;
    expect(inlineRuns(line, fonts).runs.at(-1)!.spaceBefore).toBe(false);
  });

  it("are lone signs of maths fonts, but no bullets", () => {
    expect(formulas("is either <⊥> or <⊤> here")).toEqual(["⊥", "⊤"]);
    expect(formulas("<⇒> is either")).toEqual([]);
  });

  it("take names of sets behind their sign", () => {
    expect(formulas("let <A> <∈> PD be")).toEqual(["A∈PD"]);
    expect(formulas("let <A> <∈> no be")).toEqual(["A∈"]);
  });

  it("are no pages that a text refers to", () => {
    expect(formulas("for <x> see *p*. 225 and *S*. 12 of")).toEqual(["x"]);
  });

  it("are no initials of words", () => {
    expect(formulas("in *H*, *Hind*III and *E*, *Eco*RI")).toEqual([]);
    expect(formulas("in *H*, *G* and")).toEqual(["H", "G"]);
  });

  it("take letters of an alphabet between maths, no numbers of names", () => {
    expect(formulas("form <c>#<d> where")).toEqual(["c#d"]);
    expect(formulas("is crc32(<x>) of")).toEqual(["x"]);
    expect(formulas("the (1<−γ>)% level")).toEqual(["(1−γ)"]);
    expect(formulas("if <P>@˚ is")).toEqual(["P˚"]);
  });

  it("are letters of italic text that stand like variables", () => {
    expect(formulas("*Soit~f~une suite de la forme que nous avons*", 1)).toEqual(["f"]);
    expect(formulas("*suite u*_k* de I* <×> *J et*", 1)).toEqual(["uk", "I×J"]);
    expect(formulas("*Soit f* : <A → B> *une suite*", 1)).toEqual(["f:A→B"]);
    expect(formulas("*suite u*_k* de* <μ>*B*", 1)).toEqual(["uk", "μB"]);
    expect(formulas("*nous avons a priori une suite de la forme*", 1)).toEqual([]);
  });
});
