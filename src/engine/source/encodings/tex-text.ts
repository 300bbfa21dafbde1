import { encoding } from "./encoding.js";

/** TeX's 7-bit text encoding (Computer Modern roman; from the AMS fonts' AFM files). */
export const OT1 = encoding(
  "OT1",
  `
00 Gamma=Γ  01 Delta=Δ  02 Theta=Θ  03 Lambda=Λ  04 Xi=Ξ  05 Pi=Π  06 Sigma=Σ  07 Upsilon=Υ  08 Phi=Φ  09 Psi=Ψ
0A Omega=Ω  0B ff=ﬀ  0C fi=ﬁ  0D fl=ﬂ  0E ffi=ﬃ  0F ffl=ﬄ  10 dotlessi=ı  11 dotlessj=ȷ  12 grave=\`  13 acute=´
14 caron=ˇ  15 breve=˘  16 macron=¯  17 ring=˚  18 cedilla=¸  19 germandbls=ß  1A ae=æ  1B oe=œ  1C oslash=ø
1D AE=Æ  1E OE=Œ  1F Oslash=Ø  20 suppress=0337  21 exclam=!  22 quotedblright=”  23 numbersign=#  24 dollar=$
25 percent=%  26 ampersand=&  27 quoteright=’  28 parenleft=(  29 parenright=)  2A asterisk=*  2B plus=+
2C comma=,  2D hyphen=-  2E period=.  2F slash=/  30 zero=0  31 one=1  32 two=2  33 three=3  34 four=4
35 five=5  36 six=6  37 seven=7  38 eight=8  39 nine=9  3A colon=:  3B semicolon=;  3C exclamdown=¡  3D equal==
3E questiondown=¿  3F question=?  40 at=@  41 A  42 B  43 C  44 D  45 E  46 F  47 G  48 H  49 I  4A J  4B K
4C L  4D M  4E N  4F O  50 P  51 Q  52 R  53 S  54 T  55 U  56 V  57 W  58 X  59 Y  5A Z  5B bracketleft=[
5C quotedblleft=“  5D bracketright=]  5E circumflex=ˆ  5F dotaccent=˙  60 quoteleft=‘  61 a  62 b  63 c  64 d
65 e  66 f  67 g  68 h  69 i  6A j  6B k  6C l  6D m  6E n  6F o  70 p  71 q  72 r  73 s  74 t  75 u  76 v  77 w
78 x  79 y  7A z  7B endash=–  7C emdash=—  7D hungarumlaut=˝  7E tilde=˜  7F dieresis=¨
`,
  { amsCopies: true },
);

/** OT1 as the typewriter faces have it. */
export const OT1_TYPEWRITER = encoding(
  "OT1",
  `
00 Gamma=Γ  01 Delta=Δ  02 Theta=Θ  03 Lambda=Λ  04 Xi=Ξ  05 Pi=Π  06 Sigma=Σ  07 Upsilon=Υ  08 Phi=Φ  09 Psi=Ψ
0A Omega=Ω  0B arrowup=↑  0C arrowdown=↓  0D quotesingle='  0E exclamdown=¡  0F questiondown=¿  10 dotlessi=ı
11 dotlessj=ȷ  12 grave=\`  13 acute=´  14 caron=ˇ  15 breve=˘  16 macron=¯  17 ring=˚  18 cedilla=¸
19 germandbls=ß  1A ae=æ  1B oe=œ  1C oslash=ø  1D AE=Æ  1E OE=Œ  1F Oslash=Ø  20 visiblespace=␣  21 exclam=!
22 quotedbl="  23 numbersign=#  24 dollar=$  25 percent=%  26 ampersand=&  27 quoteright=’  28 parenleft=(
29 parenright=)  2A asterisk=*  2B plus=+  2C comma=,  2D hyphen=-  2E period=.  2F slash=/  30 zero=0  31 one=1
32 two=2  33 three=3  34 four=4  35 five=5  36 six=6  37 seven=7  38 eight=8  39 nine=9  3A colon=:
3B semicolon=;  3C less=<  3D equal==  3E greater=>  3F question=?  40 at=@  41 A  42 B  43 C  44 D  45 E  46 F
47 G  48 H  49 I  4A J  4B K  4C L  4D M  4E N  4F O  50 P  51 Q  52 R  53 S  54 T  55 U  56 V  57 W  58 X  59 Y
5A Z  5B bracketleft=[  5C backslash=\\  5D bracketright=]  5E asciicircum=^  5F underscore=_  60 quoteleft=‘
61 a  62 b  63 c  64 d  65 e  66 f  67 g  68 h  69 i  6A j  6B k  6C l  6D m  6E n  6F o  70 p  71 q  72 r  73 s
74 t  75 u  76 v  77 w  78 x  79 y  7A z  7B braceleft={  7C bar=|  7D braceright=}  7E asciitilde=~
7F dieresis=¨
`,
  { amsCopies: true },
);

