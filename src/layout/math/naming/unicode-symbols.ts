/**
 * Unicode characters → canonical LaTeX command (without backslash) as MathJax and amssymb know them. One entry is
 * `<characters> <command>`; several characters may share a command.
 */
const ENTRIES = `
α alpha|β beta|γ gamma|δ delta|ϵ epsilon|ε varepsilon|ζ zeta|η eta|θ theta|ϑ vartheta|ι iota|κ kappa|ϰ varkappa|λ lambda|μµ mu|ν nu|ξ xi
π pi|ϖ varpi|ρ rho|ϱ varrho|σ sigma|ς varsigma|τ tau|υ upsilon|ϕ phi|φ varphi|χ chi|ψ psi|ω omega|ϝ digamma
Γ Gamma|ΔΔ Delta|Θ Theta|Λ Lambda|Ξ Xi|Π Pi|Σ Sigma|ϒΥ Upsilon|Φ Phi|Ψ Psi|ΩΩ Omega
ℵ aleph|ℶ beth|ℷ gimel|ℸ daleth|ℏ hbar|ℓ ell|℘ wp|ℜ Re|ℑ Im|∂ partial|∞ infty|∇ nabla|∅⌀ emptyset|∀ forall|∃ exists|∄ nexists|¬ neg|⊤ top|⊥⟂ perp|∠ angle|∡ measuredangle|∢ sphericalangle
△▵ triangle|▽▿ triangledown|□▫ square|▷ triangleright|◁ triangleleft|■▪ blacksquare|◊ lozenge|⧫ blacklozenge|★ bigstar|▲▴ blacktriangle|▼▾ blacktriangledown|♠ spadesuit|♡♥ heartsuit|♢♦ diamondsuit|♣ clubsuit|♭ flat|♮ natural|♯ sharp|℧ mho|∁ complement|ð eth|ħ hbar|ı imath|ȷ jmath
± pm|∓ mp|× times|÷ div|∗ ast|⋆ star|∘◦ circ|∙• bullet|⋅· cdot|∩ cap|∪ cup|⊎ uplus|⊓ sqcap|⊔ sqcup|∨ vee|∧ wedge|∖⧵ setminus|≀ wr|⋄ diamond|⊕ oplus|⊖ ominus|⊗ otimes|⊘ oslash|⊙ odot|◯ bigcirc|† dagger|‡ ddagger|⨿ amalg
⋉ ltimes|⋊ rtimes|⋋ leftthreetimes|⋌ rightthreetimes|⊞ boxplus|⊟ boxminus|⊠ boxtimes|⊡ boxdot|⋒ Cap|⋓ Cup|⋎ curlyvee|⋏ curlywedge|⊺ intercal|∔ dotplus|⌅⊼ barwedge|⊻ veebar|⋇ divideontimes|⊛ circledast|⊚ circledcirc|⊝ circleddash|Ⓢ circledS
≤ leq|≥ geq|≠ neq|≡ equiv|≺ prec|≻ succ|⪯≼ preceq|⪰≽ succeq|∼ sim|≃ simeq|≈ approx|≅ cong|≪ ll|≫ gg|≍ asymp|∥‖ parallel|⊂ subset|⊃ supset|⊆ subseteq|⊇ supseteq|⊏ sqsubset|⊐ sqsupset|⊑ sqsubseteq|⊒ sqsupseteq|∈ in|∋ ni|∉ notin|∝ propto|⊨ models|⊢ vdash|⊣ dashv|⊩ Vdash|⊪ Vvdash|⋈ bowtie|⌣ smile|⌢ frown|≐ doteq
⩽ leqslant|⩾ geqslant|≦ leqq|≧ geqq|⪅ lessapprox|⪆ gtrapprox|≲ lesssim|≳ gtrsim|≶ lessgtr|≷ gtrless|⋚ lesseqgtr|⋛ gtreqless|⪋ lesseqqgtr|⪌ gtreqqless|⋘ lll|⋙ ggg|⋖ lessdot|⋗ gtrdot|≑ doteqdot|≓ risingdotseq|≒ fallingdotseq|≖ eqcirc|≗ circeq|≜ triangleq|≏ bumpeq|≎ Bumpeq|≊ approxeq|∽ backsim|⋍ backsimeq|⫅ subseteqq|⫆ supseteqq|⋐ Subset|⋑ Supset|⊲⊲ vartriangleleft|⊳ vartriangleright|⊴ trianglelefteq|⊵ trianglerighteq|∵ because|∴ therefore|≬ between|⋔ pitchfork|∍ ni|⪷ precapprox|⪸ succapprox|≾ precsim|≿ succsim|⋞ curlyeqprec|⋟ curlyeqsucc
≮ nless|≯ ngtr|≰ nleq|≱ ngeq|⊀ nprec|⊁ nsucc|≁ nsim|≇ ncong|∤ nmid|∦ nparallel|⊬ nvdash|⊭ nvDash|⊮ nVdash|⊄ not\\subset|⊅ not\\supset|⊈ nsubseteq|⊉ nsupseteq|⊊ subsetneq|⊋ supsetneq|⫋ subsetneqq|⫌ supsetneqq|⋪ ntriangleleft|⋫ ntriangleright|⋬ ntrianglelefteq|⋭ ntrianglerighteq|⪇ lneq|⪈ gneq|≨ lneqq|≩ gneqq|⋦ lnsim|⋧ gnsim|≢ not\\equiv|≉ not\\approx|∌ not\\ni|≄ not\\simeq|⋢ not\\sqsubseteq|⋣ not\\sqsupseteq|⋠ npreceq|⋡ nsucceq|≴ not\\lesssim|≵ not\\gtrsim|≭ not\\asymp|⋨ precnsim|⋩ succnsim|⪵ precneqq|⪶ succneqq|⪹ precnapprox|⪺ succnapprox|⪉ lnapprox|⪊ gnapprox|⊯ nVDash
╱ diagup|╲ diagdown|⅁ Game|≂ eqsim|϶ backepsilon|⪕ eqslantless|⪖ eqslantgtr|▶ blacktriangleright|◀ blacktriangleleft|⩞ doublebarwedge|○ bigcirc|● bullet
← leftarrow|→ rightarrow|↑ uparrow|↓ downarrow|↔ leftrightarrow|↕ updownarrow|⇐ Leftarrow|⇒ Rightarrow|⇑ Uparrow|⇓ Downarrow|⇔ Leftrightarrow|⇕ Updownarrow|↗ nearrow|↘ searrow|↙ swarrow|↖ nwarrow|↦ mapsto|⟼ longmapsto|⟵ longleftarrow|⟶ longrightarrow|⟷ longleftrightarrow|⟸ Longleftarrow|⟹ Longrightarrow|⟺ Longleftrightarrow|↩ hookleftarrow|↪ hookrightarrow|↼ leftharpoonup|↽ leftharpoondown|⇀ rightharpoonup|⇁ rightharpoondown|⇌ rightleftharpoons|⇋ leftrightharpoons|↿ upharpoonleft|↾ upharpoonright|⇃ downharpoonleft|⇂ downharpoonright|⇝ rightsquigarrow|↭ leftrightsquigarrow|↠ twoheadrightarrow|↞ twoheadleftarrow|↣ rightarrowtail|↢ leftarrowtail|↶ curvearrowleft|↷ curvearrowright|↺ circlearrowleft|↻ circlearrowright|⇄ rightleftarrows|⇆ leftrightarrows|⇉ rightrightarrows|⇇ leftleftarrows|⇈ upuparrows|⇊ downdownarrows|↰ Lsh|↱ Rsh|⇚ Lleftarrow|⇛ Rrightarrow|↚ nleftarrow|↛ nrightarrow|↮ nleftrightarrow|⇍ nLeftarrow|⇏ nRightarrow|⇎ nLeftrightarrow|⊸ multimap|⇢ dashrightarrow|⇠ dashleftarrow|↫ looparrowleft|↬ looparrowright
∑ sum|∏ prod|∐ coprod|∫ int|∬ iint|∭ iiint|⨌ iiiint|∮ oint|∯ oiint|⋂ bigcap|⋃ bigcup|⋀ bigwedge|⋁ bigvee|⨀ bigodot|⨁ bigoplus|⨂ bigotimes|⨆ bigsqcup|⨄ biguplus|⨿ amalg|√ sqrt
⟨〈〈 langle|⟩〉〉 rangle|⌊ lfloor|⌋ rfloor|⌈ lceil|⌉ rceil|⟦ llbracket|⟧ rrbracket|⟮ lgroup|⟯ rgroup|⎰ lmoustache|⎱ rmoustache|⌜ ulcorner|⌝ urcorner|⌞ llcorner|⌟ lrcorner
… ldots|⋯ cdots|⋮ vdots|⋱ ddots|′ prime|‵ backprime|§ S|® circledR|✓ checkmark|✠ maltese|£ pounds|¥ yen|° circ|⏞ overbrace|⏟ underbrace
̂ hat|̃ tilde|̄ bar|⃗ vec|⃖ overleftarrow|⃡ overleftrightarrow|̈ ddot|̌ check|̆ breve|́ acute|̀ grave|̊ mathring|ˆ hat|˜ tilde|¯ bar|¨ ddot|ˇ check|˘ breve|´ acute|\` grave|˚ mathring|⃛ dddot
`;

