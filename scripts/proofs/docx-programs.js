// Opens docx files in the programs people use: LibreOffice prints them, pandoc reads them.
//   node scripts/proofs/docx-programs.js [FILE.mmd or FOLDER …]
// Without files it takes all golden documents, among them one for each construct of the language. Checked
// are, for each document: every word on the printed pages, the number of pictures there; words, tables with their cells, and
// equations as pandoc reads them; and the words of the same document written as Markdown. Ends with 1 on a loss.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { convertMmd } from "../../dist/formats/convert-mmd.js";
import { parseMmd } from "../../dist/formats/mmd/parse-mmd.js";
import { mapInlines } from "../../dist/formats/mmd/walk.js";
import { plainBlocks } from "../../dist/formats/plain-text.js";
import { findDocuments } from "./find-documents.js";
import { walk } from "./read-back.js";

const GOLDEN = fileURLToPath(new URL("../../test/golden/", import.meta.url));
const { sharp } = await import("../../dist/engine/raster/sharp.js");
/** A picture for a name: each has a size of its own, so that it can be told on the printed page. */
const standIn = (target) => {
  const width = 200 + [...target].reduce((sum, char) => (sum * 31 + char.codePointAt(0)) % 397, 7);
  return sharp({ create: { width, height: 120, channels: 3, background: "#88aacc" } })
    .png()
    .toBuffer();
};

/** Pictures keep their pixels, so that they can be told. */
const PDF_EXPORT = 'pdf:writer_pdf_Export:{"ReduceImageResolution":{"type":"boolean","value":"false"}}';

/** Documents that LibreOffice prints in one run. */
const BATCH = 12;
const PRINT_MS = 300_000;

let losses = 0;
const given = process.argv.slice(2);
const paths = findDocuments(given.length > 0 ? given : [GOLDEN]);
for (let at = 0; at < paths.length; at += BATCH) await proveDocuments(paths.slice(at, at + BATCH));
console.log(`${paths.length} documents, ${losses} losses`);
process.exitCode = losses > 0 ? 1 : 0;

