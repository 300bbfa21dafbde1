// Facts of `pdf` and `latex.pdf` by poppler: fonts are in the file, the words come back in order and lie on their pages, pictures are
// there, options do what they say, and the same input gives the same bytes.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { convertMmd } from "../../dist/formats/convert-mmd.js";
import { picture } from "./picture.js";

const SENTENCE = "words that stand one behind the other and are the same on every line of it";
/** 60 numbered paragraphs, three pages or more, with a picture, a table and a formula between them. */
const PARAGRAPHS = Array.from({ length: 60 }, (_, i) => `Paragraph number${i} of this document has ${SENTENCE}.`);
const TABLE =
  "\\begin{tabular}{|l|r|}\n\\hline Entry & Amount \\\\\n\\hline first & 12.50 \\\\\n\\hline\n\\end{tabular}";
const MMD = [
  "\\title{\nA document of facts\n}",
  "\\section*{1 Opening}",
  ...PARAGRAPHS.slice(0, 30),
  "\\section*{2 Middle}",
  `\\begin{figure}\n\\includegraphics[alt={}]{images/a.jpg}\n\\captionsetup{labelformat=empty}\n\\caption{Figure 1: The picture}\n\\end{figure}`,
  TABLE,
  "\\[\nE=m c^{2}\n\\]",
  ...PARAGRAPHS.slice(30),
].join("\n\n");
/** 40 rows of 14 columns: longer and wider than a page. */
const WIDE = `\\begin{tabular}{${"r".repeat(14)}}\n${Array.from(
  { length: 40 },
  (_, r) => `${Array.from({ length: 14 }, (_, c) => `${r}.${c}0001`).join(" & ")} \\\\`,
).join("\n")}\n\\end{tabular}\n`;

const folder = mkdtempSync(join(tmpdir(), "pdf-"));
const drawn = await picture();
let facts = 0;
let faults = 0;
try {
  const plain = {};
  for (const format of ["pdf", "latex.pdf"]) {
    const made = await make(MMD, format);
    plain[format] = made;
    const fonts = fontsOf(made.path);
    check(format, "has fonts, all of them in the file", fonts.length > 0 && fonts.every(({ embedded }) => embedded));
    check(
      format,
      "has no fonts of pictures",
      fonts.every(({ type }) => !/Type 3/.test(type)),
    );
    check(
      format,
      "gives every font's letters back",
      fonts.every(({ unicode, name }) => unicode || /^CM|LM/i.test(name)),
    );
    check(format, "takes three pages or more", made.pages >= 3, made.pages);
    const at = PARAGRAPHS.map((_, i) => made.text.search(new RegExp(`number${i}\\b`)));
    check(
      format,
      "has all paragraphs in order",
      at.every((place, i) => place >= 0 && (i === 0 || place > at[i - 1])),
    );
    check(
      format,
      "has sentences whole",
      flat(made.text).split(SENTENCE).length - 1 === 60,
      flat(made.text).split(SENTENCE).length - 1,
    );
    check(
      format,
      "has headings, caption and cells",
      /A document of facts.*Opening.*Middle.*The picture.*Entry\s+Amount.*first\s+12\.50/s.test(made.text),
    );
    check(format, "has the picture, once", picturesOf(made.path) === 1, picturesOf(made.path));
    check(
      format,
      "numbers its pages",
      lastWords(made.path).every((word, i) => word === String(i + 1)),
      lastWords(made.path),
    );
    check(format, "is made of the same bytes again", (await make(MMD, format)).bytes.equals(made.bytes));
    for (const [what, mmd] of [
      ["document", MMD],
      ["wide table", WIDE],
    ])
      check(format, `has every word of a ${what} within its page`, outside((await make(mmd, format)).path) === 0);
    const wide = (await make(WIDE, format)).text.match(/\b\d{1,2}\.\d{1,2}0001\b/g) ?? [];
    check(format, "has every cell of a wide table", new Set(wide).size === 40 * 14, new Set(wide).size);
  }

  const { pdf } = plain;
  check("pdf", "is of A4", pdf.size.join(" ") === "595 842", pdf.size);
  check("pdf", "has its title", /^Title:\s+A document of facts$/m.test(pdf.info));
  check("pdf", "is tagged, for readers of screens", /^Tagged:\s+yes/m.test(pdf.info));
  check("pdf", "says its language", /\/Lang \(en\)/.test(pdf.bytes.toString("latin1")));
  const german = await make(
    "Das ist der Text und die Sprache ist nicht mit auf den Seiten, für die das von dem wird.\n",
    "pdf",
  );
  check("pdf", "says another language", /\/Lang \(de\)/.test(german.bytes.toString("latin1")));
  check("pdf", "keeps its margin of 70 px", near(leftOf(pdf.path), 52.5, 2), leftOf(pdf.path));
  const wider = await make(MMD, "pdf", { margin: 150 });
  check("pdf", "takes a wider margin", near(leftOf(wider.path), 112.5, 2), leftOf(wider.path));
  const large = await make(MMD, "pdf", { fontSize: 34 });
  check(
    "pdf",
    "takes letters of twice the size",
    near(heightOf(large.path) / heightOf(pdf.path), 2, 0.1),
    heightOf(large.path),
  );
  const bare = await make(MMD, "pdf", { disable_footer: true });
  check(
    "pdf",
    "leaves the page numbers out",
    lastWords(bare.path).every((word) => !/^\d+$/.test(word)),
    lastWords(bare.path),
  );
  const letter = await make(MMD, "pdf", { custom_css: "@page{size:letter landscape}" });
  check("pdf", "takes the page of a style sheet", letter.size.join(" ") === "792 612", letter.size);

  check(
    "latex.pdf",
    "is of A4 or Letter",
    /^(?:595 842|612 792)$/.test(plain["latex.pdf"].size.join(" ")),
    plain["latex.pdf"].size,
  );
  const twelve = await make(MMD, "latex.pdf", { fontSize: "12pt" });
  check(
    "latex.pdf",
    "takes letters of 12 pt",
    near(heightOf(twelve.path) / heightOf(plain["latex.pdf"].path), 1.2, 0.06),
    heightOf(twelve.path),
  );
  const greek = await make("Ελληνικά γράμματα και русские буквы.\n", "latex.pdf");
  check(
    "latex.pdf",
    "gives Greek and Russian back",
    flat(greek.text).includes("Ελληνικά γράμματα και русские буквы."),
    greek.text,
  );

  const secret = join(folder, "secret.txt");
  writeFileSync(secret, "SECRETWORD");
  const hostile = [
    `\\input{${secret}} \\(\\input{${secret}}\\) \\(\\openin5=${secret}\\)`,
    `\\[\n\\immediate\\write18{touch ${join(folder, "touched")}}\n\\]`,
    `![](file://${secret}) ![](${secret}) \\includegraphics{${secret}}`,
    `<iframe src="file://${secret}"></iframe> <object data="file://${secret}"></object> <script>document.title="RUN"</script>`,
    `<svg width="9" height="9"><image href="file://${secret}"/><script>document.title="RUN"</script></svg>`,
    "Ordinary end.",
  ].join("\n\n");
  for (const format of ["pdf", "latex.pdf"]) {
    const made = await make(hostile, format);
    check(
      format,
      "reads no file of the machine",
      !made.text.includes("SECRETWORD") && made.text.includes("Ordinary end"),
    );
    check(format, "runs nothing", !existsSync(join(folder, "touched")) && !/^Title:.*RUN/m.test(made.info));
  }
} finally {
  rmSync(folder, { recursive: true });
}
console.log(`${facts - faults} of ${facts} facts of pdf and latex.pdf hold`);
process.exitCode = faults > 0 ? 1 : 0;

