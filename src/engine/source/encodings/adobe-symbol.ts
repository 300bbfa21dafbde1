import { encoding } from "./encoding.js";

/** Adobe Symbol's built-in encoding (ISO 32000-1, annex D.5). */
export const SYMBOL = encoding(
  "Symbol",
  `
21 exclam=!  22 universal=∀  23 numbersign=#  24 existential=∃  25 percent=%  26 ampersand=&  27 suchthat=∋
28 parenleft=(  29 parenright=)  2A asteriskmath=∗  2B plus=+  2C comma=,  2D minus=−  2E period=.  2F slash=/
30 zero=0  31 one=1  32 two=2  33 three=3  34 four=4  35 five=5  36 six=6  37 seven=7  38 eight=8  39 nine=9
3A colon=:  3B semicolon=;  3C less=<  3D equal==  3E greater=>  3F question=?  40 congruent=≅  41 Alpha=Α
42 Beta=Β  43 Chi=Χ  44 Delta=Δ  45 Epsilon=Ε  46 Phi=Φ  47 Gamma=Γ  48 Eta=Η  49 Iota=Ι  4A theta1=ϑ
4B Kappa=Κ  4C Lambda=Λ  4D Mu=Μ  4E Nu=Ν  4F Omicron=Ο  50 Pi=Π  51 Theta=Θ  52 Rho=Ρ  53 Sigma=Σ  54 Tau=Τ
55 Upsilon=Υ  56 sigma1=ς  57 Omega=Ω  58 Xi=Ξ  59 Psi=Ψ  5A Zeta=Ζ  5B bracketleft=[  5C therefore=∴
5D bracketright=]  5E perpendicular=⊥  5F underscore=_  60 radicalex=‾  61 alpha=α  62 beta=β  63 chi=χ
64 delta=δ  65 epsilon=ε  66 phi=φ  67 gamma=γ  68 eta=η  69 iota=ι  6A phi1=ϕ  6B kappa=κ  6C lambda=λ  6D mu=μ
6E nu=ν  6F omicron=ο  70 pi=π  71 theta=θ  72 rho=ρ  73 sigma=σ  74 tau=τ  75 upsilon=υ  76 omega1=ϖ
77 omega=ω  78 xi=ξ  79 psi=ψ  7A zeta=ζ  7B braceleft={  7C bar=|  7D braceright=}  7E similar=∼  A1 Upsilon1=ϒ
A2 minute=′  A3 lessequal=≤  A4 fraction=⁄  A5 infinity=∞  A6 florin=ƒ  A7 club=♣  A8 diamond=♦  A9 heart=♥
AA spade=♠  AB arrowboth=↔  AC arrowleft=←  AD arrowup=↑  AE arrowright=→  AF arrowdown=↓  B0 degree=°
B1 plusminus=±  B2 second=″  B3 greaterequal=≥  B4 multiply=×  B5 proportional=∝  B6 partialdiff=∂  B7 bullet=•
B8 divide=÷  B9 notequal=≠  BA equivalence=≡  BB approxequal=≈  BC ellipsis=…  BD arrowvertex=⏐
BE arrowhorizex=⎯  BF carriagereturn=↵  C0 aleph=ℵ  C1 Ifraktur=ℑ  C2 Rfraktur=ℜ  C3 weierstrass=℘
C4 circlemultiply=⊗  C5 circleplus=⊕  C6 emptyset=∅  C7 intersection=∩  C8 union=∪  C9 propersuperset=⊃
CA reflexsuperset=⊇  CB notsubset=⊄  CC propersubset=⊂  CD reflexsubset=⊆  CE element=∈  CF notelement=∉
D0 angle=∠  D1 gradient=∇  D2 registerserif=®  D3 copyrightserif=©  D4 trademarkserif=™  D5 product=∏
D6 radical=√  D7 dotmath=⋅  D8 logicalnot=¬  D9 logicaland=∧  DA logicalor=∨  DB arrowdblboth=⇔
DC arrowdblleft=⇐  DD arrowdblup=⇑  DE arrowdblright=⇒  DF arrowdbldown=⇓  E0 lozenge=◊  E1 angleleft=⟨
E2 registersans=®  E3 copyrightsans=©  E4 trademarksans=™  E5 summation=∑  E6 parenlefttp=⎛  E7 parenleftex=⎜
E8 parenleftbt=⎝  E9 bracketlefttp=⎡  EA bracketleftex=⎢  EB bracketleftbt=⎣  EC bracelefttp=⎧
ED braceleftmid=⎨  EE braceleftbt=⎩  EF braceex=⎪  F1 angleright=⟩  F2 integral=∫  F3 integraltp=⌠
F4 integralex=⎮  F5 integralbt=⌡  F6 parenrighttp=⎞  F7 parenrightex=⎟  F8 parenrightbt=⎠  F9 bracketrighttp=⎤
FA bracketrightex=⎥  FB bracketrightbt=⎦  FC bracerighttp=⎫  FD bracerightmid=⎬  FE bracerightbt=⎭
`,
);

