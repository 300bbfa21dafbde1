import { deflateSync } from "node:zlib";
import { stream, writePages, writePdf } from "../../support/pdf-writer.js";
import { encryptedPdf } from "./encrypted-pdf.js";

/**
 * @typedef {object} HostileFile
 * @property {string} name File name, with the extension a user might have given it.
 * @property {Buffer} bytes
 * @property {"error" | "delivered" | "settles"} expect `error`: nothing to deliver, an error record names the file ·
 *   `delivered`: status completed or partial, with `goodPages` completed · `settles`: any result, but one, in time.
 * @property {number[]} [goodPages] Pages that must be completed.
 * @property {string} [text] Words the MMD must hold.
 * @property {string} [password]
 */

const good = (/** @type {string} */ words) => `BT /F1 12 Tf 72 700 Td (${words}) Tj ET`;
const CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";
const PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
const page = (/** @type {string} */ entries) => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${entries} >>`;

/** One page whose resources and content are given. */
function onePage(entries, ...further) {
  return writePdf([CATALOG, PAGES, page(entries), ...further]);
}

/** Compressed stream object. */
function deflated(bytes, entries = "") {
  const data = deflateSync(bytes);
  return Buffer.concat([
    Buffer.from(`<< /Length ${data.length} /Filter /FlateDecode ${entries} >>\nstream\n`, "latin1"),
    data,
    Buffer.from("\nendstream", "latin1"),
  ]);
}

/**
 * Files made to break readers; everything is built here, nothing is copied.
 * @returns {HostileFile[]}
 */
export function handmadeFiles() {
  return [
    { name: "empty.pdf", bytes: Buffer.alloc(0), expect: "error" },
    { name: "text.pdf", bytes: Buffer.from("This is a letter and not a PDF.\n".repeat(50)), expect: "error" },
    { name: "header-only.pdf", bytes: Buffer.from("%PDF-1.7\n"), expect: "error" },
    {
      name: "zip.pdf",
      bytes: Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), Buffer.alloc(500, 7)]),
      expect: "error",
    },
    {
      name: "cut-off.png",
      bytes: Buffer.from("89504e470d0a1a0a0000000d49484452000000100000001008020000009091", "hex"),
      expect: "error",
    },
    { name: "zero-pages.pdf", bytes: writePdf([CATALOG, "<< /Type /Pages /Kids [] /Count 0 >>"]), expect: "error" },
    { name: "no-pages.pdf", bytes: writePdf(["<< /Type /Catalog >>"]), expect: "error" },
    {
      name: "page-tree-loop.pdf",
      bytes: writePdf([CATALOG, "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]),
      expect: "settles",
    },
    { name: "lying-count.pdf", bytes: lyingCount(), expect: "settles" },
    { name: "previous-xref-loop.pdf", bytes: previousXrefLoop(), expect: "settles" },
    {
      name: "one-bad-page.pdf",
      bytes: oneBadPage(),
      expect: "delivered",
      goodPages: [1, 3],
      text: "last page is sound",
    },
    { name: "form-recursion.pdf", bytes: formRecursion(), expect: "settles" },
    { name: "form-mutual-recursion.pdf", bytes: formMutualRecursion(), expect: "settles" },
    { name: "form-doubling.pdf", bytes: formDoubling(), expect: "settles" },
    {
      name: "million-saves.pdf",
      bytes: onePage("/Contents 4 0 R", deflated(Buffer.from("q ".repeat(1_000_000)))),
      expect: "settles",
    },
    {
      name: "million-restores.pdf",
      bytes: onePage("/Contents 4 0 R", deflated(Buffer.from("Q ".repeat(1_000_000)))),
      expect: "settles",
    },
    {
      name: "deep-arrays.pdf",
      bytes: onePage("/Contents 4 0 R", stream(`${"[".repeat(100_000)} TJ`)),
      expect: "settles",
    },
    {
      name: "deep-dictionaries.pdf",
      bytes: onePage(`/Odd ${"<< /A ".repeat(20_000)} 1 ${">> ".repeat(20_000)} /Contents 4 0 R`, stream("")),
      expect: "settles",
    },
    {
      name: "inflation-bomb.pdf",
      bytes: onePage("/Contents 4 0 R", deflated(Buffer.alloc(150_000_000, 0x20))),
      expect: "settles",
    },
    { name: "huge-image.pdf", bytes: hugeImage(), expect: "settles" },
    { name: "huge-page.pdf", bytes: sizedPage("[0 0 14400 14400]"), expect: "delivered", text: "words on an odd page" },
    { name: "gigantic-page.pdf", bytes: sizedPage("[0 0 1e9 1e9]"), expect: "settles" },
    { name: "empty-page-box.pdf", bytes: sizedPage("[0 0 0 0]"), expect: "settles" },
    {
      name: "reversed-page-box.pdf",
      bytes: sizedPage("[595 842 0 0]"),
      expect: "delivered",
      text: "words on an odd page",
    },
    { name: "words-for-numbers.pdf", bytes: sizedPage("[zero zero wide high]"), expect: "settles" },
    { name: "tiny-page.pdf", bytes: sizedPage("[0 0 0.5 0.5]"), expect: "settles" },
    { name: "many-glyphs.pdf", bytes: writePages([manyGlyphs(120_000)]), expect: "settles" },
    { name: "encrypted-no-password.pdf", bytes: encryptedPdf("open sesame", "a secret letter"), expect: "error" },
    {
      name: "encrypted-wrong-password.pdf",
      bytes: encryptedPdf("open sesame", "a secret letter"),
      password: "guess",
      expect: "error",
    },
    {
      name: "encrypted-password.pdf",
      bytes: encryptedPdf("open sesame", "a secret letter"),
      password: "open sesame",
      expect: "delivered",
      text: "a secret letter",
    },
    {
      name: "sound.txt",
      bytes: writePages([good("named text but sound")]),
      expect: "delivered",
      text: "named text but sound",
    },
    {
      name: "junk-before-header.pdf",
      bytes: Buffer.concat([Buffer.from("junk\n".repeat(60)), writePages([good("behind some junk")])]),
      expect: "settles",
    },
  ];
}

function sizedPage(box) {
  return writePdf([
    CATALOG,
    PAGES,
    `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    stream("BT /F1 12 Tf 72 700 Td (words on an odd page) Tj ET"),
    "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
  ]);
}

