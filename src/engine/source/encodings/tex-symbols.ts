import { encoding } from "./encoding.js";

/** St Mary's Road symbols (stmary10). */
export const STMARY = encoding(
  "STMARY",
  `
00 shortleftarrow=←  01 shortrightarrow=→  02 shortuparrow=↑  03 shortdownarrow=↓  04 Yup=⅄  05 Ydown=Y
06 Yleft=⤙  07 Yright=⤚  08 varcurlyvee=⋎  09 varcurlywedge=⋏  0A minuso=⊖  0B baro=⌽  0C sslash=⫽  0D bbslash=⑊
0E moo=⩔  0F varotimes=⊗  10 varoast=⊛  11 varobar=⦶  12 varodot=⊙  13 varoslash=⊘  14 varobslash=⦸
15 varocircle=⊚  16 varoplus=⊕  17 varominus=⊖  18 boxast=⧆  19 boxbar=◫  1A boxdot=⊡  1B boxslash=⧄
1C boxbslash=⧅  1D boxcircle=⧇  1E boxbox=⧈  1F boxempty=□  20 lightning=↯  21 merge=⩕  22 vartimes=×
23 fatsemi=⨟  24 ssearrow=⇙  25 curlywedgeuparrow=⇘  26 sswarrow=⋏  27 curlywedgedownarrow=⋏  28 fatslash=⫽
29 fatbslash=⑊  2A lbag=⟅  2B rbag=⟆  2C varbigcirc=◯  2D leftrightarroweq=⥪  2E curlyveedownarrow=⋎
2F curlyveeuparrow=⋎  30 nnwarrow=⇖  31 nnearrow=⇗  32 leftslice=⪦  33 rightslice=⪧  34 varolessthan=⧀
35 varogreaterthan=⧁  36 varovee=⩒  37 varowedge=⩑  38 talloblong=⫾  39 interleave=⫴  3A obar=⌽  3B obslash=⦸
3C olessthan=⧀  3D ogreaterthan=⧁  3E ovee=⩒  3F owedge=⩑  40 oblong=▯  41 inplus=⨭  42 niplus=⨮  43 nplus=⩀
44 subsetplus=⪿  45 supsetplus=⫀  46 subsetpluseq=⫅  47 supsetpluseq=⫆  48 Lbag=⟅  49 Rbag=⟆  4A llbracket=⟦
4B rrbracket=⟧  4C llparenthesis=⦇  4D rrparenthesis=⦈  4E binampersand=&  4F bindnasrepma=⅋
50 trianglelefteqslant=⊴  51 trianglerighteqslant=⊵  52 ntrianglelefteqslant=⋬  53 ntrianglerighteqslant=⋭
54 llfloor=⌊  55 rrfloor=⌋  56 llceil=⌈  57 rrceil=⌉  58 arrownot=0338  59 Arrownot=0338  5A Mapstochar=⤇
5B mapsfromchar=↤  5C Mapsfromchar=⤆  5D leftrightarrowtriangle=⇿  5E leftarrowtriangle=⇽
5F rightarrowtriangle=⇾  60 bigtriangledown=▽  61 bigtriangleup=△  62 bigcurlyvee=⋎  63 bigcurlywedge=⋏
64 bigsqcap=⨅  65 bigbox=□  66 bigparallel=∥  67 biginterleave=⫼  68 hugetriangledown=▽  69 hugetriangleup=△
6A hugecurlyvee=⋎  6B hugecurlywedge=⋏  6C hugesqcap=⨅  6D hugebox=□  6E hugeparallel=∥  6F hugeinterleave=⫼
70 hugenplus=⩀  71 largellbracket=⟦  72 Largellbracket=⟦  73 LARGEllbracket=⟦  74 hugellbracket=⟦
75 Hugellbrackettop=⟦  76 Hugellbracketbot=⟦  77 Hugellbracketex=⟦  78 Hugenplus=⩀  79 largerrbracket=⟧
7A Largerrbracket=⟧  7B LARGErrbracket=⟧  7C hugerrbracket=⟧  7D Hugerrbrackettop=⟧  7E Hugerrbracketbot=⟧
7F Hugerrbracketex=⟧
`,
);