/** Plain characters that are written as themselves or with an escape. */
const CHARACTERS: [string, string][] = [
  ["\u2206", "\\Delta"],
  ["\u2126", "\\Omega"],
  ["\u00b5", "\\mu"],
  ["−", "-"],
  ["‐", "-"],
  ["–", "-"],
  ["∕", "/"],
  ["⁄", "/"],
  ["∶", ":"],
  ["∣", "|"],
  ["|", "|"],
  ["‖", "\\|"],
  ["∥", "\\|"],
  ["¶", "¶"],
  ["{", "\\{"],
  ["}", "\\}"],
  ["%", "\\%"],
  ["&", "\\&"],
  ["#", "\\#"],
  ["$", "\\$"],
  ["_", "\\_"],
  ["\\", "\\backslash"],
  ["∖", "\\backslash"],
  ["*", "*"],
  ["∗", "*"],
  [".", "dot"],
  ["·", "dot"],
  ["⋅", "dot"],
  ["∙", "dot"],
  ["˙", "dot"],
  ["̇", "dot"],
  ["′", "\\prime"],
  ["'", "\\prime"],
  ["’", "\\prime"],
  ["¬", "\\neg"],
  ["̸", "\\not"],
  ["\u0337", "\\bar"],
  ["≔", ":="],
  ["≕", "=:"],
  ["ϕ", "\\phi"],
];

