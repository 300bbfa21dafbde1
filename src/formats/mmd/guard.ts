/**
 * Makes hostile MMD harmless to the tokeniser before it sees it. Its rules search the rest of the document for the end of each
 * environment and command they see begin, so unclosed ones cost quadratic or cubic time (250 lines of `\begin{tabular}` take
 * seconds). Here linear scans find the beginnings without an end, the ends without a beginning and what is nested too deep,
 * and put a stand-in for the character that makes them markup: same length, so offsets stay. `restore` brings the character
 * back in the text that comes out.
 */
import { findDeadCommands } from "./dead-commands.js";

/** Noncharacters of Unicode, one for each character taken out of play. */
const STAND_INS: Readonly<Record<string, string>> = {
  "\\": "\ufdd0",
  "(": "\ufdd1",
  "[": "\ufdd2",
  "<": "\ufdd3",
  ">": "\ufdd4",
  "]": "\ufdd5",
};
const CHARACTERS = Object.fromEntries(Object.entries(STAND_INS).map(([char, standIn]) => [standIn, char]));
const ANY_STAND_IN = /[\ufdd0-\ufdd5]/g;
/** What no document may contain, or a stand-in could not be told from it. */
const NONCHARACTERS = /[\ufdd0-\ufdef\ufffe\uffff\u0000]/g;

/** Link definitions in a row that are read; each one costs the tokeniser a look at all that follow. */
const MAX_DEFINITIONS = 60;

export interface GuardedSource {
  source: string;
  /** Offsets of commands that were made harmless. */
  dead: number[];
}

export function guardSource(mmd: string): GuardedSource {
  const clean = mmd
    .replace(NONCHARACTERS, "\ufffd")
    .replace(/\r\n?/g, "\n")
    // the tokeniser takes the command for `\hline` and leaves its argument as text
    .replace(/\\hhline[ \t]{0,9}\{[^{}\n]{0,200}\}/g, (command) => "\\hline".padEnd(command.length));
  const dead = findDeadCommands(clean);
  const marks = [
    ...dead,
    ...unclosedTargets(clean),
    ...unclosedTags(clean),
    ...surplusDefinitions(clean),
    ...deepMarkers(clean),
  ];
  return { source: replaceAt(clean, marks), dead };
}

export function restore(text: string): string {
  return text.replace(ANY_STAND_IN, (standIn) => CHARACTERS[standIn]!);
}

function replaceAt(source: string, marks: readonly number[]): string {
  if (marks.length === 0) return source;
  const parts: string[] = [];
  let end = 0;
  for (const at of [...new Set(marks)].sort((a, b) => a - b)) {
    parts.push(source.slice(end, at), STAND_INS[source[at]!] ?? source[at]!);
    end = at + 1;
  }
  parts.push(source.slice(end));
  return parts.join("");
}

/** `](` behind which the paragraph has no closing parenthesis. */
function unclosedTargets(source: string): number[] {
  const marks: number[] = [];
  let pending: number[] = [];
  for (const match of source.matchAll(/\]\(|\)|\n[ \t]*\n/g)) {
    const [token] = match;
    if (token === "](") pending.push(match.index + 1);
    else if (token === ")") pending = [];
    else {
      marks.push(...pending.splice(0));
    }
  }
  for (const at of pending) marks.push(at);
  return marks;
}

/** Tags whose rules look for their end through the rest of the document. */
const SEARCHED = ["math", "svg", "smiles"] as const;

function unclosedTags(source: string): number[] {
  const marks: number[] = [];
  for (const name of SEARCHED) {
    const last = source.toLowerCase().lastIndexOf(`</${name}`);
    for (const { index } of source.matchAll(new RegExp(`<${name}\\b`, "gi"))) if (index > last) marks.push(index);
  }
  return marks;
}

function surplusDefinitions(source: string): number[] {
  const marks: number[] = [];
  let run = 0;
  for (const match of source.matchAll(/^([ \t]*)(\[[^\]\n]{1,200}\]:)?.*$/gm)) {
    if (match[2] === undefined) run = 0;
    else if (++run > MAX_DEFINITIONS) marks.push(match.index + match[1]!.length);
  }
  return marks;
}

/** Quote marks and brackets deeper than any nesting that is followed. */
function deepMarkers(source: string): number[] {
  const marks: number[] = [];
  for (const { index, 0: run } of source.matchAll(/(?:>[ \t]?){40,}|\[{100,}|\]{100,}/g)) {
    for (let i = 0; i < run.length; i++) if (run[i] !== " " && run[i] !== "\t") marks.push(index + i);
  }
  return marks;
}
