import sharp from "sharp";
import { openSource } from "../../../src/engine/source/open-source.js";
import { makePdf, text } from "../../support/make-pdf.js";

/** PNG of a page at 200 px/in with the lines in 11 pt Times: what a good scanner makes of print. */
export async function scannedPage(lines: readonly string[]): Promise<Buffer> {
  const content = lines.map((line, index) => text(40, 360 - 16 * index, 11, line, "F2")).join("\n");
  const source = await openSource(makePdf(content, { size: [300, 400] }), { file: "print.pdf" });
  const { width, height, channels, data } = await source.raster(1, 200);
  await source.close();
  return sharp(data, { raw: { width, height, channels } })
    .flatten({ background: "#ffffff" })
    .withMetadata({ density: 200 })
    .png()
    .toBuffer();
}
