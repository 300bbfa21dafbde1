import { encoding } from "./encoding.js";

/** AMS symbols, first font (msam10). */
export const MSA = encoding(
  "MSA",
  `
00 squaredot=⊡  01 squareplus=⊞  02 squaremultiply=⊠  03 square=□  04 squaresolid=■  05 squaresmallsolid=·
06 diamond=◊  07 diamondsolid=⧫  08 clockwise=↻  09 anticlockwise=↺  0A harpoonleftright=⇌
0B harpoonrightleft=⇋  0C squareminus=⊟  0D forces=⊩  0E forcesbar=⊪  0F satisfies=⊨  10 dblarrowheadright=↠
11 dblarrowheadleft=↞  12 dblarrowleft=⇇  13 dblarrowright=⇉  14 dblarrowup=⇈  15 dblarrowdwn=⇊
16 harpoonupright=↾  17 harpoondownright=⇂  18 harpoonupleft=↿  19 harpoondownleft=⇃  1A arrowtailright=↣
1B arrowtailleft=↢  1C arrowparrleftright=⇆  1D arrowparrrightleft=⇄  1E shiftleft=↰  1F shiftright=↱
20 squiggleright=⇝  21 squiggleleftright=↭  22 curlyleft=↫  23 curlyright=↬  24 circleequal=≗
25 followsorequal=≿  26 greaterorsimilar=≳  27 greaterorapproxeql=⪆  28 multimap=⊸  29 therefore=∴  2A because=∵
2B equalsdots=≑  2C defines=≜  2D precedesorequal=≾  2E lessorsimilar=≲  2F lessorapproxeql=⪅  30 equalorless=⪕
31 equalorgreater=⪖  32 equalorprecedes=⋞  33 equalorfollows=⋟  34 precedesorcurly=≼  35 lessdblequal=≦
36 lessorequalslant=⩽  37 lessorgreater=≶  38 primereverse=‵  39 axisshort=⇢  3A equaldotrightleft=≓
3B equaldotleftright=≒  3C followsorcurly=≽  3D greaterdblequal=≧  3E greaterorequalslant=⩾  3F greaterorless=≷
40 squareimage=⊏  41 squareoriginal=⊐  42 triangleright=⊳  43 triangleleft=⊲  44 trianglerightequal=⊵
45 triangleleftequal=⊴  46 star=★  47 between=≬  48 triangledownsld=▼  49 trianglerightsld=▶
4A triangleleftsld=◀  4B arrowaxisright=⇢  4C arrowaxisleft=⇠  4D triangle=△  4E trianglesolid=▲
4F triangleinv=▽  50 ringinequal=≖  51 lessequalgreater=⋚  52 greaterlessequal=⋛  53 lessdbleqlgreater=⪋
54 greaterdbleqlless=⪌  55 Yen=¥  56 arrowtripleright=⇛  57 arrowtripleleft=⇚  58 check=✓  59 orunderscore=⊻
5A nand=⊼  5B perpcorrespond=⩞  5C angle=∠  5D measuredangle=∡  5E sphericalangle=∢  5F proportional=∝
60 smile=⌣  61 frown=⌢  62 subsetdbl=⋐  63 supersetdbl=⋑  64 uniondbl=⋓  65 intersectiondbl=⋒  66 uprise=⋏
67 downfall=⋎  68 multiopenleft=⋋  69 multiopenright=⋌  6A subsetdblequal=⫅  6B supersetdblequal=⫆
6C difference=≏  6D geomequivalent=≎  6E muchless=⋘  6F muchgreater=⋙  70 rightanglenw=⌜  71 rightanglene=⌝
72 circleR=®  73 circleS=Ⓢ  74 fork=⋔  75 dotplus=∔  76 revsimilar=∽  77 revasymptequal=⋍  78 rightanglesw=⌞
79 rightanglese=⌟  7A maltesecross=✠  7B complement=∁  7C intercal=⊺  7D circlering=⊚  7E circleasterisk=⊛
7F circleminus=⊝
`,
  { amsCopies: true },
);

