import { encoding } from "./encoding.js";

/** TeX math italic (cmmi10, lmmi10 …). */
export const OML = encoding(
  "OML",
  `
00 Gamma=Γ  01 Delta=Δ  02 Theta=Θ  03 Lambda=Λ  04 Xi=Ξ  05 Pi=Π  06 Sigma=Σ  07 Upsilon=Υ  08 Phi=Φ  09 Psi=Ψ
0A Omega=Ω  0B alpha=α  0C beta=β  0D gamma=γ  0E delta=δ  0F epsilon1=ϵ  10 zeta=ζ  11 eta=η  12 theta=θ
13 iota=ι  14 kappa=κ  15 lambda=λ  16 mu=μ  17 nu=ν  18 xi=ξ  19 pi=π  1A rho=ρ  1B sigma=σ  1C tau=τ
1D upsilon=υ  1E phi=ϕ  1F chi=χ  20 psi=ψ  21 omega=ω  22 epsilon=ε  23 theta1=ϑ  24 pi1=ϖ  25 rho1=ϱ
26 sigma1=ς  27 phi1=φ  28 arrowlefttophalf=↼  29 arrowleftbothalf=↽  2A arrowrighttophalf=⇀
2B arrowrightbothalf=⇁  2C arrowhookleft=↪  2D arrowhookright=↩  2E triangleright=▷  2F triangleleft=◁
30 zerooldstyle=0  31 oneoldstyle=1  32 twooldstyle=2  33 threeoldstyle=3  34 fouroldstyle=4  35 fiveoldstyle=5
36 sixoldstyle=6  37 sevenoldstyle=7  38 eightoldstyle=8  39 nineoldstyle=9  3A period=.  3B comma=,  3C less=<
3D slash=/  3E greater=>  3F star=⋆  40 partialdiff=∂  41 A  42 B  43 C  44 D  45 E  46 F  47 G  48 H  49 I
4A J  4B K  4C L  4D M  4E N  4F O  50 P  51 Q  52 R  53 S  54 T  55 U  56 V  57 W  58 X  59 Y  5A Z  5B flat=♭
5C natural=♮  5D sharp=♯  5E slurbelow=⌣  5F slurabove=⌢  60 lscript=ℓ  61 a  62 b  63 c  64 d  65 e  66 f  67 g
68 h  69 i  6A j  6B k  6C l  6D m  6E n  6F o  70 p  71 q  72 r  73 s  74 t  75 u  76 v  77 w  78 x  79 y  7A z
7B dotlessi=ı  7C dotlessj=ȷ  7D weierstrass=℘  7E vector=20D7  7F tie=0361
`,
  { amsCopies: true },
);

/** TeX math symbols (cmsy10, lmsy10 …). Capitals are calligraphic. */
export const OMS = encoding(
  "OMS",
  `
00 minus=−  01 periodcentered=·  02 multiply=×  03 asteriskmath=∗  04 divide=÷  05 diamondmath=⋄  06 plusminus=±
07 minusplus=∓  08 circleplus=⊕  09 circleminus=⊖  0A circlemultiply=⊗  0B circledivide=⊘  0C circledot=⊙
0D circlecopyrt=◯  0E openbullet=∘  0F bullet=•  10 equivasymptotic=≍  11 equivalence=≡  12 reflexsubset=⊆
13 reflexsuperset=⊇  14 lessequal=≤  15 greaterequal=≥  16 precedesequal=⪯  17 followsequal=⪰  18 similar=∼
19 approxequal=≈  1A propersubset=⊂  1B propersuperset=⊃  1C lessmuch=≪  1D greatermuch=≫  1E precedes=≺
1F follows=≻  20 arrowleft=←  21 arrowright=→  22 arrowup=↑  23 arrowdown=↓  24 arrowboth=↔  25 arrownortheast=↗
26 arrowsoutheast=↘  27 similarequal=≃  28 arrowdblleft=⇐  29 arrowdblright=⇒  2A arrowdblup=⇑
2B arrowdbldown=⇓  2C arrowdblboth=⇔  2D arrownorthwest=↖  2E arrowsouthwest=↙  2F proportional=∝  30 prime=′
31 infinity=∞  32 element=∈  33 owner=∋  34 triangle=△  35 triangleinv=▽  36 negationslash=0338  37 mapsto=↦
38 universal=∀  39 existential=∃  3A logicalnot=¬  3B emptyset=∅  3C Rfractur=ℜ  3D Ifractur=ℑ  3E latticetop=⊤
3F perpendicular=⊥  40 aleph=ℵ  5B union=∪  5C intersection=∩  5D unionmulti=⊎  5E logicaland=∧  5F logicalor=∨
60 turnstileleft=⊢  61 turnstileright=⊣  62 floorleft=⌊  63 floorright=⌋  64 ceilingleft=⌈  65 ceilingright=⌉
66 braceleft={  67 braceright=}  68 angbracketleft=⟨  69 angbracketright=⟩  6A bar=|  6B bardbl=∥
6C arrowbothv=↕  6D arrowdblbothv=⇕  6E backslash=\\  6F wreathproduct=≀  70 radical=√  71 coproduct=⨿
72 nabla=∇  73 integral=∫  74 unionsq=⊔  75 intersectionsq=⊓  76 subsetsqequal=⊑  77 supersetsqequal=⊒
78 section=§  79 dagger=†  7A daggerdbl=‡  7B paragraph=¶  7C club=♣  7D diamond=♢  7E heart=♡  7F spade=♠
`,
  { amsCopies: true, letters: "script" },
);