const T1_ROWS = `
00 grave=\`  01 acute=´  02 circumflex=ˆ  03 tilde=˜  04 dieresis=¨  05 hungarumlaut=˝  06 ring=˚  07 caron=ˇ
08 breve=˘  09 macron=¯  0A dotaccent=˙  0B cedilla=¸  0C ogonek=˛  0D quotesinglbase=‚  0E guilsinglleft=‹
0F guilsinglright=›  10 quotedblleft=“  11 quotedblright=”  12 quotedblbase=„  13 guillemotleft=«
14 guillemotright=»  15 endash=–  16 emdash=—  17 cwm=200C  18 perthousandzero=₀  19 dotlessi=ı  1A dotlessj=ȷ
1B ff=ﬀ  1C fi=ﬁ  1D fl=ﬂ  1E ffi=ﬃ  1F ffl=ﬄ  20 visiblespace=␣  21 exclam=!  22 quotedbl="  23 numbersign=#
24 dollar=$  25 percent=%  26 ampersand=&  27 quoteright=’  28 parenleft=(  29 parenright=)  2A asterisk=*
2B plus=+  2C comma=,  2D hyphen=-  2E period=.  2F slash=/  30 zero=0  31 one=1  32 two=2  33 three=3
34 four=4  35 five=5  36 six=6  37 seven=7  38 eight=8  39 nine=9  3A colon=:  3B semicolon=;  3C less=<
3D equal==  3E greater=>  3F question=?  40 at=@  41 A  42 B  43 C  44 D  45 E  46 F  47 G  48 H  49 I  4A J
4B K  4C L  4D M  4E N  4F O  50 P  51 Q  52 R  53 S  54 T  55 U  56 V  57 W  58 X  59 Y  5A Z  5B bracketleft=[
5C backslash=\\  5D bracketright=]  5E asciicircum=^  5F underscore=_  60 quoteleft=‘  61 a  62 b  63 c  64 d
65 e  66 f  67 g  68 h  69 i  6A j  6B k  6C l  6D m  6E n  6F o  70 p  71 q  72 r  73 s  74 t  75 u  76 v  77 w
78 x  79 y  7A z  7B braceleft={  7C bar=|  7D braceright=}  7E asciitilde=~  7F hyphen=-  80 Abreve=Ă
81 Aogonek=Ą  82 Cacute=Ć  83 Ccaron=Č  84 Dcaron=Ď  85 Ecaron=Ě  86 Eogonek=Ę  87 Gbreve=Ğ  88 Lacute=Ĺ
89 Lcaron=Ľ  8A Lslash=Ł  8B Nacute=Ń  8C Ncaron=Ň  8D Eng=Ŋ  8E Ohungarumlaut=Ő  8F Racute=Ŕ  90 Rcaron=Ř
91 Sacute=Ś  92 Scaron=Š  93 Scedilla=Ş  94 Tcaron=Ť  95 Tcedilla=Ţ  96 Uhungarumlaut=Ű  97 Uring=Ů
98 Ydieresis=Ÿ  99 Zacute=Ź  9A Zcaron=Ž  9B Zdotaccent=Ż  9C IJ=Ĳ  9D Idotaccent=İ  9E dcroat=đ  9F section=§
A0 abreve=ă  A1 aogonek=ą  A2 cacute=ć  A3 ccaron=č  A4 dcaron=ď  A5 ecaron=ě  A6 eogonek=ę  A7 gbreve=ğ
A8 lacute=ĺ  A9 lcaron=ľ  AA lslash=ł  AB nacute=ń  AC ncaron=ň  AD eng=ŋ  AE ohungarumlaut=ő  AF racute=ŕ
B0 rcaron=ř  B1 sacute=ś  B2 scaron=š  B3 scedilla=ş  B4 tcaron=ť  B5 tcedilla=ţ  B6 uhungarumlaut=ű  B7 uring=ů
B8 ydieresis=ÿ  B9 zacute=ź  BA zcaron=ž  BB zdotaccent=ż  BC ij=ĳ  BD exclamdown=¡  BE questiondown=¿
BF sterling=£  C0 Agrave=À  C1 Aacute=Á  C2 Acircumflex=Â  C3 Atilde=Ã  C4 Adieresis=Ä  C5 Aring=Å  C6 AE=Æ
C7 Ccedilla=Ç  C8 Egrave=È  C9 Eacute=É  CA Ecircumflex=Ê  CB Edieresis=Ë  CC Igrave=Ì  CD Iacute=Í
CE Icircumflex=Î  CF Idieresis=Ï  D0 Eth=Ð  D1 Ntilde=Ñ  D2 Ograve=Ò  D3 Oacute=Ó  D4 Ocircumflex=Ô  D5 Otilde=Õ
D6 Odieresis=Ö  D7 OE=Œ  D8 Oslash=Ø  D9 Ugrave=Ù  DA Uacute=Ú  DB Ucircumflex=Û  DC Udieresis=Ü  DD Yacute=Ý
DE Thorn=Þ  DF Germandbls=SS  E0 agrave=à  E1 aacute=á  E2 acircumflex=â  E3 atilde=ã  E4 adieresis=ä
E5 aring=å  E6 ae=æ  E7 ccedilla=ç  E8 egrave=è  E9 eacute=é  EA ecircumflex=ê  EB edieresis=ë  EC igrave=ì
ED iacute=í  EE icircumflex=î  EF idieresis=ï  F0 eth=ð  F1 ntilde=ñ  F2 ograve=ò  F3 oacute=ó  F4 ocircumflex=ô
F5 otilde=õ  F6 odieresis=ö  F7 oe=œ  F8 oslash=ø  F9 ugrave=ù  FA uacute=ú  FB ucircumflex=û  FC udieresis=ü
FD yacute=ý  FE thorn=þ  FF germandbls=ß
`;