/** Waldi's symbols (wasy10). */
export const WASY = encoding(
  "WASY",
  `
00 APLup=⍏  01 lhd=⊲  02 unlhd=⊴  03 rhd=⊳  04 unrhd=⊵  05 therefore=∴  06 recorder=⌕  07 phone=☏  08 checked=✓
09 pointer=➝  0A bell=⍾  0B eigthnote=♪  0C quarternote=♩  0D halfnote=𝅗𝅥  0E fullnote=𝅝  0F twonotes=♫
10 LHD=◀  11 RHD=▶  12 lightning=☇  13 ascnode=☊  14 descnode=☋  15 invdiameter=⍉  16 logof=⊛  17 aries=♈
18 invneg=⌐  19 female=♀  1A male=♂  1B currency=¤  1C clock=🕓  1D varprop=∝  1E varangle=∢  1F diameter=⌀
20 CIRCLE=●  21 rightturn=↻  22 leftturn=↺  23 Circle=○  24 leftmoon=☾  25 rightmoon=☽  26 earth=♁  27 mercury=☿
28 leftarrowhead=˂  29 rightarrowhead=˃  2A uparrowhead=˄  2B downarrowhead=˅  2C smiley=☺  2D blacksmiley=☻
2E sun=☼  2F frownie=☹  30 agemO=℧  31 Bowtie=⋈  32 Box=□  33 Diamond=◇  34 XBox=☒  35 lozenge=◊  36 kreuz=✠
37 hexagon=⎔  38 octagon=⯃  39 varhexagon=⬡  3A AC=∼  3B leadsto=⇝  3C sqsubset=⊏  3D sqsupset=⊐  3E apprle=≲
3F apprge=≳  40 VHF=≋  41 hexstar=✡  42 varhexstar=✶  43 davidsstar=✡  44 pentagon=⬠  45 pentastar=☆
46 APLdown=⍖  47 LEFTCIRCLE=◖  48 RIGHTCIRCLE=◗  49 Leftcircle=◐  4A Rightcircle=◑  4B UParrow=▲  4C DOWNarrow=▼
4D Paragraph=¶  4E Euro=€  4F zh=ʒ  50 gluonelement=∿  51 gluonbelement=∿  52 gluoneelement=∿  53 applecmd=⌘
54 longs=ſ  55 inve=ǝ  56 conjunction=☌  57 opposition=☍  58 jupiter=♃  59 saturn=♄  5A uranus=♅  5B neptun=♆
5C pluto=♇  5D taurus=♉  5E gemini=♊  5F cancer=♋  60 virgo=♍  61 libra=♎  62 scorpio=♏  63 sagittarius=♐
64 capricorn=♑  65 aquarius=♒  66 pisces=♓  67 cent=¢  68 permil=‰  69 thorn=þ  6A Thorn=Þ  6B dh=ð  6C openo=ɔ
6D ataribox=⚿  6E APLuparrowbox=⍐  6F APLdownarrowbox=⍗  70 APLleftarrowbox=⍇  71 APLrightarrowbox=⍈
72 varint=∫  73 iint=∬  74 iiint=∭  75 varoint=∮  76 oiint=∯  77 dispvarint=∫  78 dispiint=∬  79 dispiiint=∭
7A dispvaroint=∮  7B dispoiint=∯  7C brokenvert=¦  7D APLinput=⍞  7E APLbox=⎕  7F APLcomment=⍝
`,
);

