import { describe, expect, it } from "vitest";
import { mmdBlocks } from "../../../benchmarks/quality/prediction/mmd-blocks.js";

function texts(mmd: string, formulas: "drop" | "keep" = "drop") {
  return mmdBlocks(mmd, { formulas }).map(({ kind, text }) => `${kind}: ${text}`);
}

describe("mmdBlocks", () => {
  it("names front matter and sections with their levels", () => {
    const mmd = "\\title{\nOn Small Things\n}\n\n\\author{\nAda \\\\ Institute\n}\n\n\\subsection*{1.1 Why}";
    expect(mmdBlocks(mmd, { formulas: "drop" })).toEqual([
      { kind: "title", text: "On Small Things", level: 0 },
      { kind: "author", text: "Ada Institute" },
      { kind: "heading", text: "1.1 Why", level: 2 },
    ]);
  });

  it("joins lines of a paragraph and resolves escapes", () => {
    expect(texts("65\\% of Q\\&A\ncost \\$5 in a\\_b")).toEqual(["paragraph: 65% of Q&A cost $5 in a_b"]);
  });

  it("drops or keeps formulas", () => {
    expect(texts("Let \\(x^{2}\\) be\n\\[\ny\n\\]\nhere")).toEqual(["paragraph: Let be here"]);
    expect(texts("Let \\(x^{2}\\) be", "keep")).toEqual(["paragraph: Let x^2 be"]);
  });

  it("drops the formulas of an algorithm, but no dollars of a listing", () => {
    const algorithm = "\\begin{lstlisting}[mathescape]\n1: set $x_{1}$ to zero\n\\end{lstlisting}";
    expect(texts(algorithm)).toEqual(["code: 1: set   to zero"]);
    expect(texts("\\begin{lstlisting}\necho $a $b\n\\end{lstlisting}")).toEqual(["code: echo $a $b"]);
  });

  it("opens nested lists and drops markers", () => {
    const mmd =
      "\\begin{itemize}\n\\item[•] one\n\\item two\n\\begin{enumerate}\n\\item deep\n\\end{enumerate}\n\\end{itemize}";
    expect(texts(mmd)).toEqual(["list_item: one", "list_item: two", "list_item: deep"]);
  });

  it("takes captions, footnotes and code apart", () => {
    const mmd =
      "\\begin{figure}\n\\includegraphics[alt={},max width=\\textwidth]{images/a.jpg}\n\\captionsetup{labelformat=empty}\n" +
      "\\caption{Figure 1: A curve.}\n\\end{figure}\n\nText\n\n\\footnotetext{\n* Equal.\n}\n\n```\nif (a) { b }\n```";
    expect(texts(mmd)).toEqual([
      "caption: Figure 1: A curve.",
      "paragraph: Text",
      "footnote: * Equal.",
      "code: if (a) { b }",
    ]);
  });

  it("reads table cells with spans and nested tables", () => {
    const mmd =
      "\\begin{tabular}{|l|r|r|}\n\\hline \\multirow{2}{*}{Name} & \\multicolumn{2}{c|}{Big \\& tall} \\\\\n" +
      "\\cline { 2 - 3 } & V & W \\\\\n\\hline a & & \\begin{tabular}{l}\ntwo \\\\\nlines\n\\end{tabular} \\\\\n\\hline\n\\end{tabular}";
    const [table] = mmdBlocks(mmd, { formulas: "drop" });
    expect(table?.cells?.map((row) => row.map((cell) => [cell.text, cell.rows, cell.columns]))).toEqual([
      [
        ["Name", 2, 1],
        ["Big & tall", 1, 2],
      ],
      [
        ["", 1, 1],
        ["V", 1, 1],
        ["W", 1, 1],
      ],
      [
        ["a", 1, 1],
        ["", 1, 1],
        ["two lines", 1, 1],
      ],
    ]);
  });
});