/** AMS symbols, second font (msbm10). Capitals are double-struck. */
export const MSB = encoding(
  "MSB",
  `
00 lessornotequal=≨  01 greaterornotequal=≩  02 notlessequal=≰  03 notgreaterequal=≱  04 notless=≮
05 notgreater=≯  06 notprecedes=⊀  07 notfollows=⊁  08 lessornotdbleql=⪇  09 greaterornotdbleql=⪈
0A notlessorslnteql=2A7D+0338  0B notgreaterorslnteql=2A7E+0338  0C lessnotequal=⪇  0D greaternotequal=⪈
0E notprecedesoreql=2AAF+0338  0F notfollowsoreql=2AB0+0338  10 precedeornoteqvlnt=⋨  11 followornoteqvlnt=⋩
12 lessornotsimilar=⋦  13 greaterornotsimilar=⋧  14 notlessdblequal=2266+0338  15 notgreaterdblequal=2267+0338
16 precedenotslnteql=⪵  17 follownotslnteql=⪶  18 precedenotdbleqv=⪹  19 follownotdbleqv=⪺  1A lessnotdblequal=⪉
1B greaternotdblequal=⪊  1C notsimilar=≁  1D notapproxequal=≇  1E upslope=╱  1F downslope=╲  20 notsubsetoreql=⊊
21 notsupersetoreql=⊋  22 notsubsetordbleql=2AC5+0338  23 notsupersetordbleql=2AC6+0338  24 subsetornotdbleql=⫋
25 supersetornotdbleql=⫌  26 subsetornoteql=⫋  27 supersetornoteql=⫌  28 subsetnoteql=⊊  29 supersetnoteql=⊋
2A notsubseteql=⊈  2B notsuperseteql=⊉  2C notparallel=∦  2D notbar=∤  2E notshortbar=∤  2F notshortparallel=∦
30 notturnstile=⊬  31 notforces=⊮  32 notsatisfies=⊭  33 notforcesextra=⊯  34 nottriangeqlright=⋭
35 nottriangeqlleft=⋬  36 nottriangleleft=⋪  37 nottriangleright=⋫  38 notarrowleft=↚  39 notarrowright=↛
3A notdblarrowleft=⇍  3B notdblarrowright=⇏  3C notdblarrowboth=⇎  3D notarrowboth=↮  3E dividemultiply=⋇
3F emptyset=∅  40 notexistential=∄  5B hatwide=ˆ  5C hatwider=ˆ  5D tildewide=˜  5E tildewider=˜  60 Finv=Ⅎ
61 Gmir=⅁  66 Omegainv=℧  67 eth=ð  68 equalorsimilar=≂  69 beth=ℶ  6A gimel=ℷ  6B daleth=ℸ  6C lessdot=⋖
6D greaterdot=⋗  6E multicloseleft=⋉  6F multicloseright=⋊  70 barshort=∣  71 parallelshort=∥
72 integerdivide=∖  73 similar=∼  74 approxequal=≈  75 approxorequal=≊  76 followsorequal=⪸
77 precedesorequal=⪷  78 archleftdown=↶  79 archrightdown=↷  7A Digamma=ϝ  7B kappa=ϰ  7D planckover2pi=ℏ
7E planckover2pi1=ℏ  7F epsiloninv=϶
`,
  { amsCopies: true, letters: "double-struck" },
);

/** Euler Fraktur (eufm10). */
export const EUF = encoding(
  "EUF",
  `
00 dnos=𝔡  01 dalt=𝔡  02 fnos=𝔣  03 falt=𝔣  04 galt=𝔤  05 kalt=𝔨  06 talt=𝔱  07 ualt=𝔲  12 quoteleft=‘
13 quoteright=’  21 exclam=!  26 ampersand=&  27 quotesingle='  28 parenleft=(  29 parenright=)  2A asterisk=*
2B plus=+  2C comma=,  2D minus=−  2E period=.  2F slash=/  30 zero=0  31 one=1  32 two=2  33 three=3  34 four=4
35 five=5  36 six=6  37 seven=7  38 eight=8  39 nine=9  3A colon=:  3B semicolon=;  3D equal==  3F question=?
5B bracketleft=[  5D bracketright=]  5E asciicircum=^  7D quotedbl="  7F onealt=1
`,
  { amsCopies: true, letters: "fraktur" },
);

