/**
 * Content models of ECMA-376 part 1 (transitional schemas wml.xsd, shared-math.xsd, dml-*.xsd) for the elements this project
 * writes. A model is a sequence of parts separated by blanks: a name, `(a|b)` for a choice, followed by `?`, `*` or `+`;
 * `text` is character data. What has no model may not be written.
 */
const BLOCKS = "(w:p|w:tbl)";
const RANGE = "w:bookmarkStart|w:bookmarkEnd";
const MATH =
  "m:r|m:acc|m:bar|m:borderBox|m:box|m:d|m:eqArr|m:f|m:func|m:groupChr|m:limLow|m:limUpp|m:m|m:nary|m:phant|m:rad|m:sPre|m:sSub|m:sSubSup|m:sSup";
const ARGUMENT = `m:argPr? (${MATH})*`;
const RUN_LOOK =
  "w:rStyle? w:rFonts? w:b? w:bCs? w:i? w:iCs? w:caps? w:smallCaps? w:strike? w:dstrike? w:noProof? w:color? w:sz? w:szCs? w:highlight? w:u? w:shd? w:vertAlign? w:rtl? w:cs? w:lang?";
const PARAGRAPH_LOOK =
  "w:pStyle? w:keepNext? w:keepLines? w:pageBreakBefore? w:widowControl? w:numPr? w:pBdr? w:shd? w:tabs? w:kinsoku? w:wordWrap? w:bidi? w:spacing? w:ind? w:contextualSpacing? w:jc? w:outlineLvl?";

export const CONTENT_MODELS: Readonly<Record<string, string>> = {
  "w:document": "w:background? w:body",
  "w:background": "",
  "w:body": `${BLOCKS}* w:sectPr`,
  "w:p": `w:pPr? (w:r|w:hyperlink|m:oMath|m:oMathPara|${RANGE})*`,
  "w:hyperlink": `(w:r|m:oMath|${RANGE})*`,
  "w:pPr": PARAGRAPH_LOOK,
  "w:numPr": "w:ilvl w:numId",
  "w:tabs": "w:tab+",
  "w:pBdr": "w:top? w:left? w:bottom? w:right?",
  "w:r":
    "w:rPr? (w:t|w:tab|w:br|w:drawing|w:footnoteReference|w:footnoteRef|w:fldChar|w:instrText|w:separator|w:continuationSeparator)*",
  "w:rPr": RUN_LOOK,
  "w:t": "text",
  "w:instrText": "text",
  "w:sectPr": "w:pgSz w:pgMar",
  "w:tbl": "w:tblPr w:tblGrid w:tr+",
  "w:tblPr": "w:tblStyle? w:tblW? w:jc? w:tblInd? w:tblLayout? w:tblCellMar? w:tblLook?",
  "w:tblGrid": "w:gridCol+",
  "w:tr": "w:trPr? w:tc+",
  "w:trPr": "(w:cantSplit|w:tblHeader)*",
  "w:tc": `w:tcPr ${BLOCKS}* w:p`,
  "w:tcPr": "w:tcW? w:gridSpan? w:vMerge? w:tcBorders? w:vAlign?",
  "w:tcBorders": "w:top? w:left? w:bottom? w:right?",
  "w:tblCellMar": "w:top? w:left? w:bottom? w:right?",
  "w:footnotes": "w:footnote+",
  "w:footnote": `${BLOCKS}+`,
  "w:numbering": "w:abstractNum+ w:num+",
  "w:abstractNum": "w:multiLevelType? w:lvl+",
  "w:lvl": "w:start w:numFmt w:lvlText w:lvlJc w:pPr? w:rPr?",
  "w:num": "w:abstractNumId w:lvlOverride*",
  "w:lvlOverride": "w:startOverride",
  "w:styles": "w:docDefaults w:style+",
  "w:docDefaults": "w:rPrDefault w:pPrDefault",
  "w:rPrDefault": "w:rPr",
  "w:pPrDefault": "w:pPr",
  "w:style": "w:name w:basedOn? w:next? w:uiPriority? w:qFormat? w:pPr? w:rPr? w:tblPr?",
  "w:settings":
    "w:displayBackgroundShape? w:defaultTabStop? w:characterSpacingControl? w:footnotePr? w:compat? m:mathPr? w:themeFontLang? w:decimalSymbol? w:listSeparator?",
  "w:footnotePr": "w:footnote+",
  "w:compat": "w:compatSetting*",
  "w:fonts": "w:font+",
  "w:font": "w:charset?",
  "m:mathPr":
    "m:mathFont? m:brkBin? m:brkBinSub? m:smallFrac? m:dispDef? m:lMargin? m:rMargin? m:defJc? m:wrapIndent? m:intLim? m:naryLim?",
  "m:oMathPara": "m:oMath+",
  "m:oMath": `(${MATH})+`,
  "m:r": "m:rPr? w:rPr? m:t",
  "m:rPr": "m:lit? (m:nor|m:sty)?",
  "m:t": "text",
  ...Object.fromEntries(
    ["m:e", "m:num", "m:den", "m:sub", "m:sup", "m:deg", "m:lim", "m:fName"].map((name) => [name, ARGUMENT]),
  ),
  "m:argPr": "m:argSz",
  "m:acc": "m:accPr? m:e",
  "m:accPr": "m:chr?",
  "m:bar": "m:barPr? m:e",
  "m:barPr": "m:pos?",
  "m:borderBox": "m:borderBoxPr? m:e",
  "m:borderBoxPr": "m:hideTop? m:hideBot? m:hideLeft? m:hideRight? m:strikeH? m:strikeV? m:strikeBLTR? m:strikeTLBR?",
  "m:box": "m:boxPr? m:e",
  "m:boxPr": "m:opEmu?",
  "m:d": "m:dPr? m:e+",
  "m:dPr": "m:begChr? m:sepChr? m:endChr? m:grow? m:shp?",
  "m:eqArr": "m:eqArrPr? m:e+",
  "m:f": "m:fPr? m:num m:den",
  "m:fPr": "m:type?",
  "m:func": "m:fName m:e",
  "m:groupChr": "m:groupChrPr? m:e",
  "m:groupChrPr": "m:chr? m:pos? m:vertJc?",
  "m:limLow": "m:e m:lim",
  "m:limUpp": "m:e m:lim",
  "m:m": "m:mPr? m:mr+",
  "m:mPr": "m:baseJc? m:plcHide? m:rSpRule? m:cGpRule? m:rSp? m:cSp? m:cGp? m:mcs?",
  "m:mcs": "m:mc+",
  "m:mc": "m:mcPr",
  "m:mcPr": "m:count m:mcJc",
  "m:mr": "m:e+",
  "m:nary": "m:naryPr? m:sub m:sup m:e",
  "m:naryPr": "m:chr? m:limLoc? m:grow? m:subHide? m:supHide?",
  "m:phant": "m:phantPr? m:e",
  "m:phantPr": "m:show? m:zeroWid? m:zeroAsc? m:zeroDesc?",
  "m:rad": "m:radPr? m:deg m:e",
  "m:radPr": "m:degHide?",
  "m:sPre": "m:sub m:sup m:e",
  "m:sSub": "m:e m:sub",
  "m:sSubSup": "m:e m:sub m:sup",
  "m:sSup": "m:e m:sup",
  "w:drawing": "wp:inline",
  "wp:inline": "wp:extent wp:docPr wp:cNvGraphicFramePr? a:graphic",
  "wp:cNvGraphicFramePr": "a:graphicFrameLocks?",
  "a:graphic": "a:graphicData",
  "a:graphicData": "pic:pic",
  "pic:pic": "pic:nvPicPr pic:blipFill pic:spPr",
  "pic:nvPicPr": "pic:cNvPr pic:cNvPicPr",
  "pic:blipFill": "a:blip a:stretch",
  "a:stretch": "a:fillRect",
  "pic:spPr": "a:xfrm a:prstGeom",
  "a:xfrm": "a:off a:ext",
  "a:prstGeom": "a:avLst",
};

