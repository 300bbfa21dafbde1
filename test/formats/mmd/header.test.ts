import { expect, test } from "vitest";
import { parseMmd } from "../../../src/formats/mmd/parse-mmd.js";

const shown = (mmd: string) => {
  const { blocks, warnings } = parseMmd(mmd);
  return {
    blocks,
    warnings: warnings.map(({ message, offset }) => ({ message, at: mmd.slice(offset!).split(":")[0] })),
  };
};
const text = (block: unknown) =>
  [...JSON.stringify(block).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map(([, part]) => part);

test("authors come as a name, a list, or with affiliations", () => {
  const lists = ["author: Ada Example", "author: [Ada Example, Bo Sample]", "authors:\n- Ada Example\n- Bo Sample"];
  expect(lists.map((field) => text(shown(`---\n${field}\n---\n\nText.\n`).blocks[0]))).toEqual([
    ["Ada Example"],
    ["Ada Example", "Bo Sample"],
    ["Ada Example", "Bo Sample"],
  ]);
  const { blocks } = shown("---\nauthor:\n  - name: Ada Example\n    affiliation: [Uni, Lab]\n  - Bo Sample\n---\n");
  expect(blocks[0]).toMatchObject({ type: "authors" });
  expect(blocks[0]!.type === "authors" && blocks[0]!.authors.map((lines) => lines.length)).toEqual([2, 1]);
  expect(text(blocks[0])).toEqual(["Ada Example", "Uni, Lab", "Bo Sample"]);
});

test("date, abstract and other fields are shown; settings are not", () => {
  const { blocks, warnings } = shown(
    `---
title: "A: header"
date: 2024-01-02
keywords: [one, two]
lang: en
abstract: |
  First.

  Second.
---

Text.
`,
  );
  expect(blocks.map(({ type }) => type)).toEqual(["title", "paragraph", "paragraph", "abstract", "paragraph"]);
  expect(blocks.flatMap(text)).toEqual(["A: header", "2024-01-02", "Keywords: one, two", "First.", "Second.", "Text."]);
  expect(warnings).toEqual([]);
});

test("a field without a blank behind its colon, and every field of an author, are shown", () => {
  const mmd = "---\ntitle:Tight\nauthor:\n- name: Ada\n  orcid: 0000-0001\n---\n";
  expect(shown(mmd).blocks.flatMap(text)).toEqual(["Tight", "Ada", "0000-0001"]);
});

test("offsets are those of the fields, also where a line comes twice", () => {
  const mmd = "---\ntitle: Twice\nsubtitle: x\nabstract: >\n  title: Twice\ndate: x\n---\n";
  const { blocks } = parseMmd(mmd);
  expect(blocks.map(({ offset }) => mmd.slice(offset).split(":")[0])).toEqual([
    "title",
    "subtitle",
    "abstract",
    "date",
  ]);
});

test("what cannot be shown or read leaves a warning at its place", () => {
  const { blocks, warnings } = shown("---\nseries:\n  a: {b: c}\ntitle: [open\n---\n");
  expect(blocks.flatMap(text)).toEqual(["[open"]);
  expect(warnings).toEqual([
    { message: "the field series of the header is not shown", at: "series" },
    { message: "the field title is no YAML and is shown as written", at: "title" },
  ]);
});

test("anchors that grow without end do not", () => {
  const doubling = Array.from({ length: 30 }, (_, n) => `  - &a${n + 1} [*a${n}, *a${n}]`).join("\n");
  const { blocks } = shown(`---\ntitle: T\nauthor:\n  - &a0 Ada\n${doubling}\n---\n`);
  expect(blocks.flatMap(text)).toEqual(["T", "Ada"]);
});
