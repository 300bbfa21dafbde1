/**
 * A PDF from numbered objects: header, bodies, cross-reference table, trailer. Bodies are written as they are, so that
 * broken ones can be made too.
 * @param {(string | Uint8Array)[]} objects Body of object 1, 2, … (object 1 is the catalogue).
 * @param {{ trailer?: string }} [options] Further trailer entries.
 * @returns {Buffer}
 */
export function writePdf(objects, options = {}) {
  const parts = [Buffer.from("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n", "latin1")];
  const offsets = [];
  let length = parts[0].length;
  const push = (/** @type {Buffer} */ part) => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((body, index) => {
    offsets.push(length);
    push(Buffer.from(`${index + 1} 0 obj\n`, "latin1"));
    push(typeof body === "string" ? Buffer.from(body, "latin1") : Buffer.from(body));
    push(Buffer.from("\nendobj\n", "latin1"));
  });
  const start = length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}` +
        `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${options.trailer ?? ""} >>\nstartxref\n${start}\n%%EOF\n`,
      "latin1",
    ),
  );
  return Buffer.concat(parts);
}

/**
 * Stream object with its length.
 * @param {string} content
 * @param {string} [entries] Further dictionary entries.
 */
export function stream(content, entries = "") {
  return `<< /Length ${Buffer.byteLength(content, "latin1")} ${entries} >>\nstream\n${content}\nendstream`;
}

const FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>";

/**
 * Document of A4 pages, one content stream each, with Times-Roman as `/F1`.
 * @param {string[]} contents
 * @returns {Buffer}
 */
export function writePages(contents) {
  const kids = contents.map((_, index) => `${4 + 2 * index} 0 R`);
  return writePdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${contents.length} >>`,
    FONT,
    ...contents.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * index} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      stream(content),
    ]),
  ]);
}
