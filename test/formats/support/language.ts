/** One example per construct of the language, written by us; every format has a golden for each. */
export const LANGUAGE: Readonly<Record<string, string>> = {
  "math-inline": "Dollars $a_{1}$ and brackets \\(b^{2}\\), with \\$5 between.",
  "math-display": "Before\n\\[\nE=m c^{2}\n\\]\nafter.\n\n$$\n\\int_{0}^{1} x \\, d x\n$$",
  "math-environments":
    "\\begin{equation}\\label{eq:one}\na=b\n\\end{equation}\n\n\\begin{align}\na & =b \\notag \\\\\nc & =d \\label{eq:two} \\\\\ne & =f \\tag{A}\n\\end{align}\n\n\\begin{gather*}\nx \\\\\ny\n\\end{gather*}\n\nSee \\eqref{eq:one}, \\ref{eq:two} and \\ref{nothing}.",
  "front-matter":
    "\\title{\nOn Small Things \\\\ and \\(x\\)\n}\n\n\\author{\nAda Example* \\\\ Institute of Examples\n}\n\n\\author{\nBo Other \\\\ Elsewhere \\\\ bo@example.org\n}\n\n\\begin{abstract}\nWe study small things.\nIn two lines.\n\\end{abstract}\n\nText.",
  sections:
    "\\section{First}\n\nText.\n\n\\subsection{Inner \\(x\\)}\n\n\\subsubsection{Innermost}\n\n\\section*{3 Starred}\n\n\\setcounter{section}{6}\n\n\\section{Seventh}\n\n# Top\n\n###### Bottom",
  contents: "[[toc]]\n\n\\section*{One}\n\n\\subsection*{One and a half}\n\n\\section*{Two}",
  "page-breaks": "One.\n\n\\pagebreak\n\nTwo.\n\n\\newpage\n\nThree.\n\n\\clearpage\n\nFour.",
  "line-breaks": "One \\\\\ntwo\nthree  \nfour<br>five",
  emphasis:
    "**bold** *italic* ~~struck~~ ==marked== ++inserted++ `code` ^sup^ ~sub~ \\textbf{Bold} \\textit{Italic} \\texttt{mono}",
  underlines:
    "\\underline{one} \\uline{one} \\uuline{two} \\uwave{wave} \\dashuline{dash} \\dotuline{dot} \\sout{out} \\xout{hatched}",
  links:
    '\\url{https://example.org/a_b} \\href{https://example.org}{a \\textbf{bold} link} [text](https://example.org "title") https://example.org/x <https://example.org>',
  emoji: "A :smile: but 10:30:45 and (7, 8) and :) stay.",
  "lists-markdown": "- one\n- two\n  - inner\n    1. deep\n\n3. three\n4. four\n\n- [ ] open\n- [x] done",
  "lists-latex":
    "\\begin{itemize}\n\\item one\n\\begin{enumerate}\n\\item inner\n\\item[(b)] labelled\n\\end{enumerate}\n\\item[□] box\n\\item a formula\n\\[\nx\n\\]\nand more\n\\end{itemize}\n\n\\begin{enumerate}\n\\setcounter{enumi}{4}\n\\item five\n\\item six\n\\end{enumerate}",
  "table-markdown": "| Name | Value |\n|:-----|------:|\n| a \\| b | 1 |\n| \\(x\\) | **2** |\n[A caption]",
  "table-tabular":
    "\\begin{tabular}{|l|c|r|}\n\\hline Head & Middle & Right \\\\\n\\hline a & \\(b\\) & 1 \\\\\n\\hline\n\\end{tabular}",
  "table-booktabs":
    "\\begin{table}\n\\captionsetup{labelformat=empty}\n\\caption{Table 1: Values of \\(x\\).}\n\\begin{tabular}{lr}\n\\hline Name & Value \\\\\n\\hline a & 1 \\\\\nb & 2 \\\\\n\\hline\n\\end{tabular}\n\\end{table}",
  "table-spans":
    "\\begin{tabular}{|l|l|l|}\n\\hline \\multicolumn{2}{|c|}{Wide} & End \\\\\n\\hline \\multirow{2}{*}{Tall} & a & \\begin{tabular}{l}\ntwo \\\\\nlines\n\\end{tabular} \\\\\n\\cline{2-3} & b & \\begin{itemize}\n\\item listed\n\\end{itemize} \\\\\n\\hline \\diagbox{down}{across} & ![](images/cell.jpg) & `code` \\\\\n\\hline\n\\end{tabular}",
  "table-html":
    '<table><thead><tr><th>A</th><th align="right">B</th></tr></thead><tr><td rowspan="2">x</td><td>1</td></tr><tr><td><b>2</b></td></tr></table>',
  figure:
    "\\begin{figure}\n\\includegraphics[alt={A curve},max width=\\textwidth]{images/curve.jpg}\n\\captionsetup{labelformat=empty}\n\\caption{Figure 1: A curve \\& more.}\n\\end{figure}",
  "figure-numbered":
    "\\begin{figure}\n\\centering\n\\includegraphics[width=0.5\\textwidth]{images/curve.jpg}\n\\caption{A curve.}\n\\label{fig:curve}\n\\end{figure}\n\nFigure \\ref{fig:curve}.",
  images:
    "![](images/a.jpg)\n\nText ![small](images/b.jpg){width=50%} text.\n\n![](https://cdn.mathpix.com/cropped/doc-1.jpg?height=10&width=20&top_left_y=30&top_left_x=40)\n\n\\includegraphics[width=3cm,right]{images/c.jpg}",
  footnotes:
    "A mark[^1] and another\\footnote{Second \\(x\\).} and ^[third] and\\footnotemark{}.\n\n\\footnotetext{Fourth.}\n\n\\footnotetext{\n* Unmarked note.\n}\n\n[^1]: First, at the end.\n\n    In two paragraphs.",
  theorems:
    "\\newtheorem{satz}{Satz}\n\n\\begin{satz}[Name]\nLet \\(f\\) be.\n\\end{satz}\n\n\\begin{satz}\nAgain.\n\\end{satz}\n\n\\begin{proof}\nTrivial.\n\\end{proof}",
  code: '```js\nconst a = `b`; // *c* $d$\n```\n\n    indented\n\n\\begin{lstlisting}[language=Python]\nif a < b:\n    print("x")\n\\end{lstlisting}',
  "code-math": "\\begin{lstlisting}[mathescape]\nwhile $x>0$ do\n    x := x - 1\n\\end{lstlisting}",
  chemistry: "Ethanol <smiles>CCO</smiles> and water $\\ce{H2O}$.\n\n```smiles\nC1=CC=CC=C1\n```",
  quote: "> One line\n> another\n>\n> > inner",
  fold: "+++ Details\n\nInside *text*.\n\n+++",
  alignment: "\\begin{center}\nCentred \\(x\\)\n\\end{center}\n\n\\begin{flushright}\nRight\n\\end{flushright}",
  "html-subset":
    '<b>b</b> <i>i</i> H<sub>2</sub>O x<sup>2</sup> <u>u</u> <a href="https://example.org">link</a> <span>span</span>\n\n<div>block</div>',
  rules: "One\n\n---\n\nTwo",
  escapes: "\\$ \\# \\_ \\% \\& \\* \\` \\\\ &amp; &copy; {braces} 100% #1",
  unknown: "\\begin{unheard}\nInside\n\\end{unheard}\n\n\\unknown{x} and \\begin{itemize} without end",
  "text-mode": "Accents é ü ñ, dashes – —, quotes “x” ‘y’, CJK 中文，かな 한국어, RTL עברית.",
};
