import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { convertMmd } from "../../../src/formats/convert-mmd.js";

const decoder = new TextDecoder();

async function parts(mmd: string, options: Record<string, unknown> = {}): Promise<Record<string, string>> {
  const { bytes } = await convertMmd(mmd, { format: "xlsx", options });
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, decoder.decode(data)]));
}

const TWO =
  "\\begin{table}\n\\captionsetup{labelformat=empty}\n\\caption{Table 3: Values}\n\\begin{tabular}{|l|r|}\n\\hline \\multicolumn{2}{|c|}{Wide} \\\\\n\\hline \\multirow{2}{*}{a} & 1,234.5 \\\\\n & \\(x^{2}\\) \\\\\n\\hline\n\\end{tabular}\n\\end{table}\n\n" +
  "| a | b |\n|---|---|\n| 007 | =1+1 |";

describe("xlsx", () => {
  it("has a sheet for each table, named by its label", async () => {
    const { "xl/workbook.xml": book = "" } = await parts(TWO);
    expect([...book.matchAll(/<sheet [^>]*\bname="([^"]*)"/g)].map(([, name]) => name)).toEqual(["Table 3", "Table 2"]);
  });
  it("holds numbers as numbers, merged cells, and text that looks like a formula as text", async () => {
    const book = await parts(TWO);
    const first = book["xl/worksheets/sheet1.xml"]!;
    expect(first).toContain("<v>1234.5</v>");
    expect(first).toContain('<mergeCell ref="A1:B1"');
    expect(first).toContain('<mergeCell ref="A2:A3"');
    expect(JSON.stringify(book)).toContain("x²");
    expect(book["xl/worksheets/sheet2.xml"]).not.toContain("<f>");
    expect(JSON.stringify(book)).toContain("007");
  });
  it.each([
    ["latex", "x^{2}"],
    ["asciimath", "x^(2)"],
    ["linearmath", "x²"],
  ])("writes formulas as %s", async (mathOutputFormat, expected) => {
    expect(JSON.stringify(await parts(TWO, { mathOutputFormat }))).toContain(expected);
  });
  it("puts all on one sheet when asked to", async () => {
    const { "xl/workbook.xml": book = "" } = await parts(TWO, { singleSheet: "true" });
    expect(book.match(/<sheet /g)).toHaveLength(1);
  });
  it("refuses what it does not know", async () => {
    await expect(parts("x", { mathOutputFormat: "mathml" })).rejects.toThrow("mathOutputFormat");
  });
});