function lyingCount() {
  return writePdf([
    CATALOG,
    "<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>",
    page("/Contents 4 0 R"),
    stream(good("only one")),
  ]);
}

function previousXrefLoop() {
  const sound = writePages([good("turns in circles")]).toString("latin1");
  const start = /startxref\n(\d+)/.exec(sound)?.[1];
  return Buffer.from(sound.replace("/Root 1 0 R", `/Root 1 0 R /Prev ${start}`), "latin1");
}

function oneBadPage() {
  const pages = writePages([good("first page is sound"), "BT /F1", good("last page is sound")]).toString("latin1");
  // The second page's content claims a filter its bytes do not have.
  return Buffer.from(
    pages.replace(/(7 0 obj\n<< \/Length \d+ )/, "$1 /Filter [/FlateDecode /DCTDecode /LZWDecode]"),
    "latin1",
  );
}

const FORM = "/Type /XObject /Subtype /Form /BBox [0 0 595 842]";

function formRecursion() {
  return onePage(
    "/Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >>",
    stream("/A Do"),
    stream("/A Do /A Do", `${FORM} /Resources << /XObject << /A 5 0 R >> >>`),
  );
}

function formMutualRecursion() {
  return onePage(
    "/Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >>",
    stream("/A Do"),
    stream("/B Do", `${FORM} /Resources << /XObject << /B 6 0 R >> >>`),
    stream("/A Do", `${FORM} /Resources << /XObject << /A 5 0 R >> >>`),
  );
}

/** No loop, but 2 to the power of 40 drawings: each form draws the next one twice. */
function formDoubling() {
  const depth = 40;
  const forms = Array.from({ length: depth }, (_, level) =>
    level === depth - 1
      ? stream("0 0 10 10 re f", FORM)
      : stream("/A Do /A Do", `${FORM} /Resources << /XObject << /A ${6 + level} 0 R >> >>`),
  );
  return onePage("/Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >>", stream("/A Do"), ...forms);
}

function hugeImage() {
  return onePage(
    "/Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>",
    stream("500 0 0 500 50 50 cm /I Do"),
    stream(
      "few bytes",
      "/Type /XObject /Subtype /Image /Width 65535 /Height 65535 /ColorSpace /DeviceRGB /BitsPerComponent 8",
    ),
  );
}

function manyGlyphs(count) {
  const lines = Array.from(
    { length: Math.ceil(count / 100) },
    (_, i) => `1 0 0 1 20 ${820 - (i % 800)} Tm (${"abcde fghij".repeat(9)}) Tj`,
  );
  return `BT /F1 4 Tf ${lines.join("\n")} ET`;
}