/** Cork encoding (EC, CM-Super, Latin Modern text; from `ec.enc`). */
export const T1 = encoding("T1", T1_ROWS);

/** Cyrillic encoding (LH and CM-Super text; from `cm-super-t2a.enc`): T1 where that has Latin letters and signs. */
export const T2A = encoding(
  "T2A",
  `${T1_ROWS}
0D uni04C0=Ӏ  0E angleleft=⟨  0F angleright=⟩  12 cyrflex=0311  13 dblgrave=02F5  14 cyrbreve=02D8  80 afii10050=Ґ
81 uni0492=Ғ  82 afii10051=Ђ  83 afii10060=Ћ  84 uni04BA=Һ  85 uni0496=Җ  86 uni0498=Ҙ  87 afii10058=Љ  88 afii10056=Ї
89 uni049A=Қ  8A uni04A0=Ҡ  8B uni049C=Ҝ  8C uni04D4=Ӕ  8D uni04A2=Ң  8E uni04A4=Ҥ  8F afii10054=Ѕ  90 uni04E8=Ө
91 uni04AA=Ҫ  92 afii10062=Ў  93 uni04AE=Ү  94 uni04B0=Ұ  95 uni04B2=Ҳ  96 afii10145=Џ  97 uni04B8=Ҹ  98 uni04B6=Ҷ
99 afii10053=Є  9A uni04D8=Ә  9B afii10059=Њ  9C afii10023=Ё  9D afii61352=№  9E currency=¤  9F section=§
A0 afii10098=ґ  A1 uni0493=ғ  A2 afii10099=ђ  A3 afii10108=ћ  A4 uni04BB=һ  A5 uni0497=җ  A6 uni0499=ҙ  A7 afii10106=љ
A8 afii10104=ї  A9 uni049B=қ  AA uni04A1=ҡ  AB uni049D=ҝ  AC uni04D5=ӕ  AD uni04A3=ң  AE uni04A5=ҥ  AF afii10102=ѕ
B0 uni04E9=ө  B1 uni04AB=ҫ  B2 afii10110=ў  B3 uni04AF=ү  B4 uni04B1=ұ  B5 uni04B3=ҳ  B6 afii10193=џ  B7 uni04B9=ҹ
B8 uni04B7=ҷ  B9 afii10101=є  BA afii10846=ә  BB afii10107=њ  BC afii10071=ё  BD quotedblbase=„
BE guillemotleft.cyr=«  BF guillemotright.cyr=»  C0 afii10017=А  C1 afii10018=Б  C2 afii10019=В  C3 afii10020=Г
C4 afii10021=Д  C5 afii10022=Е  C6 afii10024=Ж  C7 afii10025=З  C8 afii10026=И  C9 afii10027=Й  CA afii10028=К
CB afii10029=Л  CC afii10030=М  CD afii10031=Н  CE afii10032=О  CF afii10033=П  D0 afii10034=Р  D1 afii10035=С
D2 afii10036=Т  D3 afii10037=У  D4 afii10038=Ф  D5 afii10039=Х  D6 afii10040=Ц  D7 afii10041=Ч  D8 afii10042=Ш
D9 afii10043=Щ  DA afii10044=Ъ  DB afii10045=Ы  DC afii10046=Ь  DD afii10047=Э  DE afii10048=Ю  DF afii10049=Я
E0 afii10065=а  E1 afii10066=б  E2 afii10067=в  E3 afii10068=г  E4 afii10069=д  E5 afii10070=е  E6 afii10072=ж
E7 afii10073=з  E8 afii10074=и  E9 afii10075=й  EA afii10076=к  EB afii10077=л  EC afii10078=м  ED afii10079=н
EE afii10080=о  EF afii10081=п  F0 afii10082=р  F1 afii10083=с  F2 afii10084=т  F3 afii10085=у  F4 afii10086=ф
F5 afii10087=х  F6 afii10088=ц  F7 afii10089=ч  F8 afii10090=ш  F9 afii10091=щ  FA afii10092=ъ  FB afii10093=ы
FC afii10094=ь  FD afii10095=э  FE afii10096=ю  FF afii10097=я
`,
);

