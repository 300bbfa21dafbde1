/** One page with a line of text, a grey raster picture with a dark square in it, and another line. */
export function picturePdf(dark = 0): Uint8Array {
  const size = 16;
  const samples = Buffer.alloc(size * size, 0xc0);
  for (let y = 4; y < 12; y++) samples.fill(dark, y * size + 4, y * size + 12);
  const text = (y: number, words: string) => `BT /F1 11 Tf 1 0 0 1 72 ${y} Tm (${words}) Tj ET`;
  const body = `${text(700, "Above the picture stands a line of text that ends here.")} q 288 0 0 216 150 420 cm /P Do Q ${text(380, "Below it stands another line, and then nothing more.")}`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> /XObject << /P 5 0 R >> >> /Contents 6 0 R >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    `<< /Type /XObject /Subtype /Image /Width ${size} /Height ${size} /ColorSpace /DeviceGray /BitsPerComponent 8 /Length ${samples.length} >>\nstream\n${samples.toString("latin1")}\nendstream`,
    `<< /Length ${body.length} >>\nstream\n${body}\nendstream`,
  ];
  let file = "%PDF-1.7\n";
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}${trailer}`, "latin1");
}