async function proveDocuments(batch) {
  const folder = mkdtempSync(join(tmpdir(), "docx-"));
  try {
    const made = [];
    for (const [n, path] of batch.entries()) made.push(await makeDocument(path, join(folder, `${n}`)));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const files = made.map(({ stem }) => `${stem}.docx`);
    execFileSync("soffice", ["--headless", profile, "--convert-to", PDF_EXPORT, "--outdir", folder, ...files], {
      stdio: "ignore",
      timeout: PRINT_MS,
    });
    for (const document of made) await proveDocument(document);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes `<stem>.docx` and `<stem>.md`. */
async function makeDocument(path, stem) {
  const mmd = readFileSync(path, "utf8");
  // pictures of the document, or a stand-in where it has none
  const images = async (target) => {
    const file = join(dirname(path), target);
    if (existsSync(file)) return readFileSync(file);
    return target.startsWith("images/") ? standIn(target) : undefined;
  };
  const { bytes, warnings } = await convertMmd(mmd, { format: "docx", images });
  const markdown = await convertMmd(mmd, { format: "md" });
  writeFileSync(`${stem}.docx`, bytes);
  writeFileSync(`${stem}.md`, markdown.bytes);
  return { path, stem, bytes, warnings, expected: words(documentText(parseMmd(mmd))) };
}

async function proveDocument({ path, stem, bytes, warnings, expected }) {
  console.log(`${path}: ${expected.length} words, ${warnings.length} warnings`);
  const pdf = `${stem}.pdf`;
  if (!existsSync(pdf)) {
    report("pages: LibreOffice printed none", ["the document"]);
    return;
  }
  report("words on the printed pages", missing(expected, words(run("pdftotext", ["-layout", pdf, "-"]))));
  report("pictures on the printed pages", missing(await pictureSizes(bytes), printedSizes(pdf)));

  const read = readPandoc([`${stem}.docx`]);
  report("words as pandoc reads them", missing(expected, words(read.text)));
  const parts = unzipped(bytes);
  report("tables as pandoc reads them", differ(read.tables, count(parts, /<w:tbl>/g)));
  report("equations as pandoc reads them", differ(read.equations, count(parts, /<m:oMath>/g)));
  const fromMarkdown = readPandoc(["-f", "markdown-smart", `${stem}.md`]);
  report(
    "words of our Markdown",
    missing(
      words(fromMarkdown.text).filter((word) => word.length > 2),
      words(read.text),
    ),
  );
}

/** `width×height` of the pictures in a docx. */
async function pictureSizes(bytes) {
  const script =
    "import sys, zipfile, io, json, base64; z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())); print(json.dumps([base64.b64encode(z.read(n)).decode() for n in z.namelist() if n.startswith('word/media/')]))";
  const files = JSON.parse(
    execFileSync("python3", ["-c", script], { input: bytes, encoding: "utf8", maxBuffer: 1 << 30 }),
  );
  const facts = await Promise.all(files.map((file) => sharp(Buffer.from(file, "base64")).metadata()));
  return facts.map(({ width, height }) => `${width}×${height}`);
}

/** The same of the pictures in a PDF. */
function printedSizes(pdf) {
  const rows = run("pdfimages", ["-list", pdf]).split("\n").slice(2);
  return rows.map((row) => row.trim().split(/\s+/)).map((fields) => `${fields[3]}×${fields[4]}`);
}

function run(program, args) {
  return execFileSync(program, args, { encoding: "utf8", maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "ignore"] });
}

/** Text without formulas, which every program shows in its own way, and without what is no text. */
function documentText(document) {
  const silent = (node) =>
    node.type === "math" || node.type === "image" || node.type === "smiles"
      ? { type: "text", text: " ", offset: 0 }
      : node;
  const text = (blocks) => plainBlocks(mapInlines(withoutFormulas(blocks), silent));
  return [text(document.blocks), ...[...document.footnotes.values()].map(text)].join("\n");
}

function withoutFormulas(blocks) {
  return blocks
    .filter(({ type }) => type !== "math" && type !== "smiles")
    .map((block) => (block.pieces ? { type: "paragraph", children: block.pieces, offset: block.offset } : block))
    .map((block) => (block.blocks ? { ...block, blocks: withoutFormulas(block.blocks) } : block))
    .map((block) => (block.items ? { ...block, items: block.items.map(withoutItemFormulas) } : block));
}

function withoutItemFormulas(item) {
  return { ...item, blocks: withoutFormulas(item.blocks) };
}

/** Words and numbers apart: a note's mark stands close to its word. */
function words(text) {
  return text.normalize("NFKC").match(/[\p{Lu}\p{Ll}\p{Lo}]+|\p{N}+/gu) ?? [];
}

/**
 * Words that are there less often than expected. The end of a line in a narrow cell divides words, and a raised formula stands
 * close to its word: what is not there as a word may be there in pieces, made of letters that no other word has claimed.
 */
function missing(expected, found) {
  const left = countOf(found);
  const absent = expected.filter((word) => {
    const times = left.get(word) ?? 0;
    left.set(word, times - 1);
    return times <= 0;
  });
  const letters = countOf([...left].flatMap(([word, times]) => (times > 0 ? [...word.repeat(times)] : [])));
  return absent.filter((word) => {
    const needed = countOf([...word]);
    if ([...needed].some(([letter, times]) => (letters.get(letter) ?? 0) < times)) return true;
    for (const [letter, times] of needed) letters.set(letter, letters.get(letter) - times);
    return false;
  });
}

function countOf(items) {
  const counts = new Map();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** Text, tables and equations in pandoc's reading, title and authors among them. */
function readPandoc(args) {
  const { meta, blocks } = JSON.parse(run("pandoc", [...args, "-t", "json"]));
  const read = { text: "", tables: 0, equations: 0 };
  walk([meta, blocks], ({ t, c }) => {
    if (t === "Str") read.text += `${c} `;
    if (t === "Code" || t === "CodeBlock") read.text += `${c[1]} `;
    if (t === "Table") read.tables++;
    if (t === "Math") read.equations++;
  });
  return read;
}

/** Text of the document and its notes. */
function unzipped(bytes) {
  const script =
    "import sys, zipfile, io; z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())); print(''.join(z.read(n).decode() for n in z.namelist() if n in ('word/document.xml', 'word/footnotes.xml')))";
  return execFileSync("python3", ["-c", script], { input: bytes, encoding: "utf8", maxBuffer: 1 << 30 });
}

function count(text, pattern) {
  return text.match(pattern)?.length ?? 0;
}

function differ(found, wanted) {
  return found === wanted ? [] : [`${found} of ${wanted}`];
}

function report(what, lost) {
  if (lost.length > 0) losses++;
  console.log(
    `  ${lost.length === 0 ? "all" : "LOST"} ${what}${lost.length === 0 ? "" : `: ${lost.slice(0, 12).join(", ")}`}`,
  );
}
