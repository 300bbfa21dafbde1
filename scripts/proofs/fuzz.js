// Mutated and hostile MMD through all formats that need no program: nothing throws, hangs or grows, nothing is asked for outside.
//   node scripts/proofs/fuzz.js [--count 10000] [--seed 1] [--start 0]

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { unzipSync } from "fflate";
import { builtInFormats, convertMmd } from "../../dist/formats/convert-mmd.js";
import { picture } from "./picture.js";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    start: { type: "string", default: "0" },
  },
});
const GOLDEN = new URL("../../test/golden/", import.meta.url).pathname;
/** ms of the processor that a short document may take: a hundred times what it does take. */
const MAX_MS = 5_000;
/** 100,000 open lists or fractions still cost the tokeniser quadratic time, about 25 s; they must end, no more. */
const MAX_DEEP_MS = 60_000;

const HOSTILE = [
  "\\input{/etc/passwd}",
  "\\(\\input{/etc/passwd}\\)",
  "\\write18{touch /tmp/x}",
  "\\[\\immediate\\write18{id}\\]",
  "\\openin5=/etc/passwd",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "![](file:///etc/passwd)",
  "![](../../../../etc/passwd)",
  "\\includegraphics{/etc/passwd}",
  "\\includegraphics{images/../../x.png}",
  "![](images/a;rm -rf.jpg)",
  "\\catcode`\\%=12",
  "\\def\\a{\\a}\\a",
  "\\csname end\\endcsname",
  "^^5cinput{x}",
  "\\begin{",
  "\\end{tabular}",
  "\\begin{tabular}{l",
  "{",
  "}",
  "{{{{{{{{",
  "}}}}}}}}",
  "$",
  "$$",
  "\\(",
  "\\]",
  "&",
  "&&&&",
  "\\\\",
  "%",
  "#",
  "~",
  "\u0000",
  "\ud800",
  "\udfff",
  "\u202e",
  "\uffff",
  "\ue000",
  "𝒜",
  "😀",
  "中文",
  "עברית",
  "العربية",
  "हिन्दी",
  "한국어",
  "Ω",
  "ﬁ",
  "\t",
  "\r",
  "\n\n",
  "|",
  "> ",
  "- ",
  "1. ",
  "```",
  "---",
  "\\tag{1}",
  "\\label{a b%c}",
  "\\ref{x}",
  "\\footnotemark",
  "\\footnotetext{",
  "[^1]",
  "^[x]",
  "\\multicolumn{99}{c}{x}",
  "\\multirow{99}{*}{x}",
  "\\hline",
  "\\cline{9-1}",
  "\\item",
  "\\section{",
  "\\title{\n",
  "\\frac",
  "\\left(",
  "\\right]",
  "\\sqrt[",
  "\\text{",
  "\\begin{align}",
  "\\begin{array}{ccc",
  "\\over",
  "_",
  "^",
  "'",
  "\\verb|x|",
  '=HYPERLINK("x")',
  "=1+1",
  "@SUM(1)",
  "]]>",
  "<!--",
  "&amp;",
  "&#0;",
  "\\pagebreak",
  "[[toc]]",
  "\\href{javascript:x}{y}",
  "[x](javascript:y)",
  "\\url{",
  "+++ ",
];
const DEEP = [
  (n) => "{".repeat(n),
  (n) => "\\begin{itemize}\\item ".repeat(n),
  (n) => "> ".repeat(n),
  (n) => `\\(${"\\frac{".repeat(n)}`,
  (n) => `\\(${"{".repeat(n)}${"}".repeat(n)}\\)`,
  (n) => `\\[${"\\left(".repeat(n)}${"\\right)".repeat(n)}\\]`,
  (n) => `\\begin{tabular}{${"l".repeat(n)}}${"&".repeat(n)}\\end{tabular}`,
  (n) => "- ".repeat(n),
  (n) => `\\begin{tabular}{l}\n${"a \\\\\n".repeat(n)}\\end{tabular}`,
  (n) => "\\textbf{".repeat(n),
  (n) => "[".repeat(n),
  (n) => `\\(x${"^{x".repeat(n)}${"}".repeat(n)}\\)`,
];

const random = generator(Number(values.seed));
const pick = (list) => list[Math.floor(random() * list.length)];
const seeds = readdirSync(GOLDEN, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith(".mmd"))
  .map((file) => readFileSync(join(GOLDEN, file), "utf8"));
