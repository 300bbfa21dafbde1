/**
 * Glyph names of the Adobe Glyph List 2.0 (Copyright 2002–2015 Adobe Systems Incorporated, Apache License 2.0,
 * https://github.com/adobe-type-tools/agl-aglfn) without scripts whose fonts never go by names, private-use values and
 * single letters. `name=text`; text that is invisible or combining as hex code points joined by "+".
 */
export const ADOBE_GLYPH_LIST = `
AE=Æ AEacute=Ǽ AEmacron=Ǣ Aacute=Á Abreve=Ă Abreveacute=Ắ Abrevecyrillic=Ӑ Abrevedotbelow=Ặ Abrevegrave=Ằ
Abrevehookabove=Ẳ Abrevetilde=Ẵ Acaron=Ǎ Acircle=Ⓐ Acircumflex=Â Acircumflexacute=Ấ Acircumflexdotbelow=Ậ
Acircumflexgrave=Ầ Acircumflexhookabove=Ẩ Acircumflextilde=Ẫ Acyrillic=А Adblgrave=Ȁ Adieresis=Ä Adieresiscyrillic=Ӓ
Adieresismacron=Ǟ Adotbelow=Ạ Adotmacron=Ǡ Agrave=À Ahookabove=Ả Aiecyrillic=Ӕ Ainvertedbreve=Ȃ Alpha=Α Alphatonos=Ά
Amacron=Ā Aogonek=Ą Aring=Å Aringacute=Ǻ Aringbelow=Ḁ Atilde=Ã Bcircle=Ⓑ Bdotaccent=Ḃ Bdotbelow=Ḅ Becyrillic=Б
Beta=Β Bhook=Ɓ Blinebelow=Ḇ Btopbar=Ƃ Cacute=Ć Ccaron=Č Ccedilla=Ç Ccedillaacute=Ḉ Ccircle=Ⓒ Ccircumflex=Ĉ Cdot=Ċ
Cdotaccent=Ċ Cheabkhasiancyrillic=Ҽ Checyrillic=Ч Chedescenderabkhasiancyrillic=Ҿ Chedescendercyrillic=Ҷ
Chedieresiscyrillic=Ӵ Chekhakassiancyrillic=Ӌ Cheverticalstrokecyrillic=Ҹ Chi=Χ Chook=Ƈ DZ=Ǳ DZcaron=Ǆ Dafrican=Ɖ
Dcaron=Ď Dcedilla=Ḑ Dcircle=Ⓓ Dcircumflexbelow=Ḓ Dcroat=Đ Ddotaccent=Ḋ Ddotbelow=Ḍ Decyrillic=Д Deicoptic=Ϯ Delta=∆
Deltagreek=Δ Dhook=Ɗ Digammagreek=Ϝ Djecyrillic=Ђ Dlinebelow=Ḏ Dslash=Đ Dtopbar=Ƌ Dz=ǲ Dzcaron=ǅ
Dzeabkhasiancyrillic=Ӡ Dzecyrillic=Ѕ Dzhecyrillic=Џ Eacute=É Ebreve=Ĕ Ecaron=Ě Ecedillabreve=Ḝ Ecircle=Ⓔ
Ecircumflex=Ê Ecircumflexacute=Ế Ecircumflexbelow=Ḙ Ecircumflexdotbelow=Ệ Ecircumflexgrave=Ề Ecircumflexhookabove=Ể
Ecircumflextilde=Ễ Ecyrillic=Є Edblgrave=Ȅ Edieresis=Ë Edot=Ė Edotaccent=Ė Edotbelow=Ẹ Efcyrillic=Ф Egrave=È
Ehookabove=Ẻ Eightroman=Ⅷ Einvertedbreve=Ȇ Eiotifiedcyrillic=Ѥ Elcyrillic=Л Elevenroman=Ⅺ Emacron=Ē Emacronacute=Ḗ
Emacrongrave=Ḕ Emcyrillic=М Encyrillic=Н Endescendercyrillic=Ң Eng=Ŋ Enghecyrillic=Ҥ Enhookcyrillic=Ӈ Eogonek=Ę
Eopen=Ɛ Epsilon=Ε Epsilontonos=Έ Ercyrillic=Р Ereversed=Ǝ Ereversedcyrillic=Э Escyrillic=С Esdescendercyrillic=Ҫ
Esh=Ʃ Eta=Η Etatonos=Ή Eth=Ð Etilde=Ẽ Etildebelow=Ḛ Euro=€ Ezh=Ʒ Ezhcaron=Ǯ Ezhreversed=Ƹ Fcircle=Ⓕ Fdotaccent=Ḟ
Feicoptic=Ϥ Fhook=Ƒ Fitacyrillic=Ѳ Fiveroman=Ⅴ Fourroman=Ⅳ Gacute=Ǵ Gamma=Γ Gammaafrican=Ɣ Gangiacoptic=Ϫ Gbreve=Ğ
Gcaron=Ǧ Gcedilla=Ģ Gcircle=Ⓖ Gcircumflex=Ĝ Gcommaaccent=Ģ Gdot=Ġ Gdotaccent=Ġ Gecyrillic=Г Ghemiddlehookcyrillic=Ҕ
Ghestrokecyrillic=Ғ Gheupturncyrillic=Ґ Ghook=Ɠ Gjecyrillic=Ѓ Gmacron=Ḡ Gsmallhook=ʛ Gstroke=Ǥ H18533=● H18543=▪
H18551=▫ H22073=□ Haabkhasiancyrillic=Ҩ Hadescendercyrillic=Ҳ Hardsigncyrillic=Ъ Hbar=Ħ Hbrevebelow=Ḫ Hcedilla=Ḩ
Hcircle=Ⓗ Hcircumflex=Ĥ Hdieresis=Ḧ Hdotaccent=Ḣ Hdotbelow=Ḥ Horicoptic=Ϩ IAcyrillic=Я IJ=Ĳ IUcyrillic=Ю Iacute=Í
Ibreve=Ĭ Icaron=Ǐ Icircle=Ⓘ Icircumflex=Î Icyrillic=І Idblgrave=Ȉ Idieresis=Ï Idieresisacute=Ḯ Idieresiscyrillic=Ӥ
Idot=İ Idotaccent=İ Idotbelow=Ị Iebrevecyrillic=Ӗ Iecyrillic=Е Ifraktur=ℑ Igrave=Ì Ihookabove=Ỉ Iicyrillic=И
Iinvertedbreve=Ȋ Iishortcyrillic=Й Imacron=Ī Imacroncyrillic=Ӣ Iocyrillic=Ё Iogonek=Į Iota=Ι Iotaafrican=Ɩ
Iotadieresis=Ϊ Iotatonos=Ί Istroke=Ɨ Itilde=Ĩ Itildebelow=Ḭ Izhitsacyrillic=Ѵ Izhitsadblgravecyrillic=Ѷ Jcircle=Ⓙ
Jcircumflex=Ĵ Jecyrillic=Ј Kabashkircyrillic=Ҡ Kacute=Ḱ Kacyrillic=К Kadescendercyrillic=Қ Kahookcyrillic=Ӄ Kappa=Κ
Kastrokecyrillic=Ҟ Kaverticalstrokecyrillic=Ҝ Kcaron=Ǩ Kcedilla=Ķ Kcircle=Ⓚ Kcommaaccent=Ķ Kdotbelow=Ḳ Khacyrillic=Х
Kheicoptic=Ϧ Khook=Ƙ Kjecyrillic=Ќ Klinebelow=Ḵ Koppacyrillic=Ҁ Koppagreek=Ϟ Ksicyrillic=Ѯ LJ=Ǉ Lacute=Ĺ Lambda=Λ
Lcaron=Ľ Lcedilla=Ļ Lcircle=Ⓛ Lcircumflexbelow=Ḽ Lcommaaccent=Ļ Ldot=Ŀ Ldotaccent=Ŀ Ldotbelow=Ḷ Ldotbelowmacron=Ḹ
Lj=ǈ Ljecyrillic=Љ Llinebelow=Ḻ Lslash=Ł Macute=Ḿ Mcircle=Ⓜ Mdotaccent=Ṁ Mdotbelow=Ṃ Mturned=Ɯ Mu=Μ NJ=Ǌ Nacute=Ń
Ncaron=Ň Ncedilla=Ņ Ncircle=Ⓝ Ncircumflexbelow=Ṋ Ncommaaccent=Ņ Ndotaccent=Ṅ Ndotbelow=Ṇ Nhookleft=Ɲ Nineroman=Ⅸ
Nj=ǋ Njecyrillic=Њ Nlinebelow=Ṉ Ntilde=Ñ Nu=Ν OE=Œ Oacute=Ó Obarredcyrillic=Ө Obarreddieresiscyrillic=Ӫ Obreve=Ŏ
Ocaron=Ǒ Ocenteredtilde=Ɵ Ocircle=Ⓞ Ocircumflex=Ô Ocircumflexacute=Ố Ocircumflexdotbelow=Ộ Ocircumflexgrave=Ồ
Ocircumflexhookabove=Ổ Ocircumflextilde=Ỗ Ocyrillic=О Odblacute=Ő Odblgrave=Ȍ Odieresis=Ö Odieresiscyrillic=Ӧ
Odotbelow=Ọ Ograve=Ò Ohm=Ω Ohookabove=Ỏ Ohorn=Ơ Ohornacute=Ớ Ohorndotbelow=Ợ Ohorngrave=Ờ Ohornhookabove=Ở
Ohorntilde=Ỡ Ohungarumlaut=Ő Oi=Ƣ Oinvertedbreve=Ȏ Omacron=Ō Omacronacute=Ṓ Omacrongrave=Ṑ Omega=Ω Omegacyrillic=Ѡ
Omegagreek=Ω Omegaroundcyrillic=Ѻ Omegatitlocyrillic=Ѽ Omegatonos=Ώ Omicron=Ο Omicrontonos=Ό Oneroman=Ⅰ Oogonek=Ǫ
Oogonekmacron=Ǭ Oopen=Ɔ Oslash=Ø Oslashacute=Ǿ Ostrokeacute=Ǿ Otcyrillic=Ѿ Otilde=Õ Otildeacute=Ṍ Otildedieresis=Ṏ
Pacute=Ṕ Pcircle=Ⓟ Pdotaccent=Ṗ Pecyrillic=П Pemiddlehookcyrillic=Ҧ Phi=Φ Phook=Ƥ Pi=Π Psi=Ψ Psicyrillic=Ѱ Qcircle=Ⓠ
Racute=Ŕ Rcaron=Ř Rcedilla=Ŗ Rcircle=Ⓡ Rcommaaccent=Ŗ Rdblgrave=Ȑ Rdotaccent=Ṙ Rdotbelow=Ṛ Rdotbelowmacron=Ṝ
Rfraktur=ℜ Rho=Ρ Rinvertedbreve=Ȓ Rlinebelow=Ṟ Rsmallinverted=ʁ Rsmallinvertedsuperior=ʶ Sacute=Ś Sacutedotaccent=Ṥ
Sampigreek=Ϡ Scaron=Š Scarondotaccent=Ṧ Scedilla=Ş Schwa=Ə Schwacyrillic=Ә Schwadieresiscyrillic=Ӛ Scircle=Ⓢ
Scircumflex=Ŝ Scommaaccent=Ș Sdotaccent=Ṡ Sdotbelow=Ṣ Sdotbelowdotaccent=Ṩ Sevenroman=Ⅶ Shacyrillic=Ш
Shchacyrillic=Щ Sheicoptic=Ϣ Shhacyrillic=Һ Shimacoptic=Ϭ Sigma=Σ Sixroman=Ⅵ Softsigncyrillic=Ь Stigmagreek=Ϛ Tau=Τ
Tbar=Ŧ Tcaron=Ť Tcedilla=Ţ Tcircle=Ⓣ Tcircumflexbelow=Ṱ Tcommaaccent=Ţ Tdotaccent=Ṫ Tdotbelow=Ṭ Tecyrillic=Т
Tedescendercyrillic=Ҭ Tenroman=Ⅹ Tetsecyrillic=Ҵ Theta=Θ Thook=Ƭ Thorn=Þ Threeroman=Ⅲ Tlinebelow=Ṯ Tonefive=Ƽ
Tonesix=Ƅ Tonetwo=Ƨ Tretroflexhook=Ʈ Tsecyrillic=Ц Tshecyrillic=Ћ Twelveroman=Ⅻ Tworoman=Ⅱ Uacute=Ú Ubreve=Ŭ
Ucaron=Ǔ Ucircle=Ⓤ Ucircumflex=Û Ucircumflexbelow=Ṷ Ucyrillic=У Udblacute=Ű Udblgrave=Ȕ Udieresis=Ü Udieresisacute=Ǘ
Udieresisbelow=Ṳ Udieresiscaron=Ǚ Udieresiscyrillic=Ӱ Udieresisgrave=Ǜ Udieresismacron=Ǖ Udotbelow=Ụ Ugrave=Ù
Uhookabove=Ủ Uhorn=Ư Uhornacute=Ứ Uhorndotbelow=Ự Uhorngrave=Ừ Uhornhookabove=Ử Uhorntilde=Ữ Uhungarumlaut=Ű
Uhungarumlautcyrillic=Ӳ Uinvertedbreve=Ȗ Ukcyrillic=Ѹ Umacron=Ū Umacroncyrillic=Ӯ Umacrondieresis=Ṻ Uogonek=Ų
Upsilon=Υ Upsilon1=ϒ Upsilonacutehooksymbolgreek=ϓ Upsilonafrican=Ʊ Upsilondieresis=Ϋ
Upsilondieresishooksymbolgreek=ϔ Upsilonhooksymbol=ϒ Upsilontonos=Ύ Uring=Ů Ushortcyrillic=Ў Ustraightcyrillic=Ү
Ustraightstrokecyrillic=Ұ Utilde=Ũ Utildeacute=Ṹ Utildebelow=Ṵ Vcircle=Ⓥ Vdotbelow=Ṿ Vecyrillic=В Vhook=Ʋ Vtilde=Ṽ
Wacute=Ẃ Wcircle=Ⓦ Wcircumflex=Ŵ Wdieresis=Ẅ Wdotaccent=Ẇ Wdotbelow=Ẉ Wgrave=Ẁ Xcircle=Ⓧ Xdieresis=Ẍ Xdotaccent=Ẋ
Xi=Ξ Yacute=Ý Yatcyrillic=Ѣ Ycircle=Ⓨ Ycircumflex=Ŷ Ydieresis=Ÿ Ydotaccent=Ẏ Ydotbelow=Ỵ Yericyrillic=Ы
Yerudieresiscyrillic=Ӹ Ygrave=Ỳ Yhook=Ƴ Yhookabove=Ỷ Yicyrillic=Ї Ytilde=Ỹ Yusbigcyrillic=Ѫ Yusbigiotifiedcyrillic=Ѭ
Yuslittlecyrillic=Ѧ Yuslittleiotifiedcyrillic=Ѩ Zacute=Ź Zcaron=Ž Zcircle=Ⓩ Zcircumflex=Ẑ Zdot=Ż Zdotaccent=Ż
Zdotbelow=Ẓ Zecyrillic=З Zedescendercyrillic=Ҙ Zedieresiscyrillic=Ӟ Zeta=Ζ Zhebrevecyrillic=Ӂ Zhecyrillic=Ж
Zhedescendercyrillic=Җ Zhedieresiscyrillic=Ӝ Zlinebelow=Ẕ Zstroke=Ƶ aacute=á abreve=ă abreveacute=ắ abrevecyrillic=ӑ
abrevedotbelow=ặ abrevegrave=ằ abrevehookabove=ẳ abrevetilde=ẵ acaron=ǎ acircle=ⓐ acircumflex=â acircumflexacute=ấ
acircumflexdotbelow=ậ acircumflexgrave=ầ acircumflexhookabove=ẩ acircumflextilde=ẫ acute=´ acutebelowcmb=0317
acutecmb=0301 acutecomb=0301 acutelowmod=ˏ acutetonecmb=0341 acyrillic=а adblgrave=ȁ adieresis=ä adieresiscyrillic=ӓ
adieresismacron=ǟ adotbelow=ạ adotmacron=ǡ ae=æ aeacute=ǽ aemacron=ǣ afii00208=― afii08941=₤ afii10017=А afii10018=Б
afii10019=В afii10020=Г afii10021=Д afii10022=Е afii10023=Ё afii10024=Ж afii10025=З afii10026=И afii10027=Й
afii10028=К afii10029=Л afii10030=М afii10031=Н afii10032=О afii10033=П afii10034=Р afii10035=С afii10036=Т
afii10037=У afii10038=Ф afii10039=Х afii10040=Ц afii10041=Ч afii10042=Ш afii10043=Щ afii10044=Ъ afii10045=Ы
afii10046=Ь afii10047=Э afii10048=Ю afii10049=Я afii10050=Ґ afii10051=Ђ afii10052=Ѓ afii10053=Є afii10054=Ѕ
afii10055=І afii10056=Ї afii10057=Ј afii10058=Љ afii10059=Њ afii10060=Ћ afii10061=Ќ afii10062=Ў afii10065=а
afii10066=б afii10067=в afii10068=г afii10069=д afii10070=е afii10071=ё afii10072=ж afii10073=з afii10074=и
afii10075=й afii10076=к afii10077=л afii10078=м afii10079=н afii10080=о afii10081=п afii10082=р afii10083=с
afii10084=т afii10085=у afii10086=ф afii10087=х afii10088=ц afii10089=ч afii10090=ш afii10091=щ afii10092=ъ
afii10093=ы afii10094=ь afii10095=э afii10096=ю afii10097=я afii10098=ґ afii10099=ђ afii10100=ѓ afii10101=є
afii10102=ѕ afii10103=і afii10104=ї afii10105=ј afii10106=љ afii10107=њ afii10108=ћ afii10109=ќ afii10110=ў
afii10145=Џ afii10146=Ѣ afii10147=Ѳ afii10148=Ѵ afii10193=џ afii10194=ѣ afii10195=ѳ afii10196=ѵ afii10846=ә
afii299=‎ afii300=‏ afii301=‍ agrave=à ahookabove=ả aiecyrillic=ӕ ainvertedbreve=ȃ aleph=ℵ allequal=≌ alpha=α
alphatonos=ά amacron=ā ampersand=& angle=∠ angleleft=〈 angleright=〉 angstrom=Å anoteleia=· aogonek=ą aparen=⒜
apostrophemod=ʼ approaches=≐ approxequal=≈ approxequalorimage=≒ approximatelyequal=≅ arc=⌒ arighthalfring=ẚ aring=å
aringacute=ǻ aringbelow=ḁ arrowboth=↔ arrowdashdown=⇣ arrowdashleft=⇠ arrowdashright=⇢ arrowdashup=⇡ arrowdblboth=⇔
arrowdbldown=⇓ arrowdblleft=⇐ arrowdblright=⇒ arrowdblup=⇑ arrowdown=↓ arrowdownleft=↙ arrowdownright=↘
arrowdownwhite=⇩ arrowheaddownmod=˅ arrowheadleftmod=˂ arrowheadrightmod=˃ arrowheadupmod=˄ arrowleft=←
arrowleftdbl=⇐ arrowleftdblstroke=⇍ arrowleftoverright=⇆ arrowleftwhite=⇦ arrowright=→ arrowrightdblstroke=⇏
arrowrightheavy=➞ arrowrightoverleft=⇄ arrowrightwhite=⇨ arrowtableft=⇤ arrowtabright=⇥ arrowup=↑ arrowupdn=↕
arrowupdnbse=↨ arrowupdownbase=↨ arrowupleft=↖ arrowupleftofdown=⇅ arrowupright=↗ arrowupwhite=⇧ asciicircum=^
asciitilde=~ ascript=ɑ ascriptturned=ɒ asterisk=* asteriskmath=∗ asterism=⁂ asymptoticallyequal=≃ at=@ atilde=ã
aturned=ɐ backslash=\\ bar=| bcircle=ⓑ bdotaccent=ḃ bdotbelow=ḅ beamedsixteenthnotes=♬ because=∵ becyrillic=б
bhook=ɓ bilabialclick=ʘ blackcircle=● blackdiamond=◆ blackdownpointingtriangle=▼ blackleftpointingpointer=◄
blackleftpointingtriangle=◀ blacklowerlefttriangle=◣ blacklowerrighttriangle=◢ blackrectangle=▬
blackrightpointingpointer=► blackrightpointingtriangle=▶ blacksmilingface=☻ blackstar=★ blackupperlefttriangle=◤
blackupperrighttriangle=◥ blackuppointingsmalltriangle=▴ blackuppointingtriangle=▲ blank=␣ blinebelow=ḇ block=█
bparen=⒝ braceleft={ braceright=} bracketleft=[ bracketright=] breve=˘ brevebelowcmb=032E brevecmb=0306
breveinvertedbelowcmb=032F breveinvertedcmb=0311 breveinverteddoublecmb=0361 bridgebelowcmb=032A
bridgeinvertedbelowcmb=033A brokenbar=¦ bstroke=ƀ btopbar=ƃ bullet=• bulletinverse=◘ bulletoperator=∙ bullseye=◎
cacute=ć candrabinducmb=0310 capslock=⇪ careof=℅ caron=ˇ caronbelowcmb=032C caroncmb=030C carriagereturn=↵ ccaron=č
ccedilla=ç ccedillaacute=ḉ ccircle=ⓒ ccircumflex=ĉ ccurl=ɕ cdot=ċ cdotaccent=ċ cedilla=¸ cedillacmb=0327 cent=¢
centigrade=℃ cheabkhasiancyrillic=ҽ checkmark=✓ checyrillic=ч chedescenderabkhasiancyrillic=ҿ chedescendercyrillic=ҷ
chedieresiscyrillic=ӵ chekhakassiancyrillic=ӌ cheverticalstrokecyrillic=ҹ chi=χ chook=ƈ circle=○ circlemultiply=⊗
circleot=⊙ circleplus=⊕ circlewithlefthalfblack=◐ circlewithrighthalfblack=◑ circumflex=ˆ circumflexbelowcmb=032D
circumflexcmb=0302 clear=⌧ clickalveolar=ǂ clickdental=ǀ clicklateral=ǁ clickretroflex=ǃ club=♣ clubsuitblack=♣
clubsuitwhite=♧ colon=: colonmonetary=₡ colonsign=₡ colontriangularhalfmod=ˑ colontriangularmod=ː comma=,
commaabovecmb=0313 commaaboverightcmb=0315 commareversedabovecmb=0314 commareversedmod=ʽ commaturnedabovecmb=0312
commaturnedmod=ʻ compass=☼ congruent=≅ contourintegral=∮ control=⌃ controlDEL=007F copyright=© cparen=⒞ cruzeiro=₢
cstretched=ʗ curlyand=⋏ curlyor=⋎ currency=¤ dagger=† daggerdbl=‡ dasiapneumatacyrilliccmb=҅
dblarchinvertedbelowcmb=032B dblarrowleft=⇔ dblarrowright=⇒ dblgravecmb=030F dblintegral=∬ dbllowline=‗
dbllowlinecmb=0333 dbloverlinecmb=033F dblprimemod=ʺ dblverticalbar=‖ dblverticallineabovecmb=030E dcaron=ď
dcedilla=ḑ dcircle=ⓓ dcircumflexbelow=ḓ dcroat=đ ddotaccent=ḋ ddotbelow=ḍ decyrillic=д degree=° deicoptic=ϯ
deleteleft=⌫ deleteright=⌦ delta=δ deltaturned=ƍ dezh=ʤ dhook=ɗ dialytikatonos=΅ dialytikatonoscmb=0344 diamond=♦
diamondsuitwhite=♢ dieresis=¨ dieresisbelowcmb=0324 dieresiscmb=0308 dieresistonos=΅ divide=÷ divides=∣
divisionslash=∕ djecyrillic=ђ dkshade=▓ dlinebelow=ḏ dmacron=đ dnblock=▄ dollar=$ dong=₫ dotaccent=˙
dotaccentcmb=0307 dotbelowcmb=0323 dotbelowcomb=0323 dotlessi=ı dotlessjstrokehook=ʄ dotmath=⋅ dottedcircle=◌
downtackbelowcmb=031E downtackmod=˕ dparen=⒟ dtail=ɖ dtopbar=ƌ dz=ǳ dzaltone=ʣ dzcaron=ǆ dzcurl=ʥ
dzeabkhasiancyrillic=ӡ dzecyrillic=ѕ dzhecyrillic=џ eacute=é earth=♁ ebreve=ĕ ecaron=ě ecedillabreve=ḝ ecircle=ⓔ
ecircumflex=ê ecircumflexacute=ế ecircumflexbelow=ḙ ecircumflexdotbelow=ệ ecircumflexgrave=ề ecircumflexhookabove=ể
ecircumflextilde=ễ ecyrillic=є edblgrave=ȅ edieresis=ë edot=ė edotaccent=ė edotbelow=ẹ efcyrillic=ф egrave=è
ehookabove=ẻ eight=8 eightcircle=⑧ eightcircleinversesansserif=➑ eighteencircle=⑱ eighteenparen=⒅ eighteenperiod=⒙
eighthnotebeamed=♫ eightparen=⑻ eightperiod=⒏ eightroman=ⅷ eightsuperior=⁸ einvertedbreve=ȇ eiotifiedcyrillic=ѥ
elcyrillic=л element=∈ elevencircle=⑪ elevenparen=⑾ elevenperiod=⒒ elevenroman=ⅺ ellipsis=… ellipsisvertical=⋮
emacron=ē emacronacute=ḗ emacrongrave=ḕ emcyrillic=м emdash=— emptyset=∅ encyrillic=н endash=– endescendercyrillic=ң
eng=ŋ enghecyrillic=ҥ enhookcyrillic=ӈ enspace=  eogonek=ę eopen=ɛ eopenclosed=ʚ eopenreversed=ɜ
eopenreversedclosed=ɞ eopenreversedhook=ɝ eparen=⒠ epsilon=ε epsilontonos=έ equal== equalsuperior=⁼ equivalence=≡
ercyrillic=р ereversed=ɘ ereversedcyrillic=э escyrillic=с esdescendercyrillic=ҫ esh=ʃ eshcurl=ʆ eshreversedloop=ƪ
eshsquatreversed=ʅ estimated=℮ eta=η etatonos=ή eth=ð etilde=ẽ etildebelow=ḛ eturned=ǝ euro=€ exclam=! exclamdbl=‼
exclamdown=¡ existential=∃ ezh=ʒ ezhcaron=ǯ ezhcurl=ʓ ezhreversed=ƹ ezhtail=ƺ fahrenheit=℉ fcircle=ⓕ fdotaccent=ḟ
feicoptic=ϥ female=♀ ff=ﬀ ffi=ﬃ ffl=ﬄ fi=ﬁ fifteencircle=⑮ fifteenparen=⒂ fifteenperiod=⒖ figuredash=‒ filledbox=■
filledrect=▬ firsttonechinese=ˉ fisheye=◉ fitacyrillic=ѳ five=5 fivecircle=⑤ fivecircleinversesansserif=➎
fiveeighths=⅝ fiveparen=⑸ fiveperiod=⒌ fiveroman=ⅴ fivesuperior=⁵ fl=ﬂ florin=ƒ forall=∀ four=4 fourcircle=④
fourcircleinversesansserif=➍ fourparen=⑷ fourperiod=⒋ fourroman=ⅳ foursuperior=⁴ fourteencircle=⑭ fourteenparen=⒁
fourteenperiod=⒕ fourthtonechinese=ˋ fparen=⒡ fraction=⁄ franc=₣ gacute=ǵ gamma=γ gammalatinsmall=ɣ gammasuperior=ˠ
gangiacoptic=ϫ gbreve=ğ gcaron=ǧ gcedilla=ģ gcircle=ⓖ gcircumflex=ĝ gcommaaccent=ģ gdot=ġ gdotaccent=ġ gecyrillic=г
geometricallyequal=≑ germandbls=ß ghemiddlehookcyrillic=ҕ ghestrokecyrillic=ғ gheupturncyrillic=ґ ghook=ɠ
gjecyrillic=ѓ glottalinvertedstroke=ƾ glottalstop=ʔ glottalstopinverted=ʖ glottalstopmod=ˀ glottalstopreversed=ʕ
glottalstopreversedmod=ˁ glottalstopreversedsuperior=ˤ glottalstopstroke=ʡ glottalstopstrokereversed=ʢ gmacron=ḡ
gparen=⒢ gradient=∇ grave=\` gravebelowcmb=0316 gravecmb=0300 gravecomb=0300 gravelowmod=ˎ gravetonecmb=0340
greater=> greaterequal=≥ greaterequalorless=⋛ greaterorequivalent=≳ greaterorless=≷ greateroverequal=≧ gscript=ɡ
gstroke=ǥ guillemotleft=« guillemotright=» guilsinglleft=‹ guilsinglright=› haabkhasiancyrillic=ҩ
hadescendercyrillic=ҳ hardsigncyrillic=ъ harpoonleftbarbup=↼ harpoonrightbarbup=⇀ hbar=ħ hbrevebelow=ḫ hcedilla=ḩ
hcircle=ⓗ hcircumflex=ĥ hdieresis=ḧ hdotaccent=ḣ hdotbelow=ḥ hhook=ɦ hhooksuperior=ʱ hlinebelow=ẖ hookabovecomb=0309
hookcmb=0309 hookpalatalizedbelowcmb=0321 hookretroflexbelowcmb=0322 horicoptic=ϩ horizontalbar=― horncmb=031B
hotsprings=♨ house=⌂ hparen=⒣ hsuperior=ʰ hturned=ɥ hungarumlaut=˝ hungarumlautcmb=030B hv=ƕ hyphen=- hyphentwo=‐
iacute=í iacyrillic=я ibreve=ĭ icaron=ǐ icircle=ⓘ icircumflex=î icyrillic=і idblgrave=ȉ idieresis=ï idieresisacute=ḯ
idieresiscyrillic=ӥ idotbelow=ị iebrevecyrillic=ӗ iecyrillic=е igrave=ì ihookabove=ỉ iicyrillic=и iinvertedbreve=ȋ
iishortcyrillic=й ij=ĳ ilde=˜ imacron=ī imacroncyrillic=ӣ imageorapproximatelyequal=≓ increment=∆ infinity=∞
integral=∫ integralbottom=⌡ integralbt=⌡ integraltop=⌠ integraltp=⌠ intersection=∩ invbullet=◘ invcircle=◙
invsmileface=☻ iocyrillic=ё iogonek=į iota=ι iotadieresis=ϊ iotadieresistonos=ΐ iotalatin=ɩ iotatonos=ί iparen=⒤
istroke=ɨ itilde=ĩ itildebelow=ḭ iucyrillic=ю izhitsacyrillic=ѵ izhitsadblgravecyrillic=ѷ jcaron=ǰ jcircle=ⓙ
jcircumflex=ĵ jcrossedtail=ʝ jdotlessstroke=ɟ jecyrillic=ј jparen=⒥ jsuperior=ʲ kabashkircyrillic=ҡ kacute=ḱ
kacyrillic=к kadescendercyrillic=қ kahookcyrillic=ӄ kappa=κ kappasymbolgreek=ϰ kastrokecyrillic=ҟ
kaverticalstrokecyrillic=ҝ kcaron=ǩ kcedilla=ķ kcircle=ⓚ kcommaaccent=ķ kdotbelow=ḳ kgreenlandic=ĸ khacyrillic=х
kheicoptic=ϧ khook=ƙ kjecyrillic=ќ klinebelow=ḵ koppacyrillic=ҁ kparen=⒦ ksicyrillic=ѯ kturned=ʞ lacute=ĺ lambda=λ
lambdastroke=ƛ largecircle=◯ lbar=ƚ lbelt=ɬ lcaron=ľ lcedilla=ļ lcircle=ⓛ lcircumflexbelow=ḽ lcommaaccent=ļ ldot=ŀ
ldotaccent=ŀ ldotbelow=ḷ ldotbelowmacron=ḹ leftangleabovecmb=031A lefttackbelowcmb=0318 less=< lessequal=≤
lessequalorgreater=⋚ lessorequivalent=≲ lessorgreater=≶ lessoverequal=≦ lezh=ɮ lfblock=▌ lhookretroflex=ɭ lira=₤
lj=ǉ ljecyrillic=љ llinebelow=ḻ lmiddletilde=ɫ logicaland=∧ logicalnot=¬ logicalnotreversed=⌐ logicalor=∨ longs=ſ
lowlinecmb=0332 lozenge=◊ lparen=⒧ lslash=ł ltshade=░ macron=¯ macronbelowcmb=0331 macroncmb=0304 macronlowmod=ˍ
macute=ḿ male=♂ mars=♂ mcircle=ⓜ mdotaccent=ṁ mdotbelow=ṃ mhook=ɱ middot=· minus=− minusbelowcmb=0320 minuscircle=⊖
minusmod=˗ minusplus=∓ minute=′ mlonglegturned=ɰ mparen=⒨ mturned=ɯ mu=µ mu1=µ muchgreater=≫ muchless=≪ mugreek=μ
multiply=× musicalnote=♪ musicalnotedbl=♫ musicflatsign=♭ musicsharpsign=♯ nabla=∇ nacute=ń napostrophe=ŉ
nbspace=00A0 ncaron=ň ncedilla=ņ ncircle=ⓝ ncircumflexbelow=ṋ ncommaaccent=ņ ndotaccent=ṅ ndotbelow=ṇ
newsheqelsign=₪ nhookleft=ɲ nhookretroflex=ɳ nine=9 ninecircle=⑨ ninecircleinversesansserif=➒ nineparen=⑼
nineperiod=⒐ nineroman=ⅸ ninesuperior=⁹ nineteencircle=⑲ nineteenparen=⒆ nineteenperiod=⒚ nj=ǌ njecyrillic=њ
nlegrightlong=ƞ nlinebelow=ṉ nonbreakingspace=00A0 notcontains=∌ notelement=∉ notelementof=∉ notequal=≠ notgreater=≯
notgreaternorequal=≱ notgreaternorless=≹ notidentical=≢ notless=≮ notlessnorequal=≰ notparallel=∦ notprecedes=⊀
notsubset=⊄ notsucceeds=⊁ notsuperset=⊅ nparen=⒩ nsuperior=ⁿ ntilde=ñ nu=ν numbersign=# numeralsigngreek=ʹ
numeralsignlowergreek=͵ numero=№ oacute=ó obarred=ɵ obarredcyrillic=ө obarreddieresiscyrillic=ӫ obreve=ŏ ocaron=ǒ
ocircle=ⓞ ocircumflex=ô ocircumflexacute=ố ocircumflexdotbelow=ộ ocircumflexgrave=ồ ocircumflexhookabove=ổ
ocircumflextilde=ỗ ocyrillic=о odblacute=ő odblgrave=ȍ odieresis=ö odieresiscyrillic=ӧ odotbelow=ọ oe=œ ogonek=˛
ogonekcmb=0328 ograve=ò ohookabove=ỏ ohorn=ơ ohornacute=ớ ohorndotbelow=ợ ohorngrave=ờ ohornhookabove=ở ohorntilde=ỡ
ohungarumlaut=ő oi=ƣ oinvertedbreve=ȏ omacron=ō omacronacute=ṓ omacrongrave=ṑ omega=ω omega1=ϖ omegacyrillic=ѡ
omegalatinclosed=ɷ omegaroundcyrillic=ѻ omegatitlocyrillic=ѽ omegatonos=ώ omicron=ο omicrontonos=ό one=1 onecircle=①
onecircleinversesansserif=➊ onedotenleader=․ oneeighth=⅛ onehalf=½ oneparen=⑴ oneperiod=⒈ onequarter=¼ oneroman=ⅰ
onesuperior=¹ onethird=⅓ oogonek=ǫ oogonekmacron=ǭ oopen=ɔ oparen=⒪ openbullet=◦ option=⌥ ordfeminine=ª
ordmasculine=º orthogonal=∟ oslash=ø oslashacute=ǿ ostrokeacute=ǿ otcyrillic=ѿ otilde=õ otildeacute=ṍ
otildedieresis=ṏ overline=‾ overlinecmb=0305 overscore=¯ pacute=ṕ pagedown=⇟ pageup=⇞ palatalizationcyrilliccmb=҄
palochkacyrillic=Ӏ paragraph=¶ parallel=∥ parenleft=( parenleftsuperior=⁽ parenright=) parenrightsuperior=⁾
partialdiff=∂ pcircle=ⓟ pdotaccent=ṗ phi=φ phi1=ϕ philatin=ɸ phisymbolgreek=ϕ phook=ƥ pi=π pisymbolgreek=ϖ plus=+
plusbelowcmb=031F pluscircle=⊕ plusminus=± plusmod=˖ plussuperior=⁺ pointingindexdownwhite=☟
pointingindexleftwhite=☜ pointingindexrightwhite=☞ pointingindexupwhite=☝ pparen=⒫ precedes=≺ prescription=℞
primemod=ʹ primereversed=‵ product=∏ projective=⌅ propellor=⌘ propersubset=⊂ propersuperset=⊃ proportion=∷
proportional=∝ psi=ψ psicyrillic=ѱ psilipneumatacyrilliccmb=҆ qcircle=ⓠ qhook=ʠ qparen=⒬ quarternote=♩ question=?
questiondown=¿ questiongreek=; quotedbl=" quotedblbase=„ quotedblleft=“ quotedblright=” quoteleft=‘
quoteleftreversed=‛ quotereversed=‛ quoteright=’ quoterightn=ŉ quotesinglbase=‚ quotesingle=' racute=ŕ radical=√
ramshorn=ɤ ratio=∶ rcaron=ř rcedilla=ŗ rcircle=ⓡ rcommaaccent=ŗ rdblgrave=ȑ rdotaccent=ṙ rdotbelow=ṛ
rdotbelowmacron=ṝ referencemark=※ reflexsubset=⊆ reflexsuperset=⊇ registered=® reversedtilde=∽ revlogicalnot=⌐
rfishhook=ɾ rfishhookreversed=ɿ rho=ρ rhook=ɽ rhookturned=ɻ rhookturnedsuperior=ʵ rhosymbolgreek=ϱ rhotichookmod=˞
rightangle=∟ righttackbelowcmb=0319 righttriangle=⊿ ring=˚ ringbelowcmb=0325 ringcmb=030A ringhalfleft=ʿ
ringhalfleftbelowcmb=031C ringhalfleftcentered=˓ ringhalfright=ʾ ringhalfrightbelowcmb=0339 ringhalfrightcentered=˒
rinvertedbreve=ȓ rlinebelow=ṟ rlongleg=ɼ rlonglegturned=ɺ rparen=⒭ rtblock=▐ rturned=ɹ rturnedsuperior=ʴ sacute=ś
sacutedotaccent=ṥ scaron=š scarondotaccent=ṧ scedilla=ş schwa=ə schwacyrillic=ә schwadieresiscyrillic=ӛ schwahook=ɚ
scircle=ⓢ scircumflex=ŝ scommaaccent=ș sdotaccent=ṡ sdotbelow=ṣ sdotbelowdotaccent=ṩ seagullbelowcmb=033C second=″
secondtonechinese=ˊ section=§ semicolon=; seven=7 sevencircle=⑦ sevencircleinversesansserif=➐ seveneighths=⅞
sevenparen=⑺ sevenperiod=⒎ sevenroman=ⅶ sevensuperior=⁷ seventeencircle=⑰ seventeenparen=⒄ seventeenperiod=⒘
sfthyphen=00AD shacyrillic=ш shade=▒ shadedark=▓ shadelight=░ shademedium=▒ shchacyrillic=щ sheicoptic=ϣ sheqel=₪
shhacyrillic=һ shimacoptic=ϭ shook=ʂ sigma=σ sigma1=ς sigmafinal=ς sigmalunatesymbolgreek=ϲ similar=∼ six=6
sixcircle=⑥ sixcircleinversesansserif=➏ sixparen=⑹ sixperiod=⒍ sixroman=ⅵ sixsuperior=⁶ sixteencircle=⑯
sixteenparen=⒃ sixteenperiod=⒗ slash=/ slong=ſ slongdotaccent=ẛ smileface=☺ softhyphen=00AD softsigncyrillic=ь
soliduslongoverlaycmb=0338 solidusshortoverlaycmb=0337 space=0020 spade=♠ spadesuitblack=♠ spadesuitwhite=♤ sparen=⒮
squarebelowcmb=033B squarediagonalcrosshatchfill=▩ squarehorizontalfill=▤ squareorthogonalcrosshatchfill=▦
squareupperlefttolowerrightfill=▧ squareupperrighttolowerleftfill=▨ squareverticalfill=▥ squarewhitewithsmallblack=▣
sterling=£ strokelongoverlaycmb=0336 strokeshortoverlaycmb=0335 subset=⊂ subsetnotequal=⊊ subsetorequal=⊆ succeeds=≻
suchthat=∋ summation=∑ sun=☼ superset=⊃ supersetnotequal=⊋ supersetorequal=⊇ tackdown=⊤ tackleft=⊣ tau=τ tbar=ŧ
tcaron=ť tccurl=ʨ tcedilla=ţ tcircle=ⓣ tcircumflexbelow=ṱ tcommaaccent=ţ tdieresis=ẗ tdotaccent=ṫ tdotbelow=ṭ
tecyrillic=т tedescendercyrillic=ҭ telephone=℡ telephoneblack=☎ tencircle=⑩ tenparen=⑽ tenperiod=⒑ tenroman=ⅹ tesh=ʧ
thereexists=∃ therefore=∴ theta=θ theta1=ϑ thetasymbolgreek=ϑ thirteencircle=⑬ thirteenparen=⒀ thirteenperiod=⒔
thook=ƭ thorn=þ thousandcyrillic=҂ three=3 threecircle=③ threecircleinversesansserif=➌ threeeighths=⅜ threeparen=⑶
threeperiod=⒊ threequarters=¾ threeroman=ⅲ threesuperior=³ tilde=˜ tildebelowcmb=0330 tildecmb=0303 tildecomb=0303
tildedoublecmb=0360 tildeoperator=∼ tildeoverlaycmb=0334 tildeverticalcmb=033E timescircle=⊗ titlocyrilliccmb=҃
tlinebelow=ṯ tonebarextrahighmod=˥ tonebarextralowmod=˩ tonebarhighmod=˦ tonebarlowmod=˨ tonebarmidmod=˧ tonefive=ƽ
tonesix=ƅ tonetwo=ƨ tonos=΄ tpalatalhook=ƫ tparen=⒯ trademark=™ tretroflexhook=ʈ triagdn=▼ triaglf=◄ triagrt=►
triagup=▲ ts=ʦ tsecyrillic=ц tshecyrillic=ћ tturned=ʇ twelvecircle=⑫ twelveparen=⑿ twelveperiod=⒓ twelveroman=ⅻ
twentycircle=⑳ twentyparen=⒇ twentyperiod=⒛ two=2 twocircle=② twocircleinversesansserif=➋ twodotenleader=‥
twodotleader=‥ twoparen=⑵ twoperiod=⒉ tworoman=ⅱ twostroke=ƻ twosuperior=² twothirds=⅔ uacute=ú ubar=ʉ ubreve=ŭ
ucaron=ǔ ucircle=ⓤ ucircumflex=û ucircumflexbelow=ṷ ucyrillic=у udblacute=ű udblgrave=ȕ udieresis=ü udieresisacute=ǘ
udieresisbelow=ṳ udieresiscaron=ǚ udieresiscyrillic=ӱ udieresisgrave=ǜ udieresismacron=ǖ udotbelow=ụ ugrave=ù
uhookabove=ủ uhorn=ư uhornacute=ứ uhorndotbelow=ự uhorngrave=ừ uhornhookabove=ử uhorntilde=ữ uhungarumlaut=ű
uhungarumlautcyrillic=ӳ uinvertedbreve=ȗ ukcyrillic=ѹ umacron=ū umacroncyrillic=ӯ umacrondieresis=ṻ underscore=_
underscoredbl=‗ uogonek=ų uparen=⒰ upblock=▀ upsilon=υ upsilondieresis=ϋ upsilondieresistonos=ΰ upsilonlatin=ʊ
upsilontonos=ύ uptackbelowcmb=031D uptackmod=˔ uring=ů ushortcyrillic=ў ustraightcyrillic=ү
ustraightstrokecyrillic=ұ utilde=ũ utildeacute=ṹ utildebelow=ṵ vcircle=ⓥ vdotbelow=ṿ vecyrillic=в venus=♀
verticalbar=| verticallineabovecmb=030D verticallinebelowcmb=0329 verticallinelowmod=ˌ verticallinemod=ˈ vhook=ʋ
vparen=⒱ vtilde=ṽ vturned=ʌ wacute=ẃ wcircle=ⓦ wcircumflex=ŵ wdieresis=ẅ wdotaccent=ẇ wdotbelow=ẉ weierstrass=℘
wgrave=ẁ whitebullet=◦ whitecircle=○ whitecircleinverse=◙ whitediamond=◇ whitediamondcontainingblacksmalldiamond=◈
whitedownpointingsmalltriangle=▿ whitedownpointingtriangle=▽ whiteleftpointingsmalltriangle=◃
whiteleftpointingtriangle=◁ whiterightpointingsmalltriangle=▹ whiterightpointingtriangle=▷ whitesmilingface=☺
whitestar=☆ whitetelephone=☏ whiteuppointingsmalltriangle=▵ whiteuppointingtriangle=△ won=₩ wparen=⒲ wring=ẘ
wsuperior=ʷ wturned=ʍ wynn=ƿ xabovecmb=033D xcircle=ⓧ xdieresis=ẍ xdotaccent=ẋ xi=ξ xparen=⒳ xsuperior=ˣ yacute=ý
yatcyrillic=ѣ ycircle=ⓨ ycircumflex=ŷ ydieresis=ÿ ydotaccent=ẏ ydotbelow=ỵ yen=¥ yericyrillic=ы
yerudieresiscyrillic=ӹ ygrave=ỳ yhook=ƴ yhookabove=ỷ yicyrillic=ї yinyang=☯ yotgreek=ϳ yparen=⒴ ypogegrammeni=ͺ
ypogegrammenigreekcmb=0345 yr=Ʀ yring=ẙ ysuperior=ʸ ytilde=ỹ yturned=ʎ yusbigcyrillic=ѫ yusbigiotifiedcyrillic=ѭ
yuslittlecyrillic=ѧ yuslittleiotifiedcyrillic=ѩ zacute=ź zcaron=ž zcircle=ⓩ zcircumflex=ẑ zcurl=ʑ zdot=ż
zdotaccent=ż zdotbelow=ẓ zecyrillic=з zedescendercyrillic=ҙ zedieresiscyrillic=ӟ zero=0 zerosuperior=⁰
zerowidthnonjoiner=200C zerowidthspace=​ zeta=ζ zhebrevecyrillic=ӂ zhecyrillic=ж zhedescendercyrillic=җ
zhedieresiscyrillic=ӝ zlinebelow=ẕ zparen=⒵ zretroflexhook=ʐ zstroke=ƶ
`;
