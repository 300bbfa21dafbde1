/** Smallest PDF that exercises the pipeline: US Letter pages of Helvetica, a heading and a few lines each. */
export function textPdf(pages: number, options: { title?: string; mediaBox?: [number, number] } = {}): Uint8Array {
  const { title = "Sample", mediaBox = [612, 792] } = options;
  const bodies = Array.from({ length: pages }, (_, index) => pageContent(title, index + 1, mediaBox[1]));
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages} /Kids [${bodies.map((_, index) => `${4 + 2 * index} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ...bodies.flatMap((body, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${mediaBox.join(" ")}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * index} 0 R >>`,
      `<< /Length ${body.length} >>\nstream\n${body}\nendstream`,
    ]),
  ];
  return assemble(objects);
}

function pageContent(title: string, page: number, height: number): string {
  const lines = [
    `This is page ${page} of the document, set in lines of plain text that say`,
    "nothing much but fill enough of the measure to be taken for a paragraph of",
    `running text of ${title}, which ends here on page ${page}.`,
  ];
  const shown = lines.map((line, index) => `1 0 0 1 72 ${height - 130 - 14 * index} Tm (${line}) Tj`);
  return `BT /F1 18 Tf 1 0 0 1 72 ${height - 90} Tm (${page} ${title} ${page}) Tj /F1 11 Tf ${shown.join(" ")} ET`;
}

function assemble(objects: readonly string[]): Uint8Array {
  let file = "%PDF-1.7\n";
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const xref = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}