const TABLE = new Map<string, string>();
const COMMANDS = new Set<string>();
for (const entry of ENTRIES.trim().split(/[|\n]/)) {
  const [characters, command] = entry.split(" ");
  if (!characters || !command) continue;
  COMMANDS.add(`\\${command}`);
  for (const character of characters) TABLE.set(character, `\\${command}`);
}
for (const [character, name] of CHARACTERS) TABLE.set(character, name);

/** The parser's name for a Unicode character, or undefined for one that is not a maths symbol. */
export function nameOfCharacter(character: string): string | undefined {
  const known = TABLE.get(character);
  if (known) return known;
  // MathJax and TeX engines with Unicode maths set any other sign as it is.
  return /^[\p{L}\p{N}\p{Sm}\p{So}\p{Sc}!-~]$/u.test(character) ? character : undefined;
}

const BY_NAME = new Map([...TABLE].reverse().map(([character, name]) => [name, character]));

/** The character that stands for one of the parser's names, for sources that know names only (a recogniser's labels). */
export function characterOfName(name: string): string | undefined {
  return BY_NAME.get(name);
}

/** amsmath's slanted capitals, which `name-glyph.ts` tells by the font. */
const SLANTED_CAPITALS = "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"
  .split(" ")
  .map((name) => `\\var${name}`);

/** All commands of the tables; negations are two of them. */
export function symbolCommands(): string[] {
  return [...COMMANDS, ...SLANTED_CAPITALS, ...TABLE.values()].flatMap((name) => name.match(/\\[A-Za-z]+/g) ?? []);
}
