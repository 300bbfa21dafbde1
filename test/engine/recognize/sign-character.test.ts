import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { signCharacter } from "../../../src/engine/recognize/sign-character.js";
import { isGrammarMark } from "../../../src/engine/recognize/text/decode-line.js";

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../../models/${name}`, import.meta.url), "utf8"));
const STYLED = /^\\math(?:rm|bf|bb|cal|scr|frak)\{.\}$/u;

test("every sign that the line recogniser knows has a character", () => {
  const labels: string[] = read("text-line.alphabet.json").labels;
  const signs = labels.filter((label) => /^\\[A-Za-z]/.test(label) && !isGrammarMark(label) && !STYLED.test(label));
  expect(signs.length).toBeGreaterThan(150);
  expect(signs.filter((label) => label !== "\\stack" && signCharacter(label) === undefined)).toEqual([]);
});

test("every sign that the symbol net knows has a character", () => {
  const labels: string[] = read("symbols.classes.json").labels;
  const signs = labels.map((label) => label.split(" ")[0]!).filter((name) => /^\\[A-Za-z]+$/.test(name));
  expect(signs.length).toBeGreaterThan(100);
  expect([...new Set(signs)].filter((name) => signCharacter(name) === undefined)).toEqual([]);
});