/** Text companion symbols. */
export const TS1 = encoding(
  "TS1",
  `
00 grave=\`  01 acute=´  02 circumflex=ˆ  03 tilde=˜  04 dieresis=¨  05 hungarumlaut=˝  06 ring=˚  07 caron=ˇ
08 breve=˘  09 macron=¯  0A dotaccent=˙  0B cedilla=¸  0C ogonek=˛  0D quotesinglbase.ts1=‚
12 quotedblbase.ts1=„  15 twelveudash=‒  16 threequartersemdash=—  18 arrowleft=←  19 arrowright=→
1A tieaccentlowercase=⁀  1B tieaccentcapital=⁀  1C tieaccentlowercase.new=⁀  1D tieaccentcapital.new=⁀
20 blanksymbol=␢  24 dollar=$  27 quotesingle.ts1='  2A asteriskmath=∗  2C comma=,  2D hyphendbl=⸗  2E period=.
2F fraction=⁄  30 zero.taboldstyle=0  31 one.taboldstyle=1  32 two.taboldstyle=2  33 three.taboldstyle=3
34 four.taboldstyle=4  35 five.taboldstyle=5  36 six.taboldstyle=6  37 seven.taboldstyle=7
38 eight.taboldstyle=8  39 nine.taboldstyle=9  3C angleleft=〈  3D minus=−  3E angleright=〉  4D mho=℧
4F bigcircle=◯  51 Orogate=Ð  57 ohm=Ω  5B dblbracketleft=⟦  5D dblbracketright=⟧  5E arrowup=↑  5F arrowdown=↓
60 grave.ts1=\`  62 born=★  63 divorced=⚮  64 died=†  6C leaf=🙠  6D married=⚭  6E musicalnote=♪  71 orogate=ð
73 longs=ſ  7E tildelow=~  7F hyphendbl.alt=⸗  80 breve.ts1=˘  81 caron.ts1=ˇ  82 hungarumlaut.ts1=˝
83 dblgrave.ts1=˵  84 dagger=†  85 daggerdbl=‡  86 dblverticalbar=‖  87 perthousand=‰  88 bullet=•
89 centigrade=℃  8A dollar.oldstyle=$  8B cent.oldstyle=¢  8C florin=ƒ  8D colonmonetary=₡  8E won=₩  8F naira=₦
90 guarani=₲  91 peso=₱  92 lira=₤  93 recipe=℞  94 interrobang=‽  95 gnaborretni=⸘  96 dong=₫  97 trademark=™
98 permyriad=‱  99 paragraph.alt=¶  9A baht=฿  9B numero=№  9C discount=⁒  9D estimated=℮  9E openbullet=∘
9F servicemark=℠  A0 quillbracketleft=⁅  A1 quillbracketright=⁆  A2 cent=¢  A3 sterling=£  A4 currency=¤
A5 yen=¥  A6 brokenbar=¦  A7 section=§  A8 dieresis.ts1=¨  A9 copyright=©  AA ordfeminine=ª  AB copyleft=🄯
AC logicalnot=¬  AD published=℗  AE registered=®  AF macron.ts1=¯  B0 degree=°  B1 plusminus=±
B2 two.superior=2  B3 three.superior=3  B4 acute.ts1=´  B5 mu=μ  B6 paragraph=¶  B7 periodcentered=·
B8 referencemark=※  B9 one.superior=1  BA ordmasculine=º  BB radical=√  BC onequarter=¼  BD onehalf=½
BE threequarters=¾  BF Euro=€  D6 multiply=×  F6 divide=÷
`,
);