/** Euler Script (eusm10). */
export const EUS = encoding(
  "EUS",
  `
00 minus=−  18 similar=∼  3A logicalnot=¬  3C Rfractur=ℜ  3D Ifractur=ℑ  40 aleph=ℵ  5E logicaland=∧
5F logicalor=∨  66 braceleft={  67 braceright=}  6A bar=|  6E backslash=\\  78 section=§
`,
  { amsCopies: true, letters: "script" },
);

/** Euler Roman (eurm10). */
export const EUR = encoding(
  "EUR",
  `
00 Gamma=Γ  01 Delta=Δ  02 Theta=Θ  03 Lambda=Λ  04 Xi=Ξ  05 Pi=Π  06 Sigma=Σ  07 Upsilon=Υ  08 Phi=Φ  09 Psi=Ψ
0A Omega=Ω  0B alpha=α  0C beta=β  0D gamma=γ  0E delta=δ  0F epsilon1=ϵ  10 zeta=ζ  11 eta=η  12 theta=θ
13 iota=ι  14 kappa=κ  15 lambda=λ  16 mu=μ  17 nu=ν  18 xi=ξ  19 pi=π  1A rho=ρ  1B sigma=σ  1C tau=τ
1D upsilon=υ  1E phi=ϕ  1F chi=χ  20 psi=ψ  21 omega=ω  22 epsilon=ε  23 theta1=ϑ  24 pi1=ϖ  27 phi1=φ
30 zero=0  31 one=1  32 two=2  33 three=3  34 four=4  35 five=5  36 six=6  37 seven=7  38 eight=8  39 nine=9
3A period=.  3B comma=,  3C less=<  3D slash=/  3E greater=>  40 partialdiff=∂  41 A  42 B  43 C  44 D  45 E
46 F  47 G  48 H  49 I  4A J  4B K  4C L  4D M  4E N  4F O  50 P  51 Q  52 R  53 S  54 T  55 U  56 V  57 W  58 X
59 Y  5A Z  60 lscript=ℓ  61 a  62 b  63 c  64 d  65 e  66 f  67 g  68 h  69 i  6A j  6B k  6C l  6D m  6E n
6F o  70 p  71 q  72 r  73 s  74 t  75 u  76 v  77 w  78 x  79 y  7A z  7B dotlessi=ı  7C dotlessj=ȷ
7D weierstrass=℘
`,
  { amsCopies: true },
);

/** Euler extension (euex10). */
export const EUEX = encoding(
  "EUEX",
  `
08 braceleftbig={  09 bracerightbig=}  0A braceleftBig={  0B bracerightBig=}  0C braceleftbigg={
0D bracerightbigg=}  0E braceleftBigg={  0F bracerightBigg=}  18 arrowlefttophalf=↼  19 arrowleftbothalf=↽
1A arrowrighttophalf=⇀  1B arrowrightbothalf=⇁  20 arrowleft=←  21 arrowright=→  22 arrowup=↑  23 arrowdown=↓
24 arrowboth=↔  25 arrownortheast=↗  26 arrowsoutheast=↘  28 arrowdblleft=⇐  29 arrowdblright=⇒  2A arrowdblup=⇑
2B arrowdbldown=⇓  2C arrowdblboth=⇔  2D arrownorthwest=↖  2E arrowsouthwest=↙  31 infinity=∞  38 bracelefttp=⎧
39 bracerighttp=⎫  3A braceleftbt=⎩  3B bracerightbt=⎭  3C braceleftmid=⎨  3D bracerightmid=⎬  3E braceex=⎪
48 contintegraltext=∮  49 contintegraldisplay=∮  50 summationtext=∑  51 producttext=∏  52 integraltext=∫
58 summationdisplay=∑  59 productdisplay=∏  5A integraldisplay=∫  60 coproducttext=∐  61 coproductdisplay=∐
6C arrowbothv=↕  6D arrowdblbothv=⇕  7A bracehtipdownleft=⏞  7B bracehtipdownright=⏞  7C bracehtipupleft=⏟
7D bracehtipupright=⏟
`,
  { amsCopies: true },
);
