// Every golden of the TeX format, every golden MMD and every MMD of the folders given compiles without an error.
//   node scripts/proofs/tex.js [--jobs 2] [FOLDER with <name>/<name>.mmd …]
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { unzipSync } from "fflate";
import { convertMmd } from "../../dist/formats/convert-mmd.js";
import { findDocuments } from "./find-documents.js";
import { picture } from "./picture.js";

const GOLDEN = new URL("../../test/golden/", import.meta.url).pathname;
const ENVIRONMENT = { ...process.env, openin_any: "p", openout_any: "p" };
/** A book of several hundred pages is set in less. */
const DEADLINE_MS = 300_000;
const { values, positionals } = parseArgs({
  options: { jobs: { type: "string", default: "2" } },
  allowPositionals: true,
});

const failures = [];
let compiled = 0;
const drawn = await picture();

/** What is to be compiled: a name and what gives its TeX and pictures. */
const tasks = readdirSync(join(GOLDEN, "formats/tex")).map((file) => [
  file,
  () => {
    const tex = readFileSync(join(GOLDEN, "formats/tex", file), "utf8");
    const named = [...tex.matchAll(/\\includegraphics\[[^\]]*\]\{([^{}]+)\}/g)].map(([, name]) => [name, drawn]);
    return { tex, pictures: named };
  },
]);
for (const path of findDocuments([GOLDEN, ...positionals])) tasks.push([path, () => archived(path)]);

const lane = async () => {
  for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) {
    const [name, make] = task;
    try {
      const { tex, pictures } = await make();
      await compile(tex, pictures);
    } catch (error) {
      failures.push(`${name}: ${error.message}`);
    }
    compiled++;
  }
};
await Promise.all(Array.from({ length: Number(values.jobs) }, lane));

for (const failure of failures) console.error(failure);
console.log(`${compiled - failures.length} of ${compiled} TeX documents compile`);
process.exitCode = failures.length > 0 ? 1 : 0;

/** The tex.zip of an MMD, unpacked. */
async function archived(path) {
  const own = join(dirname(path), "images");
  const images = async (target) => {
    const stored = join(own, basename(target));
    return existsSync(stored) ? new Uint8Array(readFileSync(stored)) : drawn;
  };
  const { bytes } = await convertMmd(readFileSync(path, "utf8"), { format: "tex.zip", documentName: "d", images });
  const entries = Object.entries(unzipSync(bytes));
  const tex = new TextDecoder().decode(entries.find(([name]) => name.endsWith(".tex"))[1]);
  const pictures = entries.filter(([name]) => /\/images\/./.test(name)).map(([name, data]) => [basename(name), data]);
  return { tex, pictures };
}

/** The engine is the one that the first line asks for. */
async function compile(tex, pictures) {
  const folder = mkdtempSync(join(tmpdir(), "tex-"));
  try {
    writeFileSync(join(folder, "document.tex"), tex);
    mkdirSync(join(folder, "images"));
    for (const [file, bytes] of pictures) writeFileSync(join(folder, "images", file), bytes);
    const engine = tex.split("\n")[0].includes("XeLaTeX") ? "xelatex" : "pdflatex";
    const args = ["-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "document.tex"];
    const { code, output } = await run(engine, args, folder);
    if (code !== 0) throw new Error(/^!.*(?:\n.*){0,4}/m.exec(output)?.[0] ?? `no message (${code})`);
    const info = await run("pdfinfo", ["document.pdf"], folder);
    if (!/^Pages:\s+[1-9]/m.test(info.output)) throw new Error(`the PDF cannot be read: ${info.output.trim()}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(program, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: ENVIRONMENT, timeout: DEADLINE_MS });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("latin1").on("data", (text) => {
        output += text;
      });
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code: code ?? signal, output }));
  });
}
