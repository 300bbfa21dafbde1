import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { pandocBlocks } from "./pandoc-blocks.js";

const HERE = dirname(fileURLToPath(import.meta.url));

/**
 * @typedef {import("./pandoc-blocks.js").Rules & LatexSource} LatexRules
 *
 * @typedef {object} LatexSource
 * @property {string} [prelude] File beside this module with macros for what the document's own packages define.
 * @property {{ from: string, to: string, flags?: string }[]} [replace] Regular expressions over the source, where pandoc loses or invents words.
 */

/**
 * Truth blocks of a LaTeX document: files included, macros of the prelude put first, pandoc's AST walked.
 * @param {string} file Path of the main file.
 * @param {LatexRules} rules
 * @throws {Error} when pandoc fails, with its message
 */
export function latexTruth(file, rules) {
  return pandocBlocks(pandocTree(file, rules), rules);
}

/**
 * Pandoc's AST of a LaTeX document with macros expanded.
 * @param {string} file Path of the main file.
 * @param {LatexRules} rules
 * @throws {Error} when pandoc fails, with its message
 */
export function pandocTree(file, rules) {
  const source = prepareLatex(includeFiles(file), rules);
  const json = execFileSync("pandoc", ["-f", "latex", "-t", "json", "--quiet"], {
    input: source,
    cwd: dirname(file),
    maxBuffer: 1 << 28,
    stdio: ["pipe", "pipe", "pipe"],
  });
  return JSON.parse(json.toString("utf8"));
}

/** Arguments that pandoc prints as text, and commands after which it takes a group for an argument and drops it. */
const LOST_ARGUMENTS = [
  { pattern: /\\(?:noindent|centering|newline)\s*(?=\{)/g, by: "" },
  { pattern: /\\begin\{multicols\}\{\d+\}|\\end\{multicols\}/g, by: "" },
  { pattern: /(\\begin\{thebibliography\})\{[^}]*\}/g, by: "$1" },
];

/** @returns {boolean} whether pandoc can be run */
export function hasPandoc() {
  try {
    execFileSync("pandoc", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function includeFiles(file, root = dirname(file), depth = 0) {
  const text = readFileSync(file, "utf8").replace(/\r\n?/g, "\n");
  if (depth > 8) return text;
  return text.replace(/^([^%\n]*?)\\(?:input|include)\{([^}]+)\}/gm, (whole, before, name) => {
    const path = [name, `${name}.tex`]
      .map((candidate) => join(root, candidate))
      .find((candidate) => existsSync(candidate));
    return path ? before + includeFiles(path, root, depth + 1) : whole;
  });
}

/**
 * @param {string} source
 * @param {LatexRules} rules
 */
export function prepareLatex(source, rules) {
  let text = source;
  for (const { pattern, by } of LOST_ARGUMENTS) text = text.replace(pattern, by);
  for (const { from, to, flags } of rules.replace ?? []) text = text.replace(new RegExp(from, flags ?? "g"), to);
  if (rules.prelude)
    text = text.replace(
      /\\begin\{document\}/,
      (begin) => `${readFileSync(join(HERE, rules.prelude), "utf8")}\n${begin}`,
    );
  return text;
}
