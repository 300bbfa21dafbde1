import { expect, it } from "vitest";
import { Composer, LEFT, prose } from "../support/compose-page.js";
import { BODY_SIZE } from "../support/make-evidence.js";
import { renderDocument } from "./support/render-document.js";

it("writes the indents of a listing once and keeps its empty lines", () => {
  const page = new Composer().paragraph(prose(60)).skip(1);
  const code = ["def keep(rows):", "    for row in rows:", "        yield row", "", "print(keep([]))"];
  for (const text of code) {
    if (text === "") page.skip(1);
    else {
      const indent = text.length - text.trimStart().length;
      page.line(text.trimStart(), { x: LEFT + indent * 0.6 * BODY_SIZE, font: "mono" });
    }
  }
  const { mmd } = renderDocument([page.skip(1).paragraph(prose(60)).layout()]);
  expect(mmd).toContain(`\\begin{lstlisting}\n${code.join("\n")}\n\\end{lstlisting}`);
});

it("keeps empty lines where nearly every line has one above it, and writes accents in the place of signs as those", () => {
  const page = new Composer().paragraph(prose(60)).skip(1);
  const code = [
    "flute = {",
    "  key g",
    "}",
    "",
    "horn = x^2",
    "",
    "piano = ~c",
    "",
    "celli = c",
    "",
    "basses = d",
    "",
    "end",
  ];
  for (const text of code) {
    if (text === "") page.skip(1);
    else {
      const indent = text.length - text.trimStart().length;
      const printed = text.trimStart().replace("^", "ˆ").replace("~", "˜");
      page.line(printed, { x: LEFT + indent * 0.6 * BODY_SIZE, font: "mono" });
    }
  }
  const { mmd } = renderDocument([page.skip(1).paragraph(prose(60)).layout()]);
  expect(mmd).toContain(`\\begin{lstlisting}\n${code.join("\n")}\n\\end{lstlisting}`);
});
