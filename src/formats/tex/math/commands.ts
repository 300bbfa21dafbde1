/**
 * Commands that may stand in a formula: what arguments they take and which package has them. Whatever is not listed is not
 * written to a TeX file as a command, so nothing in a document can define, load or write anything.
 *
 * The symbol lists are those of LaTeX's fontmath.ltx and of amssymb, stmaryrd and mathtools; the others come from the amsmath,
 * mathtools, cancel and mhchem manuals.
 */

/**
 * Arguments: `m` formula · `t` text · `o` optional formula in brackets · `r` rows parted by `\\` · `d` delimiter · `l` length ·
 * `n` digits · `k` column specification · `c` colour · `x` anything, not written.
 */
export interface TexCommand {
  arguments: string;
  package?: string;
  /** What is written instead; `#1`… are the arguments as written. */
  as?: string;
}

const SYMBOLS: readonly [package_: string, names: string][] = [
  [
    "",
    `Arrowvert Delta Downarrow Gamma Im Lambda Leftarrow Leftrightarrow Longleftarrow Longleftrightarrow Longrightarrow Omega Phi Pi
Psi Re Rightarrow Sigma Theta Uparrow Updownarrow Upsilon Vert Xi aleph alpha amalg angle approx arrowvert ast asymp backslash beta
bigcap bigcirc bigcup bigodot bigoplus bigotimes bigsqcup bigtriangledown bigtriangleup biguplus bigvee bigwedge bot bowtie bullet cap
cdot cdots chi circ clubsuit colon cong coprod cup dagger dashv ddagger ddots delta diamond diamondsuit div doteq dots downarrow ell
emptyset epsilon equiv eta exists flat forall frown gamma ge geq gets gg hbar heartsuit hookleftarrow hookrightarrow iff imath in infty
int intop iota jmath kappa lambda land langle lbrace lbrack lceil ldots le leftarrow leftharpoondown leftharpoonup leftrightarrow leq
lfloor lgroup ll lmoustache lnot longleftarrow longleftrightarrow longmapsto longrightarrow lor mapsto mathdollar mathparagraph
mathsection mid models mp mu nabla natural ne nearrow neg neq ni not notin nu nwarrow odot oint omega ominus oplus oslash otimes owns
parallel partial perp phi pi pm prec preceq prime prod propto psi rangle rbrace rbrack rceil rfloor rgroup rho rightarrow
rightharpoondown rightharpoonup rightleftharpoons rmoustache searrow setminus sharp sigma sim simeq smallint smile spadesuit sqcap sqcup
sqsubseteq sqsupseteq star subset subseteq succ succeq sum supset supseteq surd swarrow tau theta times to top triangle triangleleft
triangleright uparrow updownarrow uplus upsilon varepsilon varphi varpi varrho varsigma vartheta vdash vdots vee vert wedge wp wr xi zeta
P S aa AA ae AE oe OE o O l L ss i j dag ddag copyright pounds arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf
ker lg lim liminf limsup ln log max min Pr sec sin sinh sup tan tanh quad qquad displaystyle textstyle scriptstyle scriptscriptstyle
nolimits limits mathstrut strut rm bf it sf tt sc cal mit enspace thinspace negthinspace bmod normalsize small large`,
  ],
  [
    "amsmath",
    `iint iiint iiiint idotsint dotsc dotsb dotsm dotsi dotso implies impliedby And injlim projlim varinjlim varliminf varlimsup
varprojlim varGamma varDelta varTheta varLambda varXi varPi varSigma varUpsilon varPhi varPsi varOmega medspace thickspace negmedspace
negthickspace lvert rvert lVert rVert`,
  ],
  [
    "amssymb",
    `Bbbk Bumpeq Cap Cup Finv Game Lleftarrow Lsh Rrightarrow Rsh Subset Supset Vdash Vvdash approxeq backepsilon backprime backsim
backsimeq barwedge because beth between bigstar blacklozenge blacksquare blacktriangle blacktriangledown blacktriangleleft
blacktriangleright boxdot boxminus boxplus boxtimes bumpeq centerdot circeq circlearrowleft circlearrowright circledS circledast
circledcirc circleddash complement curlyeqprec curlyeqsucc curlyvee curlywedge curvearrowleft curvearrowright daleth diagdown diagup
digamma divideontimes doteqdot Doteq dotplus doublebarwedge downdownarrows downharpoonleft downharpoonright eqcirc eqsim eqslantgtr
eqslantless eth fallingdotseq geqq geqslant ggg gggtr gimel gnapprox gneq gneqq gnsim gtrapprox gtrdot gtreqless gtreqqless gtrless gtrsim
gvertneqq hslash intercal leadsto leftarrowtail leftleftarrows leftrightarrows leftrightharpoons leftrightsquigarrow leftthreetimes leqq
leqslant lessapprox lessdot lesseqgtr lesseqqgtr lessgtr lesssim lhd lll llless lnapprox lneq lneqq lnsim looparrowleft looparrowright
lozenge ltimes lvertneqq measuredangle mho multimap nLeftarrow nLeftrightarrow nRightarrow nVDash nVdash ncong nexists ngeq ngeqq
ngeqslant ngtr nleftarrow nleftrightarrow nleq nleqq nleqslant nless nmid nparallel nprec npreceq nrightarrow nshortmid nshortparallel
nsim nsubseteq nsubseteqq nsucc nsucceq nsupseteq nsupseteqq ntriangleleft ntrianglelefteq ntriangleright ntrianglerighteq nvDash nvdash
pitchfork precapprox preccurlyeq precnapprox precneqq precnsim precsim restriction rhd rightarrowtail rightleftarrows rightrightarrows
rightsquigarrow rightthreetimes risingdotseq rtimes shortmid shortparallel smallfrown smallsetminus smallsmile sphericalangle sqsubset
sqsupset square Box Diamond Join subseteqq subsetneq subsetneqq succapprox succcurlyeq succnapprox succneqq succnsim succsim supseteqq
supsetneq supsetneqq therefore thickapprox thicksim triangledown trianglelefteq triangleq trianglerighteq twoheadleftarrow
twoheadrightarrow ulcorner urcorner llcorner lrcorner unlhd unrhd upharpoonleft upharpoonright upuparrows vDash varkappa varnothing
varpropto varsubsetneq varsubsetneqq varsupsetneq varsupsetneqq vartriangle vartriangleleft vartriangleright veebar checkmark circledR
maltese yen dashrightarrow dashleftarrow dasharrow`,
  ],
  [
    "stmaryrd",
    `llbracket rrbracket llparenthesis rrparenthesis lbag rbag Lbag Rbag llfloor rrfloor llceil rrceil shortleftarrow shortrightarrow
shortuparrow shortdownarrow mapsfrom longmapsfrom Mapsto Mapsfrom Longmapsto Longmapsfrom interleave sslash bbslash boxbox boxbar
boxslash boxbslash boxcircle boxempty merge varotimes varoast varobar varodot varoslash varocircle varoplus varominus fatsemi fatslash
fatbslash lightning moo oblong olessthan ogreaterthan ovee owedge inplus niplus nplus subsetplus supsetplus Yup Ydown Yleft Yright
leftrightarrowtriangle leftarrowtriangle rightarrowtriangle bigparallel biginterleave bigbox bignplus trianglelefteqslant
trianglerighteqslant leftslice rightslice binampersand bindnasrepma curlyveedownarrow curlyveeuparrow curlywedgedownarrow
curlywedgeuparrow nnearrow nnwarrow ssearrow sswarrow minuso baro obar obslash`,
  ],
  [
    "mathtools",
    `coloneqq eqqcolon coloneq eqcolon vcentcolon dblcolon colonapprox colonsim Coloneqq Eqqcolon Coloneq Eqcolon ordinarycolon
lparen rparen`,
  ],
];