const pieces = [
  ...seeds.flatMap((mmd) => mmd.split(/\n\n+/)),
  ...readFileSync(new URL("formulas.txt", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((latex) => `\\[\n${latex}\n\\]`),
];
const drawn = await picture();
const asked = new Set();
const images = async (target) => {
  asked.add(target);
  return random() < 0.7 ? drawn : random() < 0.5 ? drawn.slice(0, 60) : undefined;
};
const faults = [];
let slowest = { milliseconds: 0, round: 0, format: "" };
const [count, start] = [Number(values.count), Number(values.start)];

for (let round = 0; round < count; round++) {
  const mmd = mutate(round);
  if (round < start) continue;
  const format = builtInFormats[round % builtInFormats.length];
  const began = process.cpuUsage();
  try {
    const { bytes } = await convertMmd(mmd, {
      format,
      images,
      documentName: pick(["a", "../../x", "a\\b", "C:\\x", "con", "..", ""]),
    });
    check(format, bytes);
  } catch (error) {
    faults.push(
      `round ${round}, ${format}: ${error.stack?.split("\n").slice(0, 3).join(" ")} in ${JSON.stringify(mmd.slice(0, 300))}`,
    );
  }
  const { user, system } = process.cpuUsage(began);
  const milliseconds = (user + system) / 1000;
  if (milliseconds > slowest.milliseconds) slowest = { milliseconds, round, format };
  if (milliseconds > (round % 500 === 499 ? MAX_DEEP_MS : MAX_MS))
    faults.push(`round ${round}, ${format}: took ${Math.round(milliseconds)} ms`);
  if (faults.length > 20) break;
}
for (const target of asked)
  if (!/^(?:\.\/)?(?:images\/)?[^/\\]+$|^https?:\/\/[^ ]+\/cropped\//.test(target)) faults.push(`asked for ${target}`);
for (const fault of faults) console.error(fault);
const peak = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  `${count} inputs, ${faults.length} faults; slowest ${Math.round(slowest.milliseconds)} ms (round ${slowest.round}, ${slowest.format}); peak ${peak} MB`,
);
process.exitCode = faults.length > 0 ? 1 : 0;

function mutate(round) {
  if (round % 500 === 499) return pick(DEEP)(random() < 0.3 ? 100_000 : 3000);
  let mmd = Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(pieces)).join("\n\n");
  for (let edits = 1 + Math.floor(random() * 6); edits > 0; edits--) {
    const at = Math.floor(random() * mmd.length);
    const cut = random() < 0.5 ? 0 : Math.floor(random() * 15);
    mmd = mmd.slice(0, at) + (random() < 0.85 ? pick(HOSTILE) : "") + mmd.slice(at + cut);
  }
  return mmd;
}

function check(format, bytes) {
  if (bytes.length === 0) throw new Error("nothing was written");
  if (/zip$|^(?:docx|pptx|xlsx)$/.test(format)) {
    for (const name of Object.keys(unzipSync(bytes)))
      if (name.startsWith("/") || name.split(/[\\/]/).includes("..") || /[\u0000-\u001f:*?"<>|\\]/.test(name))
        throw new Error(`archive name ${name}`);
  }
  const text = format === "latex" ? new TextDecoder().decode(bytes) : "";
  const command =
    /(?<!\\)(?:\\\\)*\\(?:input|include|openin|openout|write|immediate|catcode|csname|def|read|special|directlua|loop)(?![A-Za-z])/.exec(
      text.replace(/\\begin\{lstlisting\}[\s\S]*?\\end\{lstlisting\}/g, "").replace(/^[\s\S]*?\\begin\{document\}/, ""),
    );
  if (command) throw new Error(`the TeX holds ${command[0]}`);
  if (format === "html") {
    // a title says in words what went wrong: nothing in it acts
    const tags = (new TextDecoder().decode(bytes).match(/<[^>]*>/g) ?? [])
      .join("\n")
      .replace(/\s(?:title|alt)="[^"]*"/g, "");
    const active = /<script|<iframe|<object|\son[a-z]+\s*=|javascript:|file:/i.exec(tags);
    if (active) throw new Error(`the page holds ${active[0]}`);
  }
}

/** Mulberry32: the same numbers from the same seed everywhere. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
