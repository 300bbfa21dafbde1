// Mutated and hostile MMD through all formats that need no program: nothing throws, hangs or grows, nothing is asked for outside.
//   node scripts/proofs/fuzz.js [--count 10000] [--seed 1] [--start 0]
// Rounds from --start on; every 125th is one of the deepest and widest inputs, of up to 100,000 of a kind.

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
/** The same for 100,000 lists, fractions, columns or slides of text. */
const MAX_DEEP_MS = 20_000;

/** Slides for 200,000 list items, 18 on each. */
const MAX_DECK_MS = 60_000;
const DEEP_EVERY = 125;

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
  (n) => "\\begin{itemize}\\item a\n".repeat(n) + "\\end{itemize}\n".repeat(n),
  (n) => "> ".repeat(n),
  (n) => `\\(${"\\frac{".repeat(n)}`,
  (n) => `\\(${"{".repeat(n)}${"}".repeat(n)}\\)`,
  (n) => `\\[${"\\left(".repeat(n)}${"\\right)".repeat(n)}\\]`,
  (n) => `\\begin{tabular}{${"l".repeat(n)}}${"&".repeat(n)}\\end{tabular}`,
  (n) => "- ".repeat(n),
  (n) => `\\begin{tabular}{l}\n${"a \\\\\n".repeat(n)}\\end{tabular}`,
  (n) => "\\textbf{".repeat(n),
  (n) => "[".repeat(n),
  (n) => "中".repeat(n),
  (n) => `\\begin{tabular}{l}\n${"\\frac{".repeat(n)} \\\\\n\\end{tabular}`,
  (n) => `\\(x${"^{x".repeat(n)}${"}".repeat(n)}\\)`,
];

/** Every round has its own numbers: it comes out alike wherever a run starts. */
let random = generator(0);
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

for (let round = start; round < start + count; round++) {
  random = generator(Number(values.seed) * 1_000_003 + round);
  const isDeep = round % DEEP_EVERY === DEEP_EVERY - 1;
  const mmd = mutate(isDeep);
  const format = builtInFormats[(isDeep ? Math.floor(round / DEEP_EVERY) : round) % builtInFormats.length];
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
  if (milliseconds > (!isDeep ? MAX_MS : format === "pptx" ? MAX_DECK_MS : MAX_DEEP_MS))
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

function mutate(isDeep) {
  if (isDeep) return pick(DEEP)(random() < 0.3 ? 100_000 : 3000);
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