const FUNCTIONS: readonly [package_: string, arguments_: string, names: string][] = [
  ["", "m", "acute bar breve check ddot dot grave hat mathring tilde vec widehat widetilde overline underline"],
  ["", "m", "overbrace underbrace overrightarrow overleftarrow phantom hphantom vphantom"],
  ["", "m", "mathbin mathclose mathinner mathop mathopen mathord mathpunct mathrel"],
  ["", "m", "mathrm mathbf mathit mathsf mathtt mathcal mathnormal"],
  ["", "mm", "frac stackrel"],
  ["", "om", "sqrt"],
  ["", "t", "textrm textbf textit texttt textsf textup textsc textnormal textmd textsl emph mbox hbox fbox"],
  ["amsmath", "t", "text intertext"],
  ["amsmath", "mm", "dfrac tfrac binom dbinom tbinom overset underset"],
  ["amsmath", "omm", "cfrac"],
  ["amsmath", "m", "boxed boldsymbol pmb dddot ddddot mod pod pmod overleftrightarrow underrightarrow underleftarrow"],
  ["amsmath", "m", "underleftrightarrow"],
  ["amsmath", "om", "xleftarrow xrightarrow smash"],
  ["amsmath", "r", "substack"],
  ["amsmath", "mm", "sideset"],
  ["amsmath", "n", "hdotsfor"],
  ["amssymb", "m", "mathbb mathfrak"],
  ["mathrsfs", "m", "mathscr"],
  ["bm", "m", "bm"],
  ["cancel", "m", "cancel bcancel xcancel"],
  ["cancel", "mm", "cancelto"],
  [
    "mathtools",
    "om",
    "xleftrightarrow xLeftarrow xRightarrow xLeftrightarrow xhookleftarrow xhookrightarrow xmapsto xleftharpoonup xleftharpoondown xrightharpoonup xrightharpoondown xrightleftharpoons xleftrightharpoons",
  ],
  ["mathtools", "om", "overbracket underbracket"],
  ["mathtools", "mmm", "prescript"],
  ["mathtools", "m", "mathclap mathllap mathrlap"],
  ["", "d", "big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr bigm Bigm biggm Biggm"],
  ["", "l", "hspace"],
];

