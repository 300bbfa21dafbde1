import { describe, expect, test } from "vitest";
import { convertMmd } from "../../../src/formats/convert-mmd.js";

/** A table of `columns` by `rows` cells of numbers; row 5 begins with a text over three columns. */
function table(columns: number, rows: number, spanning = "all"): string {
  const numbers = (r: number, from: number) =>
    Array.from({ length: columns - from }, (_, c) => `${((r * 37 + c * 1234) % 90000) + 10000}.25`).join(" & ");
  const lines = Array.from({ length: rows }, (_, r) =>
    r === 5 ? `\\multicolumn{3}{l}{${spanning}} & ${numbers(r, 3)} \\\\` : `${numbers(r, 0)} \\\\`,
  );
  return `\\begin{tabular}{${"r".repeat(columns)}}\n\\hline ${lines.join("\n")}\n\\hline\n\\end{tabular}\n`;
}

async function latex(mmd: string): Promise<string> {
  const { bytes } = await convertMmd(mmd, { format: "latex" });
  return new TextDecoder().decode(bytes);
}

describe("a table that is longer than a page", () => {
  test.each([
    [5, /\{\n\\begin\{longtable\}/],
    [10, /\{\\small\\setlength\{\\tabcolsep\}\{3pt\}\n\\begin\{longtable\}/],
    [12, /\{\\footnotesize\\setlength\{\\tabcolsep\}\{3pt\}\n\\begin\{longtable\}/],
    [18, /\\begin\{landscape\}\n\{\\scriptsize/],
    [40, /\\begin\{adjustbox\}\{max width=\\linewidth,max totalheight=0\.95\\textheight\}/],
  ])("with %i columns is set so that all of them stand on the page", async (columns, setup) => {
    const tex = await latex(table(columns, 60));
    expect(tex).toMatch(setup);
    expect(tex.includes("\\usepackage{lscape}")).toBe(tex.includes("\\begin{landscape}"));
  });
  test("wraps a text over several columns rather than widen the last of them", async () => {
    const long = "A text over three columns that is longer than all of them together and has no end in sight yet";
    expect(await latex(table(10, 60, long))).toMatch(
      /\\multicolumn\{3\}\{>\{\\raggedright\\arraybackslash\}p\{0\.\d+\\linewidth\}\}\{A text/,
    );
    expect(await latex(table(10, 60, "Short"))).toContain("\\multicolumn{3}{l}{Short}");
  });
});

test("an author whose line is longer than the page's is broken into lines", async () => {
  const names = Array.from({ length: 9 }, (_, i) => `Author Number${i}`).join(", ");
  expect(await latex(`\\author{${names} \\\\ A Place}`)).toContain(
    `\\author{\\parbox[t]{\\textwidth}{\\centering\n${names} \\\\\nA Place}}`,
  );
  expect(await latex("\\author{Somebody \\\\ A Place}")).toContain("\\author{Somebody \\\\\nA Place}");
});