/** TX and PX fonts, third symbol font (txsyc, pxsyc). */
export const TXSYC = encoding(
  "TXSYC",
  `
00 mapsfrom=↤  01 Mapsto=⤇  02 Mapsfrom=⤆  03 mmapsto=↦  04 mmapsfrom=↤  05 Mmapsto=⤇  06 Mmapsfrom=⤆
07 medcircle=○  08 medbullet=●  09 parallel=⫽  0A parallel1=⑊  0B nparallel=∦  0C nparallel1=∦
0D colonapprox=∶≈  0E colonsim=∶∼  0F coloncolonapprox=∷≈  10 coloncolonsim=∷∼  11 doteq=≐  12 multimapinv=⟜
13 multimapboth=⧟  14 solidmultimap=⊸  15 solidmultimapinv=⟜  16 solidmultimapboth=⧟  17 rsolidmultimapboth=⊷
18 lsolidmultimapboth=⊶  19 forcesextra=⊫  1A Forcesbar=⊫  1B simequal=≅  1C precedesordblequal=⪳
1D followsordblequal=⪴  1E notprecedesorsimilar=227E+0338  1F notfollowsorsimilar=227F+0338
20 notlessorsimilar=≴  21 notgreaterorsimilar=≵  22 notlessorapproxeql=2A85+0338
23 notgreaterorapproxeql=2A86+0338  24 notprecedesorcurly=⋠  25 notfollowsorcurly=⋡  26 notgreaterorless=≹
27 notlessorgreater=≸  28 notdifference=224F+0338  29 notgeomequivalent=224E+0338  2A notrevsimilar=223D+0338
2B notrevasymptequal=22CD+0338  2C nequal=≠  2D nequivasymptotic=≭  2E nequivalence=≢  2F nsimilar=≁
30 napproxequal=≉  31 npropersubset=⊄  32 npropersuperset=⊅  33 nlessmuch=226A+0338  34 ngreatermuch=226B+0338
35 notapproxequal=≉  36 notapproxorequal=224A+0338  37 notfollowsorequal=2AB7+0338
38 notprecedesorequal=2AB8+0338  39 notprecedesordblequal=2AB3+0338  3A notfollowsordblequal=2AB4+0338
3B nsimilarequal=≄  3C nelement=∉  3D nowner=∌  3E notsubsetdbl=22D0+0338  3F notsupersetdbl=22D1+0338
40 nsubsetsqequal=⋢  41 nsupersetsqequal=⋣  42 colonequal=≔  43 equalcolon=≕  44 colonbar=≔  45 barcolon=≕
46 Colonequal=⩴  47 Equalcolon=≕∶  48 Colonbar=⩴  49 Barcolon=−∷  4A strict=⥽  4B strictinverse=⥼
4C strictboth=⥼⥽  4D ampersandinv=⅋  4E lbag=⟅  4F rbag=⟆  50 lbagbig=⟅  51 rbagbig=⟆  52 oless=⧀  53 ogreater=⧁
54 owedge=⩑  55 ovee=⩒  56 circlebar=⦶  57 circlebackslash=⦸  58 multicloseleft1=⋉  59 multicloseright1=⋊
5A multicloseboth1=⋈  5B multiopenboth1=⋈  5C multicloseboth=⋈  5D multiopenboth=⊗  5E Diamond=◇
5F Diamondsolid=◆  60 intersectmulti=⩀  61 notsquareimage=228F+0338  62 notsquareoriginal=2290+0338
63 dashedarrowleft=⇠  64 dashedarrowright=⇢  65 dashedarrowboth=⇠⇢  66 squiggleleft=⇜
67 notdblarrowheadright=21A0+0338  68 notdblarrowheadleft=219E+0338  69 squareasterisk=⧆  6A squarebackslash=⧅
6B squarebar=◫  6C squareslash=⧄  6D Wreathproduct=≀  6E lambdaslash=ƛ  6F lambdabar=ƛ  70 club1=♧
71 diamond1=♦  72 heart1=♥  73 spade1=♤  74 Arrownortheast=⇗  75 Arrowsoutheast=⇘  76 Arrownorthwest=⇖
77 Arrowsouthwest=⇙  78 Latticetop=⫪  79 Perpendicular=⫫  7A leadstoext=~  7B leadsto=⇝  7C squareunionmulti=⊎
7D squareintersectmulti=⩀  7E dblbracketleft=⟦  7F dblbracketright=⟧  80 squareright=□→  81 squareleft=←□
82 squaredotright=⊡→  83 squaredotleft=←⊡  84 Diamondright=◇→  85 Diamondleft=←◇  86 Diamonddotright=⟐→
87 Diamonddotleft=←⟐  88 squareRight=□⇒  89 squareLeft=⇐□  8A squaredotRight=⊡⇒  8B squaredotLeft=⇐⊡
8C DiamondRight=◇⇒  8D DiamondLeft=⇐◇  8E DiamonddotRight=⟐⇒  8F DiamonddotLeft=⇐⟐  90 Diamonddot=⟐
91 circleright=○→  92 circleleft=←○  93 circledotright=⊙→  94 circledotleft=←⊙  95 opentrans=⫯  96 solidtrans=⫯
97 topsolidtrans=⫰  98 topopentrans=⫰
`,
);

