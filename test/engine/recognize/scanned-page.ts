import sharp from "sharp";
import { openSource } from "../../../src/engine/source/open-source.js";
import { makePdf, text } from "../../support/make-pdf.js";

/** PNG of a page at 200 px/in with the lines in 11 pt Times, `bold` ones above them: what a good scanner makes of print. */
export async function scannedPage(lines: readonly string[], bold: readonly string[] = []): Promise<Buffer> {
  const set = (line: string, index: number, font: string) => text(40, 360 - 16 * index, 11, line, font);
  const headings = bold.map((line, index) => set(line, index, "F5"));
  const content = [...headings, ...lines.map((line, index) => set(line, index + bold.length, "F2"))].join("\n");
  const source = await openSource(makePdf(content, { size: [300, 400] }), { file: "print.pdf" });
  const { width, height, channels, data } = await source.raster(1, 200);
  await source.close();
  return sharp(data, { raw: { width, height, channels } })
    .flatten({ background: "#ffffff" })
    .withMetadata({ density: 200 })
    .png()
    .toBuffer();
}