/** TeX math extension (cmex10, lmex10 …): big delimiters in four sizes and in pieces, operators in two sizes. */
export const OMX = encoding(
  "OMX",
  `
00 parenleftbig=(  01 parenrightbig=)  02 bracketleftbig=[  03 bracketrightbig=]  04 floorleftbig=⌊
05 floorrightbig=⌋  06 ceilingleftbig=⌈  07 ceilingrightbig=⌉  08 braceleftbig={  09 bracerightbig=}
0A angbracketleftbig=⟨  0B angbracketrightbig=⟩  0C vextendsingle=|  0D vextenddouble=∥  0E slashbig=/
0F backslashbig=\\  10 parenleftBig=(  11 parenrightBig=)  12 parenleftbigg=(  13 parenrightbigg=)
14 bracketleftbigg=[  15 bracketrightbigg=]  16 floorleftbigg=⌊  17 floorrightbigg=⌋  18 ceilingleftbigg=⌈
19 ceilingrightbigg=⌉  1A braceleftbigg={  1B bracerightbigg=}  1C angbracketleftbigg=⟨
1D angbracketrightbigg=⟩  1E slashbigg=/  1F backslashbigg=\\  20 parenleftBigg=(  21 parenrightBigg=)
22 bracketleftBigg=[  23 bracketrightBigg=]  24 floorleftBigg=⌊  25 floorrightBigg=⌋  26 ceilingleftBigg=⌈
27 ceilingrightBigg=⌉  28 braceleftBigg={  29 bracerightBigg=}  2A angbracketleftBigg=⟨
2B angbracketrightBigg=⟩  2C slashBigg=/  2D backslashBigg=\\  2E slashBig=/  2F backslashBig=\\
30 parenlefttp=⎛  31 parenrighttp=⎞  32 bracketlefttp=⎡  33 bracketrighttp=⎤  34 bracketleftbt=⎣
35 bracketrightbt=⎦  36 bracketleftex=⎢  37 bracketrightex=⎥  38 bracelefttp=⎧  39 bracerighttp=⎫
3A braceleftbt=⎩  3B bracerightbt=⎭  3C braceleftmid=⎨  3D bracerightmid=⎬  3E braceex=⎪  3F arrowvertex=⏐
40 parenleftbt=⎝  41 parenrightbt=⎠  42 parenleftex=⎜  43 parenrightex=⎟  44 angbracketleftBig=⟨
45 angbracketrightBig=⟩  46 unionsqtext=⨆  47 unionsqdisplay=⨆  48 contintegraltext=∮  49 contintegraldisplay=∮
4A circledottext=⨀  4B circledotdisplay=⨀  4C circleplustext=⨁  4D circleplusdisplay=⨁  4E circlemultiplytext=⨂
4F circlemultiplydisplay=⨂  50 summationtext=∑  51 producttext=∏  52 integraltext=∫  53 uniontext=⋃
54 intersectiontext=⋂  55 unionmultitext=⨄  56 logicalandtext=⋀  57 logicalortext=⋁  58 summationdisplay=∑
59 productdisplay=∏  5A integraldisplay=∫  5B uniondisplay=⋃  5C intersectiondisplay=⋂  5D unionmultidisplay=⨄
5E logicalanddisplay=⋀  5F logicalordisplay=⋁  60 coproducttext=∐  61 coproductdisplay=∐  62 hatwide=ˆ
63 hatwider=ˆ  64 hatwidest=ˆ  65 tildewide=˜  66 tildewider=˜  67 tildewidest=˜  68 bracketleftBig=[
69 bracketrightBig=]  6A floorleftBig=⌊  6B floorrightBig=⌋  6C ceilingleftBig=⌈  6D ceilingrightBig=⌉
6E braceleftBig={  6F bracerightBig=}  70 radicalbig=√  71 radicalBig=√  72 radicalbigg=√  73 radicalBigg=√
74 radicalbt=⎷  75 radicalvertex=⏐  76 radicaltp=┌  77 arrowvertexdbl=‖  78 arrowtp=↑  79 arrowbt=↓
7A bracehtipdownleft=⏞  7B bracehtipdownright=⏞  7C bracehtipupleft=⏟  7D bracehtipupright=⏟  7E arrowdbltp=⇑
7F arrowdblbt=⇓
`,
  { amsCopies: true },
);