/** TX and PX fonts, extension A (txexa, pxexa). */
export const TXEXA = encoding(
  "TXEXA",
  `
00 intersectmultitext=⨃  01 intersectmultidisplay=⨃  02 unionsqmultitext=⊎  03 unionsqmultidisplay=⊎
04 intersectsqmultitext=⩀  05 intersectsqmultidisplay=⩀  06 intersectionsqtext=⨅  07 intersectionsqdisplay=⨅
08 dblcontintegtext=∯  09 dblcontintegdisplay=∯  0A cntrclckwcontintegtext=∳  0B cntrclckwcontintegdisplay=∳
0C clckwcontintegtext=∲  0D clckwcontintegdisplay=∲  0E squarecontintegtext=⨖  0F squarecontintegdisplay=⨖
10 producttext1=∏  11 productdisplay1=∏  12 dblbracketleftbig=⟦  13 dblbracketrightbig=⟧  14 dblbracketleftBig=⟦
15 dblbracketrightBig=⟧  16 dblbracketleftbigg=⟦  17 dblbracketrightbigg=⟧  18 dblbracketleftBigg=⟦
19 dblbracketrightBigg=⟧  1A dblbracketlefttp=⟦  1B dblbracketrighttp=⟧  1C dblbracketleftbt=⟦
1D dblbracketrightbt=⟧  1E dblbracketleftex=⟦  1F dblbracketrightex=⟧  20 bracehext=⎪  21 iintegtext=∬
22 iintegdisplay=∬  23 iiintegtext=∭  24 iiintegdisplay=∭  25 iiiintegtext=⨌  26 iiiintegdisplay=⨌
27 idotintegtext=∫⋯∫  28 idotintegdisplay=∫⋯∫  29 tplcontintegtext=∰  2A tplcontintegdisplay=∰
2B varcntrclckwcontintegtext=∳  2C varcntrclckwcontintegdisplay=∳  2D varclckwcontintegtext=∲
2E varclckwcontintegdisplay=∲  30 lbagbig=⟅  31 rbagbig=⟆  32 lbagBig=⟅  33 rbagBig=⟆  34 lbagbigg=⟅
35 rbagbigg=⟆  36 lbagBigg=⟅  37 rbagBigg=⟆  38 lbagBiggg=⟅  39 rbagBiggg=⟆  3A lbagBigggg=⟅  3B rbagBigggg=⟆
3C lbagBiggggg=⟅  3D rbagBiggggg=⟆  3E fIntegraltext=⨍  3F fIntegraldisplay=⨍  40 cntrclclwdblcontintegtext=∯
41 cntrclclwdblcontintegdisp=∯  42 varclclwdblcontintegtext=∯  43 varclclwdblcontintegdisp=∯
44 cntrclclwtplcontintegtext=∰  45 cntrclclwtplcontintegdisp=∰  46 varclclwtplcontintegtext=∰
47 varclclwtplcontintegdisp=∰  48 clclwdblcontintegtext=∯  49 clclwdblcontintegdisp=∯
4A varcntrclclwdblcontintegtext=∯  4B varcntrclclwdblcontintegdisp=∯  4C clclwtplcontintegtext=∰
4D clclwtplcontintegdisp=∰  4E varcntrclclwtplcontintegtext=∰  4F varcntrclclwtplcontintegdisp=∰
50 squarecontdblintegtext=⨖  51 squarecontdblintegdisplay=⨖  52 squareconttplintegtext=∰
53 squareconttplintegdisplay=∰
`,
);

