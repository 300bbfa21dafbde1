// A book of our own making, page by page: what the speed of conversions is measured on.

const WORDS =
  "the measure of a set is small where many points lie close together and the error falls as steps shrink so we may choose one that keeps both bounds in reach".split(
    " ",
  );
const FORMULAS = [
  "\\sum_{i=1}^{n} x_{i}^{2} \\leq \\left(\\sum_{i=1}^{n} x_{i}\\right)^{2}",
  "\\frac{\\partial u}{\\partial t}=\\alpha \\frac{\\partial^{2} u}{\\partial x^{2}}+f(x, t)",
  "\\begin{aligned} a & =b+c \\\\ & =\\int_{0}^{1} g(s) \\, d s \\end{aligned}",
  "\\mathbf{A} \\mathbf{x}=\\left[\\begin{array}{cc} a_{11} & a_{12} \\\\ a_{21} & a_{22} \\end{array}\\right] \\mathbf{x}",
  "\\lim _{n \\rightarrow \\infty}\\left(1+\\frac{1}{n}\\right)^{n}=e",
];

/**
 * MMD of a book: five formulas, a third of a table and two thirds of a picture a page (300 pages: 1,500, 100 and 200).
 * @param {number} pages
 */
export function bookMmd(pages) {
  const parts = ["\\title{\nA Book of Measure\n}\n\n\\author{\nAda Example \\\\ Institute of Examples\n}"];
  for (let page = 0; page < pages; page++) {
    if (page % 10 === 0) parts.push(`\\section*{${page / 10 + 1} Chapter}`);
    if (page % 3 === 0) parts.push(`\\subsection*{${Math.floor(page / 10) + 1}.${page % 10} Part}`);
    for (let i = 0; i < 4; i++)
      parts.push(`${prose(page * 7 + i, 70)} \\(x_{${page}}=${inline(page + i)}\\) ${prose(page + i * 3, 30)}.`);
    parts.push(`\\[\n${FORMULAS[page % FORMULAS.length]}+${page}\n\\]`);
    if (page % 3 === 0) parts.push(table(page));
    if (page % 3 !== 0)
      parts.push(
        `\\begin{figure}\n\\includegraphics[alt={},max width=\\textwidth]{images/p${page}_500_800_0_0.jpg}\n\\captionsetup{labelformat=empty}\n\\caption{Figure ${page}: ${prose(page, 12)}.}\n\\end{figure}`,
      );
    if (page % 4 === 0) parts.push(`\\footnotetext{\n${prose(page + 5, 14)}.\n}`);
  }
  return parts.join("\n\n");
}

const prose = (seed, count) =>
  Array.from({ length: count }, (_, i) => WORDS[(seed * 31 + i * 17 + i * i) % WORDS.length]).join(" ");
const inline = (seed) => `\\frac{${seed}}{n+${seed % 9}} \\in \\mathbb{R}^{${seed % 5}}`;

function table(page) {
  const rows = Array.from(
    { length: 8 },
    (_, r) => `\\hline ${prose(page + r, 3)} & ${page * r} & \\(y_{${r}}\\) & ${(page / (r + 1)).toFixed(3)} \\\\`,
  );
  return `\\begin{table}\n\\captionsetup{labelformat=empty}\n\\caption{Table ${page}: ${prose(page, 8)}.}\n\\begin{tabular}{|l|r|c|r|}\n${rows.join("\n")}\n\\hline\n\\end{tabular}\n\\end{table}`;
}