/** Y&Y's TeX 'n ANSI encoding (from `texnansi.enc`). */
export const LY1 = encoding(
  "LY1",
  `
01 Euro=€  04 fraction=⁄  05 dotaccent=˙  06 hungarumlaut=˝  07 ogonek=˛  08 fl=ﬂ  0A cwm=200C  0B ff=ﬀ  0C fi=ﬁ
0E ffi=ﬃ  0F ffl=ﬄ  10 dotlessi=ı  11 dotlessj=ȷ  12 grave=\`  13 acute=´  14 caron=ˇ  15 breve=˘  16 macron=¯
17 ring=˚  18 cedilla=¸  19 germandbls=ß  1A ae=æ  1B oe=œ  1C oslash=ø  1D AE=Æ  1E OE=Œ  1F Oslash=Ø
20 space=0020  21 exclam=!  22 quotedbl="  23 numbersign=#  24 dollar=$  25 percent=%  26 ampersand=&
27 quoteright=’  28 parenleft=(  29 parenright=)  2A asterisk=*  2B plus=+  2C comma=,  2D hyphen=-  2E period=.
2F slash=/  30 zero=0  31 one=1  32 two=2  33 three=3  34 four=4  35 five=5  36 six=6  37 seven=7  38 eight=8
39 nine=9  3A colon=:  3B semicolon=;  3C less=<  3D equal==  3E greater=>  3F question=?  40 at=@  41 A  42 B
43 C  44 D  45 E  46 F  47 G  48 H  49 I  4A J  4B K  4C L  4D M  4E N  4F O  50 P  51 Q  52 R  53 S  54 T  55 U
56 V  57 W  58 X  59 Y  5A Z  5B bracketleft=[  5C backslash=\\  5D bracketright=]  5E circumflex=ˆ
5F underscore=_  60 quoteleft=‘  61 a  62 b  63 c  64 d  65 e  66 f  67 g  68 h  69 i  6A j  6B k  6C l  6D m
6E n  6F o  70 p  71 q  72 r  73 s  74 t  75 u  76 v  77 w  78 x  79 y  7A z  7B braceleft={  7C bar=|
7D braceright=}  7E tilde=˜  7F dieresis=¨  80 Lslash=Ł  81 quotesingle='  82 quotesinglbase=‚  83 florin=ƒ
84 quotedblbase=„  85 ellipsis=…  86 dagger=†  87 daggerdbl=‡  88 circumflex=ˆ  89 perthousand=‰  8A Scaron=Š
8B guilsinglleft=‹  8C OE=Œ  8D Zcaron=Ž  8E asciicircum=^  8F minus=−  90 lslash=ł  91 quoteleft=‘
92 quoteright=’  93 quotedblleft=“  94 quotedblright=”  95 bullet=•  96 endash=–  97 emdash=—  98 tilde=˜
99 trademark=™  9A scaron=š  9B guilsinglright=›  9C oe=œ  9D zcaron=ž  9E asciitilde=~  9F Ydieresis=Ÿ
A0 nbspace=00A0  A1 exclamdown=¡  A2 cent=¢  A3 sterling=£  A4 currency=¤  A5 yen=¥  A6 brokenbar=¦
A7 section=§  A8 dieresis=¨  A9 copyright=©  AA ordfeminine=ª  AB guillemotleft=«  AC logicalnot=¬
AD sfthyphen=00AD  AE registered=®  AF macron=¯  B0 degree=°  B1 plusminus=±  B2 twosuperior=²
B3 threesuperior=³  B4 acute=´  B5 mu=μ  B6 paragraph=¶  B7 periodcentered=·  B8 cedilla=¸  B9 onesuperior=¹
BA ordmasculine=º  BB guillemotright=»  BC onequarter=¼  BD onehalf=½  BE threequarters=¾  BF questiondown=¿
C0 Agrave=À  C1 Aacute=Á  C2 Acircumflex=Â  C3 Atilde=Ã  C4 Adieresis=Ä  C5 Aring=Å  C6 AE=Æ  C7 Ccedilla=Ç
C8 Egrave=È  C9 Eacute=É  CA Ecircumflex=Ê  CB Edieresis=Ë  CC Igrave=Ì  CD Iacute=Í  CE Icircumflex=Î
CF Idieresis=Ï  D0 Eth=Ð  D1 Ntilde=Ñ  D2 Ograve=Ò  D3 Oacute=Ó  D4 Ocircumflex=Ô  D5 Otilde=Õ  D6 Odieresis=Ö
D7 multiply=×  D8 Oslash=Ø  D9 Ugrave=Ù  DA Uacute=Ú  DB Ucircumflex=Û  DC Udieresis=Ü  DD Yacute=Ý  DE Thorn=Þ
DF germandbls=ß  E0 agrave=à  E1 aacute=á  E2 acircumflex=â  E3 atilde=ã  E4 adieresis=ä  E5 aring=å  E6 ae=æ
E7 ccedilla=ç  E8 egrave=è  E9 eacute=é  EA ecircumflex=ê  EB edieresis=ë  EC igrave=ì  ED iacute=í
EE icircumflex=î  EF idieresis=ï  F0 eth=ð  F1 ntilde=ñ  F2 ograve=ò  F3 oacute=ó  F4 ocircumflex=ô  F5 otilde=õ
F6 odieresis=ö  F7 divide=÷  F8 oslash=ø  F9 ugrave=ù  FA uacute=ú  FB ucircumflex=û  FC udieresis=ü
FD yacute=ý  FE thorn=þ  FF ydieresis=ÿ
`,
);
