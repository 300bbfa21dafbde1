import { encoding } from "./encoding.js";

/** Microsoft's Wingdings, as in Unicode's own proposal for them (L2/11-052); only what stands in running documents. */
export const WINGDINGS = encoding(
  "Wingdings",
  `
21 pencil=✏  22 scissors=✂  24 glasses=👓  25 bell=🔔  26 book=📖  28 telephone=☎  29 receiver=✆  2A envelope=✉
36 hourglass=⌛  37 keyboard=⌨  3F writinghand=✍  41 victory=✌  43 thumbup=👍  44 thumbdown=👎  45 handleft=☜
46 handright=☞  47 handup=☝  48 handdown=☟  4A smile=☺  4B neutral=😐  4C frown=☹  4D bomb=💣  4E skull=☠
4F flag=🏳  51 airplane=✈  52 sun=☼  53 droplet=💧  54 snowflake=❄  56 latincross=✞  58 maltesecross=✠
59 starofdavid=✡  5A crescent=☪  5B yinyang=☯  5C om=ॐ  5D wheel=☸  5E aries=♈  5F taurus=♉  60 gemini=♊
61 cancer=♋  62 leo=♌  63 virgo=♍  64 libra=♎  65 scorpio=♏  66 sagittarius=♐  67 capricorn=♑  68 aquarius=♒
69 pisces=♓  6A ampersanditalic=&  6B ampersand=&  6C circle=●  6D shadowedcircle=❍  6E square=■  6F box=□
70 boldbox=🞐  71 shadowbox=❑  72 shadowboxlower=❒  73 smalllozenge=⬧  74 lozenge=⧫  75 diamond=◆  76 fourdiamonds=❖
77 smalldiamond=⬥  78 crossbox=⌧  79 upbox=⮹  7A command=⌘  7B flower=❀  7C blackflower=✿  7D quoteleft=❝
7E quoteright=❞  80 circledzero=⓪  81 circledone=①  82 circledtwo=②  83 circledthree=③  84 circledfour=④
85 circledfive=⑤  86 circledsix=⑥  87 circledseven=⑦  88 circledeight=⑧  89 circlednine=⑨  8A circledten=⑩
8B blackzero=⓿  8C blackone=❶  8D blacktwo=❷  8E blackthree=❸  8F blackfour=❹  90 blackfive=❺  91 blacksix=❻
92 blackseven=❼  93 blackeight=❽  94 blacknine=❾  95 blackten=❿  9E middledot=·  9F bullet=•  A0 smallcircle=•
A1 whitecircle=○  A2 boldcircle=🞆  A3 heavycircle=🞈  A4 fisheye=◉  A5 bullseye=◎  A7 smallsquare=▪  A8 mediumbox=◻
AA fourstar=✦  AB star=★  AC sixstar=✶  AD eightstar=✴  AE twelvestar=✹  AF pinwheelstar=✵  D5 eraseleft=⌫
D6 eraseright=⌦  D8 arrowhead=➢  DC circledarrow=➲  DF arrowleft=←  E0 arrowright=→  E1 arrowup=↑  E2 arrowdown=↓
E3 arrownorthwest=↖  E4 arrownortheast=↗  E5 arrowsouthwest=↙  E6 arrowsoutheast=↘  E7 heavyleft=🡄  E8 heavyright=➔
E9 heavyup=🡅  EA heavydown=🡇  EF whiteleft=⇦  F0 whiteright=⇨  F1 whiteup=⇧  F2 whitedown=⇩  F3 whiteboth=⬄
F4 whiteupdown=⇳  F5 whitenorthwest=⬀  F6 whitenortheast=⬁  F7 whitesouthwest=⬃  F8 whitesoutheast=⬂  FB ballotx=✗
FC check=✓  FD ballotboxx=☒  FE ballotboxcheck=☑
`,
);

/** MT Extra of MathType and the Equation Editor: the codes that formulas in Word documents use. */
export const MT_EXTRA = encoding(
  "MTExtra",
  `
21 dotaccent=˙  43 coproductdisplay=∐  49 intersectiondisplay=⋂  4B ellipsis=…  4C ellipsiscentered=⋯  4D ellipsisvertical=⋮
4E ellipsisrising=⋰  4F ellipsisfalling=⋱  55 uniondisplay=⋃  68 planckover2pi1=ℏ  6C lscript=ℓ  6D minusplus=∓
6F openbullet=∘  76 vector=20D7
`,
);