/** ITC Zapf Dingbats' built-in encoding (ISO 32000-1, annex D.6). */
export const ZAPF_DINGBATS = encoding(
  "ZapfDingbats",
  `
21 a1=✁  22 a2=✂  23 a202=✃  24 a3=✄  25 a4=☎  26 a5=✆  27 a119=✇  28 a118=✈  29 a117=✉  2A a11=☛  2B a12=☞
2C a13=✌  2D a14=✍  2E a15=✎  2F a16=✏  30 a105=✐  31 a17=✑  32 a18=✒  33 a19=✓  34 a20=✔  35 a21=✕  36 a22=✖
37 a23=✗  38 a24=✘  39 a25=✙  3A a26=✚  3B a27=✛  3C a28=✜  3D a6=✝  3E a7=✞  3F a8=✟  40 a9=✠  41 a10=✡
42 a29=✢  43 a30=✣  44 a31=✤  45 a32=✥  46 a33=✦  47 a34=✧  48 a35=★  49 a36=✩  4A a37=✪  4B a38=✫  4C a39=✬
4D a40=✭  4E a41=✮  4F a42=✯  50 a43=✰  51 a44=✱  52 a45=✲  53 a46=✳  54 a47=✴  55 a48=✵  56 a49=✶  57 a50=✷
58 a51=✸  59 a52=✹  5A a53=✺  5B a54=✻  5C a55=✼  5D a56=✽  5E a57=✾  5F a58=✿  60 a59=❀  61 a60=❁  62 a61=❂
63 a62=❃  64 a63=❄  65 a64=❅  66 a65=❆  67 a66=❇  68 a67=❈  69 a68=❉  6A a69=❊  6B a70=❋  6C a71=●  6D a72=❍
6E a73=■  6F a74=❏  70 a203=❐  71 a75=❑  72 a204=❒  73 a76=▲  74 a77=▼  75 a78=◆  76 a79=❖  77 a81=◗  78 a82=❘
79 a83=❙  7A a84=❚  7B a97=❛  7C a98=❜  7D a99=❝  7E a100=❞  A1 a101=❡  A2 a102=❢  A3 a103=❣  A4 a104=❤
A5 a106=❥  A6 a107=❦  A7 a108=❧  A8 a112=♣  A9 a111=♦  AA a110=♥  AB a109=♠  AC a120=①  AD a121=②  AE a122=③
AF a123=④  B0 a124=⑤  B1 a125=⑥  B2 a126=⑦  B3 a127=⑧  B4 a128=⑨  B5 a129=⑩  B6 a130=❶  B7 a131=❷  B8 a132=❸
B9 a133=❹  BA a134=❺  BB a135=❻  BC a136=❼  BD a137=❽  BE a138=❾  BF a139=❿  C0 a140=➀  C1 a141=➁  C2 a142=➂
C3 a143=➃  C4 a144=➄  C5 a145=➅  C6 a146=➆  C7 a147=➇  C8 a148=➈  C9 a149=➉  CA a150=➊  CB a151=➋  CC a152=➌
CD a153=➍  CE a154=➎  CF a155=➏  D0 a156=➐  D1 a157=➑  D2 a158=➒  D3 a159=➓  D4 a160=➔  D5 a161=→  D6 a163=↔
D7 a164=↕  D8 a196=➘  D9 a165=➙  DA a192=➚  DB a166=➛  DC a167=➜  DD a168=➝  DE a169=➞  DF a170=➟  E0 a171=➠
E1 a172=➡  E2 a173=➢  E3 a162=➣  E4 a174=➤  E5 a175=➥  E6 a176=➦  E7 a177=➧  E8 a178=➨  E9 a179=➩  EA a193=➪
EB a180=➫  EC a199=➬  ED a181=➭  EE a200=➮  EF a182=➯  F1 a201=➱  F2 a183=➲  F3 a184=➳  F4 a197=➴  F5 a185=➵
F6 a194=➶  F7 a198=➷  F8 a186=➸  F9 a195=➹  FA a187=➺  FB a188=➻  FC a189=➼  FD a190=➽  FE a191=➾
`,
);
