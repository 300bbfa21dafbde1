// npm run eval [-- [papers | contract | layout | kinds | ocr | formulas | hostile] [--only NAME] [--worst N] [--baseline] [--workers N]]
import { parseArguments } from "../support/arguments.js";

const USAGE = `Usage: npm run eval -- [command] [options]

Commands
  (none)      text, order, headings and facts of every document, as a table
  papers      the same of LaTeX papers in many classes, compiled here (needs TeX, pandoc and the corpus)
  contract    invariants and JSON Schemas on every document
  layout      regions, line types, reading order and pictures against the hand-checked pages
  kinds       pages of 16 kinds drawn by models/training/layout (--folder): blocks and tables whole, types of lines
  hostile     damaged, odd and mutated files
  ocr         text read from pixels: validation lines, pictures with text, rendered pages
  formulas    formulas from glyphs or pixels on held-out sources: exact, edit, symbol boxes, found on pages (needs TeX and the corpus)
  truth       writes truth.json of the shipped documents (needs pandoc)

Options
  --only NAME     documents whose name contains NAME
  --worst N       shows the N costliest differences per document, and failed facts
  --baseline      measures pdftotext instead of the engine; ocr: Tesseract beside it (slow; its readings are kept)
  --set NAME      layout: tuning or unseen
  --ocr           layout: pages read from their pixels, as scans
  --details       layout: a table per kind
  --model PATH    layout: the layout net to use, or off; default is the shipped one, if any
  --alone         layout: that net without the rules
  --folder PATH   kinds: what layoutnet.html_documents wrote
  --workers N     default 2
  --mutants N     hostile: number of mutated files, default 200
  --seed N        hostile: default 1
  --fonts LIST    formulas: set-ups, or one of computer-modern, other, unicode; default all
  --sample N      formulas: only the first N of each set
  --split NAME    formulas: held-out (default) or development
  --part NAME     formulas: only sets, pages or samples (documents with LaTeX beside them, and Word documents)
  --pages N       formulas: only the first N pages of each set-up
  --from pixels   formulas: read from their pictures, pages with the shipped nets; for the sets --model PATH names a symbol net and
                  --dpi N the resolution (200); --grade NAME the defects: clean (default), light, middle, heavy`;

/** @type {Record<string, (options: Record<string, string | true>) => Promise<number>>} */
const COMMANDS = {
  evaluate: async (options) => (await import("./evaluate.js")).evaluate(read(options)),
  papers: async (options) => (await import("./evaluate.js")).evaluate({ ...read(options), papers: true }),
  contract: async (options) => (await import("./contract.js")).checkContract(read(options)),
  layout: async (options) => (await import("./layout.js")).evaluateLayout(read(options)),
  kinds: async (options) => (await import("./kinds.js")).evaluateKinds({ ...read(options), folder: options.folder }),
  hostile: async (options) => (await import("./hostile.js")).attack(read(options)),
  ocr: async (options) => (await import("./ocr.js")).evaluateOcr(read(options)),
  formulas: async (options) => (await import("./formulas/evaluate.js")).evaluateFormulas(formulaOptions(options)),
  truth: async () => (await import("./write-truth.js")).writeTruth(),
};

function read(options) {
  const number = (/** @type {string} */ name) => (options[name] === undefined ? undefined : Number(options[name]));
  return {
    only: /** @type {string | undefined} */ (options.only),
    worst: number("worst"),
    workers: number("workers"),
    mutants: number("mutants"),
    seed: number("seed"),
    baseline: options.baseline === true,
    set: /** @type {string | undefined} */ (options.set),
    ocr: options.ocr === true,
    details: options.details === true,
    model: /** @type {string | undefined} */ (options.model),
    alone: options.alone === true,
  };
}

function formulaOptions(options) {
  const { split, part, fonts } = options;
  if (split !== undefined && split !== "held-out" && split !== "development")
    throw new Error(`Expected held-out or development for --split but received ${split}`);
  if (part !== undefined && part !== "sets" && part !== "pages" && part !== "samples")
    throw new Error(`Expected sets, pages or samples for --part but received ${part}`);
  const sample = options.sample === undefined ? undefined : Number(options.sample);
  const worst = options.worst === undefined ? undefined : Number(options.worst);
  const pageLimit = options.pages === undefined ? undefined : Number(options.pages);
  return { split, part, fonts, sample, worst, pageLimit, pixels: pixelOptions(options) };
}

function pixelOptions({ from, model, dpi = "200", grade = "clean" }) {
  if (from === undefined || from === "glyphs") return undefined;
  if (from !== "pixels") throw new Error(`Expected glyphs or pixels for --from but received ${from}`);
  if (!["clean", "light", "middle", "heavy"].includes(grade))
    throw new Error(`Expected clean, light, middle or heavy for --grade but received ${grade}`);
  return { model, dpi: Number(dpi), grade };
}

const { words, options } = parseArguments(process.argv.slice(2), ["baseline", "help", "ocr", "details", "alone"]);
const command = COMMANDS[words[0] ?? "evaluate"];
if (options.help || command === undefined || words.length > 1) {
  console.log(USAGE);
  process.exitCode = options.help ? 0 : 2;
} else {
  process.exitCode = await command(options);
}
