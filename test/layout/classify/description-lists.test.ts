import { describe, expect, it } from "vitest";
import { blocksOf, Composer, LEFT, outline, prose, textOf, textsOf } from "../../support/compose-page.js";

const BODY = LEFT + 200;
const layoutOf = (page: Composer) => page.skip(1).paragraph(prose(60)).layout({ page: 2 });

describe("description lists with terms in typewriter type", () => {
  it("read each term with the text beside it, also over several rows", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    const entries = [
      ["coef", "the coefficients,"],
      ["sigma", "the variance of it."],
      ["loglik", prose(30)],
      ["call", "the matched call."],
    ] as const;
    for (const [term, text] of entries) {
      page.line(term, { font: "mono", stay: true }).paragraph(text, { x: BODY, width: 1300 }).skip(0.3);
    }
    const layout = layoutOf(page);
    const texts = textsOf(layout, "text");
    expect(blocksOf(layout, "code"), outline(layout).join("\n")).toEqual([]);
    expect(texts.slice(1, -1)).toEqual(entries.flat());
  });

  it("read each term before the text that is indented below it", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    const terms = ["sys.frame", "sys.frames", "sys.parent"];
    for (const term of terms) page.line(term, { font: "mono" }).line("Get the frames.", { x: BODY }).skip(0.4);
    const order = layoutOf(page).blocks.map(textOf);
    expect(order.slice(1, -1)).toEqual(terms.flatMap((term) => [term, "Get the frames."]));
  });

  it("keep calls that text explains as listings, each before its text", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    const calls = ["abline(0, 1)", "summary(fm)", "rm(fm, x)"];
    for (const call of calls) page.line(call, { font: "mono" }).line("Look at the file.", { x: BODY }).skip(0.4);
    const layout = layoutOf(page);
    expect(blocksOf(layout, "code").map(textOf)).toEqual(calls);
    expect(layout.blocks.map(textOf).slice(1, 3)).toEqual([calls[0], "Look at the file."]);
  });

  it("have no numbers of lines for terms", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    for (const [number, code] of [
      ["2", "for all boats"],
      ["3", "moor one boat"],
      ["4", "count the rest"],
    ] as const) {
      page
        .line(number, { font: "mono", size: 30, stay: true })
        .line(code, { x: BODY, font: number === "3" ? "regular" : "mono" });
    }
    const [code] = blocksOf(layoutOf(page), "code");
    expect(code?.lines).toHaveLength(3);
  });

  it("have no descriptions that begin as a program goes on, or as a paragraph begins", () => {
    const fields = new Composer().paragraph(prose(60)).skip(1);
    for (const [field, bits] of [
      ["trace", "1; // traced calls"],
      ["spare", "1; // debug once, with reference counts of it"],
    ] as const)
      fields.line(`unsigned int ${field} :`, { font: "mono", stay: true }).line(bits, { x: LEFT + 560 });
    const [code] = blocksOf(layoutOf(fields), "code");
    expect(code?.lines).toHaveLength(2);
    const inputs = new Composer().paragraph(prose(60)).skip(0.3);
    for (const input of ["setlocal make", "ls -l"])
      inputs
        .line(input, { font: "mono" })
        .line(`${input} on`, { font: "mono" })
        .paragraph(prose(40), { indent: 60 })
        .skip(0.3);
    expect(blocksOf(layoutOf(inputs), "code").map(({ lines }) => lines.length)).toEqual([2, 2]);
  });

  it("leave names that end a sentence to it", () => {
    const broken = "Smoothed rates of the model in which files of this kind are";
    const page = new Composer().line("run(options);", { font: "mono" });
    page.line(broken, { x: BODY }).line("rates/smooth/file.eps.", { x: BODY, font: "mono" });
    const layout = layoutOf(page);
    expect(blocksOf(layout, "code").map(textOf), outline(layout).join("\n")).toEqual(["run(options);"]);
  });
});