/** TX and PX fonts, letters A: Fraktur at the letters' places, double-struck at 81–9A (txmia, pxmia). */
export const TXMIA = encoding(
  "TXMIA",
  `
00 Gamma=Γ  01 Delta=Δ  02 Theta=Θ  03 Lambda=Λ  04 Xi=Ξ  05 Pi=Π  06 Sigma=Σ  07 Upsilon=Υ  08 Phi=Φ  09 Psi=Ψ
0A Omega=Ω  0B alpha=α  0C beta=β  0D gamma=γ  0E delta=δ  0F epsilon1=ϵ  10 zeta=ζ  11 eta=η  12 theta=θ
13 iota=ι  14 kappa=κ  15 lambda=λ  16 mu=μ  17 nu=ν  18 xi=ξ  19 pi=π  1A rho=ρ  1B sigma=σ  1C tau=τ
1D upsilon=υ  1E phi=ϕ  1F chi=χ  20 psi=ψ  21 omega=ω  22 epsilon=ε  23 theta1=ϑ  24 pi1=ϖ  25 rho1=ϱ
26 sigma1=ς  27 phi1=φ  31 g1=g  32 y1=y  33 v1=v  34 w1=w  7F tie=0361  81 bbA=𝔸  82 bbB=𝔹  83 bbC=ℂ  84 bbD=𝔻
85 bbE=𝔼  86 bbF=𝔽  87 bbG=𝔾  88 bbH=ℍ  89 bbI=𝕀  8A bbJ=𝕁  8B bbK=𝕂  8C bbL=𝕃  8D bbM=𝕄  8E bbN=ℕ  8F bbO=𝕆
90 bbP=ℙ  91 bbQ=ℚ  92 bbR=ℝ  93 bbS=𝕊  94 bbT=𝕋  95 bbU=𝕌  96 bbV=𝕍  97 bbW=𝕎  98 bbX=𝕏  99 bbY=𝕐  9A bbZ=ℤ
AB bbk=𝕜
`,
  { letters: "fraktur" },
);

/** Blackboard bold of the bbold package. */
export const BBOLD = encoding(
  "BBOLD",
  `
00 Gamma=Γ  01 Delta=Δ  02 Theta=Θ  03 Lambda=Λ  04 Xi=Ξ  05 Pi=Π  06 Sigma=Σ  07 Upsilon=Υ  08 Phi=Φ  09 Psi=Ψ
0A Omega=Ω  0B alpha=α  0C beta=β  0D gamma=γ  0E delta=δ  0F epsilon=ε  10 zeta=ζ  11 eta=η  12 theta=θ
13 iota=ι  14 kappa=κ  15 lambda=λ  16 mu=μ  17 nu=ν  18 xi=ξ  19 pi=π  1A rho=ρ  1B sigma=σ  1C tau=τ
1D upsilon=υ  1E phi=ϕ  1F chi=χ  20 psi=ψ  21 exclam=!  22 quotedblright=”  23 numbersign=#  24 dollar=$
25 percent=%  26 ampersand=&  27 quoteright=’  28 parenleft=(  29 parenright=)  2A asterisk=*  2B plus=+
2C comma=,  2D hyphen=-  2E period=.  2F slash=/  30 zero=0  31 one=1  32 two=2  33 three=3  34 four=4
35 five=5  36 six=6  37 seven=7  38 eight=8  39 nine=9  3A colon=:  3B semicolon=;  3C less=<
3D periodcentered=·  3E greater=>  3F question=?  40 at=@  5B bracketleft=[  5C backslash=\\  5D bracketright=]
5E langle=⟨  5F rangle=⟩  60 quoteleft=‘  7B endash=–  7C bar=|  7D emdash=—  7E quotedbleright=”  7F omega=ω
`,
  { letters: "double-struck" },
);