/** Written as something else: commands of MathJax or of rare packages, and those that only a browser knows. */
const REPLACED: readonly [name: string, arguments_: string, as: string, package_?: string][] = [
  ["lt", "", "<"],
  ["gt", "", ">"],
  ["colonequals", "", "\\coloneqq", "mathtools"],
  ["iddots", "", "\\mathinner{\\cdot\\cdot\\cdot}"],
  ["degree", "", "{}^{\\circ}"],
  ["textdegree", "", "{}^{\\circ}"],
  ["mathds", "m", "\\mathbb{#1}", "amssymb"],
  ["mathbbm", "m", "\\mathbb{#1}", "amssymb"],
  ["Bbb", "m", "\\mathbb{#1}", "amssymb"],
  ["frak", "m", "\\mathfrak{#1}", "amssymb"],
  ["bold", "m", "\\mathbf{#1}"],
  ["mathup", "m", "\\mathrm{#1}"],
  ["symbf", "m", "\\mathbf{#1}"],
  ["overparen", "m", "\\overset{\\frown}{#1}", "amsmath"],
  ["underparen", "m", "\\underset{\\smile}{#1}", "amsmath"],
  ["utilde", "m", "\\underset{\\sim}{#1}", "amsmath"],
  ["overarc", "m", "\\overset{\\frown}{#1}", "amsmath"],
  ["wideparen", "m", "\\overset{\\frown}{#1}", "amsmath"],
  ["mathclose", "m", "\\mathclose{#1}"],
  ["oiint", "", "\\mathop{{\\int\\!\\!\\!\\!\\!\\int}\\mkern-21mu\\bigcirc}"],
  ["ointctrclockwise", "", "\\oint"],
  ["varointclockwise", "", "\\oint"],
  ["Perp", "", "\\perp\\!\\!\\!\\perp"],
  ["bigtimes", "", "\\mathop{\\times}"],
  ["nsubset", "", "\\not\\subset"],
  ["nsupset", "", "\\not\\supset"],
  ["nequiv", "", "\\not\\equiv"],
  ["napprox", "", "\\not\\approx"],
  ["xlongequal", "om", "\\overset{#2}{=}", "amsmath"],
  ["thetasym", "", "\\vartheta"],
  ["infin", "", "\\infty"],
  ["R", "", "\\mathbb{R}", "amssymb"],
  ["N", "", "\\mathbb{N}", "amssymb"],
  ["Z", "", "\\mathbb{Z}", "amssymb"],
  ["Q", "", "\\mathbb{Q}", "amssymb"],
  ["C", "", "\\mathbb{C}", "amssymb"],
  ["space", "", "\\ "],
  ["nobreakspace", "", "~"],
  ["lbrace", "", "\\lbrace"],
  ["longdiv", "m", "\\overline{\\smash{)}#1}"],
  ["enclose", "xm", "\\boxed{#2}", "amsmath"],
  ["strikethrough", "m", "\\cancel{#1}", "cancel"],
  ["href", "xm", "#2"],
  ["class", "xm", "#2"],
  ["cssId", "xm", "#2"],
  ["style", "xm", "#2"],
  ["bbox", "m", "#1"],
  ["rule", "ll", "\\rule{#1}{#2}"],
  ["allowbreak", "", ""],
  ["nobreak", "", ""],
  ["newline", "", ""],
  ["relax", "", ""],
  ["hfill", "", "\\quad "],
  ["hfil", "", "\\quad "],
  ["displaylimits", "", ""],
  ["centering", "", ""],
];

/** Single characters behind a backslash. */
export const CONTROL_SYMBOLS = new Set([..."{}|,:;!> #$%&_/-"]);

/** Symbols behind which `\limits` may stand. */
export const OPERATORS = new Set(
  (
    "bigcap bigcup bigodot bigoplus bigotimes bigsqcup biguplus bigvee bigwedge coprod int intop oint prod sum smallint iint iiint iiiint " +
    "idotsint det gcd inf lim liminf limsup max min Pr sup injlim projlim varinjlim varliminf varlimsup varprojlim bigparallel " +
    "biginterleave bigbox bignplus mathop"
  ).split(" "),
);

/** `a \over b`: one to a group. */
export const INFIX = new Set(["over", "choose", "atop", "brace", "brack"]);

/** Dimensions that stand without braces. */
export const BARE_LENGTHS: Readonly<Record<string, "mu" | "any">> = {
  kern: "any",
  hskip: "any",
  mkern: "mu",
  mskip: "mu",
};

export const TEX_COMMANDS: ReadonlyMap<string, TexCommand> = new Map([
  ...SYMBOLS.flatMap(([name, list]) => list.split(/\s+/).map((symbol) => [symbol, command("", name)] as const)),
  ...FUNCTIONS.flatMap(([name, args, list]) => list.split(" ").map((symbol) => [symbol, command(args, name)] as const)),
  ...REPLACED.map(([symbol, args, as, name]) => [symbol, { ...command(args, name ?? ""), as }] as const),
]);

function command(args: string, name: string): TexCommand {
  return name === "" ? { arguments: args } : { arguments: args, package: name };
}

/** Colours every xcolor knows. */
export const COLOURS = new Set(
  "black blue brown cyan darkgray gray green lightgray lime magenta olive orange pink purple red teal violet white yellow".split(
    " ",
  ),
);
