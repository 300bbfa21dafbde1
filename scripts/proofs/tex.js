// Every golden of the TeX format, every golden MMD and every MMD of the folders given compiles without an error.
//   node scripts/proofs/tex.js [FOLDER with <name>/<name>.mmd …]
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { convertMmd } from "../../dist/formats/convert-mmd.js";
import { picture } from "./picture.js";

const GOLDEN = new URL("../../test/golden/", import.meta.url).pathname;
const ENVIRONMENT = { ...process.env, openin_any: "p", openout_any: "p" };

const failures = [];
let compiled = 0;
const drawn = await picture();

/** The engine is the one that the first line asks for. */
function compile(name, tex, images) {
  const folder = mkdtempSync(join(tmpdir(), "tex-"));
  try {
    writeFileSync(join(folder, "document.tex"), tex);
    mkdirSync(join(folder, "images"));
    for (const [file, bytes] of images) writeFileSync(join(folder, "images", file), bytes);
    const engine = tex.split("\n")[0].includes("XeLaTeX") ? "xelatex" : "pdflatex";
    const run = spawnSync(engine, ["-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "document.tex"], {
      cwd: folder,
      env: ENVIRONMENT,
      encoding: "latin1",
      timeout: 120_000,
    });
    compiled++;
    if (run.status !== 0)
      failures.push(`${name}: ${/^!.*(?:\n.*){0,4}/m.exec(run.stdout)?.[0] ?? run.error ?? "no message"}`);
    else if (!execFileSync("pdfinfo", [join(folder, "document.pdf")], { encoding: "utf8" }).includes("Pages:"))
      failures.push(`${name}: the PDF cannot be read`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const file of readdirSync(join(GOLDEN, "formats/tex"))) {
  const tex = readFileSync(join(GOLDEN, "formats/tex", file), "utf8");
  const named = [...tex.matchAll(/\\includegraphics\[[^\]]*\]\{([^{}]+)\}/g)].map(([, name]) => [name, drawn]);
  compile(file, tex, named);
}

const documents = readdirSync(GOLDEN, { recursive: true })
  .filter((file) => file.endsWith(".mmd"))
  .map((file) => join(GOLDEN, file));
for (const folder of process.argv.slice(2))
  for (const file of readdirSync(folder, { recursive: true }))
    if (String(file).endsWith(".mmd")) documents.push(join(folder, String(file)));
for (const path of documents) {
  const own = join(dirname(path), "images");
  const images = async (target) => {
    const stored = join(own, target.split("/").pop());
    return existsSync(stored) ? new Uint8Array(readFileSync(stored)) : drawn;
  };
  const { bytes } = await convertMmd(readFileSync(path, "utf8"), { format: "tex.zip", documentName: "d", images });
  const entries = Object.entries(unzipSync(bytes));
  const tex = new TextDecoder().decode(entries.find(([name]) => name.endsWith(".tex"))[1]);
  const pictures = entries
    .filter(([name]) => /\/images\/./.test(name))
    .map(([name, data]) => [name.split("/").pop(), data]);
  compile(path, tex, pictures);
}

for (const failure of failures) console.error(failure);
console.log(`${compiled - failures.length} of ${compiled} TeX documents compile`);
process.exitCode = failures.length > 0 ? 1 : 0;