function check(format, fact, holds, found) {
  facts++;
  if (holds) return;
  faults++;
  console.error(`${format}: not true that it ${fact}${found === undefined ? "" : ` (${JSON.stringify(found)})`}`);
}

async function make(mmd, format, options = {}) {
  const { bytes } = await convertMmd(mmd, { format, options, images: async () => drawn, documentName: "facts" });
  const path = join(folder, `${facts}-${Object.keys(options).join("")}.${format}`);
  writeFileSync(path, bytes);
  const info = run("pdfinfo", [path]);
  const size = /^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(info).slice(1).map(Number).map(Math.round);
  const pages = Number(/^Pages:\s+(\d+)/m.exec(info)[1]);
  return { bytes: readFileSync(path), path, info, size, pages, text: run("pdftotext", ["-layout", path, "-"]) };
}

function run(program, args) {
  return execFileSync(program, args, { encoding: "utf8", maxBuffer: 1e9, stdio: ["ignore", "pipe", "ignore"] });
}

function fontsOf(path) {
  return run("pdffonts", [path])
    .split("\n")
    .slice(2)
    .filter(Boolean)
    .map((line) => {
      const [, name, type, embedded, , unicode] = /^(\S+)\s+(.*?)\s{2,}\S+\s+(yes|no)\s+(yes|no)\s+(yes|no)/.exec(line);
      return { name: name.replace(/^[A-Z]{6}\+/, ""), type, embedded: embedded === "yes", unicode: unicode === "yes" };
    });
}

function picturesOf(path) {
  return run("pdfimages", ["-list", path])
    .split("\n")
    .filter((line) => /\bimage\b/.test(line.slice(0, 30))).length;
}

/** Words of each page with their boxes, pt. */
function wordsOf(path) {
  const pages = run("pdftotext", ["-bbox", path, "-"]).split("<page ").slice(1);
  return pages.map((page) => ({
    size: /width="([\d.]+)" height="([\d.]+)"/.exec(page).slice(1).map(Number),
    words: [...page.matchAll(/xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</g)].map(
      ([, x0, y0, x1, y1, text]) => ({ x0: Number(x0), y0: Number(y0), x1: Number(x1), y1: Number(y1), text }),
    ),
  }));
}

/** Words that stick out of their page. */
function outside(path) {
  return wordsOf(path).flatMap(({ size: [width, height], words }) =>
    words.filter(({ x0, y0, x1, y1 }) => x0 < 0 || y0 < 0 || x1 > width || y1 > height),
  ).length;
}

/** The lowest word of each page. */
function lastWords(path) {
  return wordsOf(path).map(({ words }) => words.reduce((low, word) => (word.y0 > low.y0 ? word : low), words[0])?.text);
}

/** Left edge and height of the word that begins the paragraphs, pt. */
function leftOf(path) {
  return Math.min(
    ...wordsOf(path).flatMap(({ words }) => words.filter(({ text }) => text === "Paragraph").map(({ x0 }) => x0)),
  );
}

function heightOf(path) {
  const { y0, y1 } = wordsOf(path).flatMap(({ words }) => words.filter(({ text }) => text === "Paragraph"))[0];
  return y1 - y0;
}

function near(value, wanted, tolerance) {
  return Math.abs(value - wanted) <= tolerance;
}

function flat(text) {
  return text.replace(/\s+/g, " ");
}