/** Elements with attributes only. */
const EMPTY =
  "w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:widowControl w:ilvl w:numId w:shd w:tab w:kinsoku w:wordWrap w:bidi w:spacing w:ind " +
  "w:contextualSpacing w:jc w:outlineLvl w:top w:left w:bottom w:right w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:caps w:smallCaps w:strike " +
  "w:dstrike w:noProof w:color w:sz w:szCs w:highlight w:u w:vertAlign w:rtl w:cs w:lang w:br w:footnoteReference w:footnoteRef w:fldChar " +
  "w:separator w:continuationSeparator w:pgSz w:pgMar w:tblStyle w:tblW w:tblInd w:tblLayout w:tblLook w:gridCol w:cantSplit w:tblHeader " +
  "w:tcW w:gridSpan w:vMerge w:vAlign w:multiLevelType w:start w:numFmt w:lvlText w:lvlJc w:abstractNumId w:startOverride w:name w:basedOn " +
  "w:next w:uiPriority w:qFormat w:displayBackgroundShape w:defaultTabStop w:characterSpacingControl w:compatSetting w:themeFontLang " +
  "w:decimalSymbol w:listSeparator w:charset w:bookmarkStart w:bookmarkEnd m:lit m:nor m:sty m:argSz m:chr m:pos m:vertJc m:hideTop m:hideBot " +
  "m:hideLeft m:hideRight m:strikeH m:strikeV m:strikeBLTR m:strikeTLBR m:opEmu m:begChr m:sepChr m:endChr m:grow m:shp m:type m:baseJc " +
  "m:plcHide m:rSpRule m:cGpRule m:rSp m:cSp m:cGp m:count m:mcJc m:limLoc m:subHide m:supHide m:show m:zeroWid m:zeroAsc m:zeroDesc " +
  "m:degHide m:mathFont m:brkBin m:brkBinSub m:smallFrac m:dispDef m:lMargin m:rMargin m:defJc m:wrapIndent m:intLim m:naryLim wp:extent " +
  "wp:docPr a:graphicFrameLocks pic:cNvPr pic:cNvPicPr a:blip a:fillRect a:off a:ext a:avLst";

export const EMPTY_ELEMENTS = new Set(EMPTY.split(" "));
