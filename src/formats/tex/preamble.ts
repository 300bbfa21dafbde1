import type { TexNeeds } from "./needs.js";
import type { TexOptions } from "./options.js";
import { isRightToLeft, SCRIPTS, type Script } from "./text/scripts.js";

/** Packages in the order they are loaded, with their options; a later one may rely on an earlier. */
const PACKAGES: readonly [name: string, line: string][] = [
  ["amsmath", "\\usepackage{amsmath}"],
  ["mathtools", "\\usepackage{mathtools}"],
  ["amsthm", "\\usepackage{amsthm}"],
  ["amssymb", "\\usepackage{amssymb}"],
  ["stmaryrd", "\\usepackage{stmaryrd}"],
  ["mathrsfs", "\\usepackage{mathrsfs}"],
  ["bm", "\\usepackage{bm}"],
  ["cancel", "\\usepackage{cancel}"],
  ["mhchem", "\\usepackage[version=4]{mhchem}"],
  ["xcolor", "\\usepackage{xcolor}"],
  ["graphicx", "\\usepackage{graphicx}\n\\usepackage[export]{adjustbox}"],
  ["adjustbox", "\\usepackage{adjustbox}"],
  ["float", "\\usepackage{float}"],
  ["caption", "\\usepackage{caption}"],
  ["array", "\\usepackage{array}"],
  ["multirow", "\\usepackage{multirow}"],
  ["longtable", "\\usepackage{longtable}"],
  ["lscape", "\\usepackage{lscape}"],
  ["ulem", "\\usepackage[normalem]{ulem}"],
  [
    "listings",
    "\\usepackage{listings}\n\\lstset{basicstyle=\\ttfamily\\small,columns=fullflexible,keepspaces=true,breaklines=true,showstringspaces=false,upquote=true}",
  ],
  [
    "enumitem",
    "\\usepackage{enumitem}\n\\setlistdepth{24}\n\\renewlist{itemize}{itemize}{24}\n\\setlist[itemize]{label=\\textbullet}\n" +
      "\\renewlist{enumerate}{enumerate}{24}\n\\setlist[enumerate]{label=\\arabic*.}",
  ],
];

const LAST: readonly [name: string, line: string][] = [
  ["hyperref", "\\usepackage[colorlinks=true,linkcolor=black,urlcolor=blue,breaklinks=true]{hyperref}"],
  [
    "blfootnotetext",
    "% a note whose mark is printed in the text\n\\newcommand{\\blfootnotetext}[1]{\\begingroup\\renewcommand{\\thefootnote}{}\\footnotetext{#1}\\endgroup}",
  ],
  ["statement", "\\newenvironment{statement}[1]{\\par\\medskip\\noindent\\textbf{#1.}\\ \\itshape}{\\par\\medskip}"],
];

/** Everything before the title; only what the body uses. */
export function writePreamble(needs: TexNeeds, options: TexOptions, body: string): string {
  const lines: string[] = [];
  if (needs.engine === "xelatex") lines.push("% This document needs XeLaTeX: run xelatex, not pdflatex.");
  else lines.push("% Compiles with pdfLaTeX.");
  lines.push(`\\documentclass[${options.fontSize}]{article}`);
  if (needs.engine === "xelatex") lines.push(...fontLines(needs, options));
  else {
    lines.push("\\usepackage[utf8]{inputenc}", "\\usepackage[T1]{fontenc}", "\\usepackage{lmodern}");
    if (needs.packages.has("textcomp")) lines.push("\\usepackage{textcomp}");
  }
  lines.push("\\usepackage[margin=1in]{geometry}");
  if (needs.engine === "pdflatex") lines.push("\\usepackage{microtype}");
  const used = new Set(needs.packages);
  // one of these brings the other
  if (used.has("mathtools")) used.delete("amsmath");
  if (used.has("graphicx")) used.delete("adjustbox");
  for (const [name, line] of PACKAGES) if (used.has(name)) lines.push(line);
  if (used.has("graphicx")) lines.push(`\\graphicspath{{./${options.imagesFolder}/}}`);
  if (needs.matrixColumns > 0) lines.push(`\\setcounter{MaxMatrixCols}{${needs.matrixColumns}}`);
  if (/\\\[|\\begin\{(?:align|gather)/.test(body) && (used.has("amsmath") || used.has("mathtools")))
    lines.push("\\allowdisplaybreaks");
  for (const [name, line] of LAST) if (used.has(name)) lines.push(line);
  lines.push("\\emergencystretch=3em");
  return `${lines.join("\n")}\n`;
}

/** `\\firstfont{command}{list}` runs the command with the first font of the list that the machine has. */
const FIRST_FONT = [
  "\\makeatletter",
  "\\newcommand{\\firstfont}[2]{\\let\\found@font\\relax",
  "  \\@for\\this@font:=#2\\do{\\ifx\\found@font\\relax\\IfFontExistsTF{\\this@font}{\\let\\found@font\\this@font}{}\\fi}%",
  "  \\ifx\\found@font\\relax\\else\\edef\\use@font{\\noexpand#1{\\found@font}}\\use@font\\fi}",
  "\\makeatother",
];

function fontLines(needs: TexNeeds, options: TexOptions): string[] {
  const scripts = [...needs.scripts].sort();
  const main = [...new Set([options.font, "CMU Serif", "Latin Modern Roman", "DejaVu Serif"])];
  const lines = [
    "\\usepackage{fontspec}",
    ...FIRST_FONT,
    `\\firstfont{\\setmainfont}{${main.join(",")}}`,
    "\\firstfont{\\setmonofont}{CMU Typewriter Text,Latin Modern Mono,DejaVu Sans Mono}",
    ...scripts.flatMap(scriptLines),
  ];
  if (scripts.some(isRightToLeft)) lines.push("\\TeXXeTstate=1");
  if (scripts.some((script) => SCRIPTS[script].name === "CJK"))
    lines.push('\\XeTeXlinebreaklocale "zh"', "\\XeTeXlinebreakskip=0pt plus 1pt");
  return lines;
}

function scriptLines(script: Script): string[] {
  const { fonts, name } = SCRIPTS[script];
  const setting = name === "CJK" || name === "Symbols" ? "" : `[Script=${name}]`;
  const direction = isRightToLeft(script) ? ["\\beginR ", "\\endR"] : ["", ""];
  return [
    `\\newcommand{\\${script}font}{}`,
    `\\newcommand{\\set${script}font}[1]{\\renewfontfamily{\\${script}font}{#1}${setting}}`,
    `\\firstfont{\\set${script}font}{${fonts.join(",")}}`,
    `\\newcommand{\\${script}text}[1]{{\\${script}font ${direction[0]}#1${direction[1]}}}`,
  ];
}
