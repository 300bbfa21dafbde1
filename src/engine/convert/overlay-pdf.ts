import { readFile } from "node:fs/promises";
import { InputError } from "../../errors.js";
import { InvisibleFont } from "../../formats/overlay/invisible-font.js";
import { LineWords } from "../../formats/overlay/line-words.js";
import { PdfFile, textString } from "../../formats/overlay/pdf-file.js";
import { type TextLine, textLayer } from "../../formats/overlay/text-layer.js";
import { type InspectedPage, readLinesJson } from "../../inspect/read-lines-json.js";
import { PX_PER_POINT } from "../../page.js";
import { AtomicFile } from "../output/atomic-file.js";
import { type GreyImage, greyImage } from "../raster/ink/grey-image.js";
import { turnPixels } from "../raster/turn.js";
import type { RasterImage } from "../source/document-source.js";
import type { ConversionTask } from "./conversion-task.js";
import { encodePage } from "./encode-page.js";
import { drawnPages, requireSource } from "./page-pictures.js";

/** A page is taken to stand on its head when its lines hold this many times more ink so. */
const CLEARLY_MORE = 1.25;

/**
 * `mmd.overlay.pdf`: pictures of the pages with the words of the lines.json over them, invisible, to be found and copied. The pages are
 * drawn anew, also those of a PDF: over its own pages each word would be there twice, once as its text layer has it.
 * @throws InputError without a document or its lines.json, or when no page can be drawn
 */
export async function writeOverlay(task: ConversionTask): Promise<{ bytes: number; warnings: string[] }> {
  const { documentName, linesPath, outputPath } = task;
  const place = { file: documentName, stage: "convert" } as const;
  const origin = requireSource(task, "mmd.overlay.pdf");
  if (linesPath === undefined) {
    const message = "Expected a lines.json for mmd.overlay.pdf: it says where the words stand on the pages";
    throw new InputError("lines_required", message, place);
  }
  const known = new Map(
    readLinesJson(await readFile(linesPath, "utf8"), documentName).map((page) => [page.page, page]),
  );
  const warnings: string[] = [];
  const file = await AtomicFile.create(outputPath);
  let bytes = 0;
  const pdf = new PdfFile({
    append: async (data) => {
      bytes += data.byteLength;
      await file.append(data);
    },
  });
  try {
    const [tree, fontNumber] = [pdf.reserve(), pdf.reserve()];
    const font = new InvisibleFont();
    const words = new LineWords();
    const kids: number[] = [];
    // what was processed, unless it is said which pages are wanted
    const pages = origin.pages ?? (origin.pageRanges ? undefined : [...known.keys()].sort((a, b) => a - b));
    for await (const { page, raster } of drawnPages({ ...origin, pages }, documentName, warnings)) {
      const lines = known.get(page);
      if (!lines) warnings.push(`page ${page} has no lines in the lines.json`);
      kids.push(await writePage(pdf, raster, lines, { tree, fontNumber, font, words }));
    }
    if (kids.length === 0) throw new InputError("no_page_drawn", warnings[0] ?? "No page", place);
    await font.write(pdf, fontNumber);
    const list = kids.map((kid) => `${kid} 0 R`).join(" ");
    await pdf.object(`<< /Type /Pages /Count ${kids.length} /Kids [${list}] >>`, tree);
    const title = textString(documentName);
    const info = await pdf.object(`<< /Title ${title} /Producer (mmd-engine) >>`);
    const view = "/ViewerPreferences << /DisplayDocTitle true >>";
    await pdf.finish(await pdf.object(`<< /Type /Catalog /Pages ${tree} 0 R ${view} >>`), info);
    await file.finish();
  } catch (error) {
    await file.discard();
    throw error;
  }
  return { bytes, warnings };
}

interface Shared {
  tree: number;
  fontNumber: number;
  font: InvisibleFont;
  words: LineWords;
}

async function writePage(
  pdf: PdfFile,
  raster: RasterImage,
  lines: InspectedPage | undefined,
  { tree, fontNumber, font, words }: Shared,
): Promise<number> {
  const { picture, grey } = turnedLike(raster, lines);
  const [width, height] = [picture.width / PX_PER_POINT, picture.height / PX_PER_POINT];
  const { dictionary, data } = await encodePage(picture, grey);
  const image = await pdf.stream(
    `/Type /XObject /Subtype /Image /Width ${picture.width} /Height ${picture.height} ${dictionary}`,
    data,
  );
  const layer = lines
    ? textLayer(readableLines(lines, picture, words), grey, font, { scale: 1 / PX_PER_POINT, height })
    : "";
  const [across, down] = [width.toFixed(3), height.toFixed(3)];
  const content = await pdf.deflated("", `q ${across} 0 0 ${down} 0 0 cm /P Do Q\n${layer}`);
  return pdf.object(
    `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${across} ${down}] /Contents ${content} 0 R ` +
      `/Resources << /XObject << /P ${image} 0 R >> /Font << /F ${fontNumber} 0 R >> >> >>`,
  );
}

/** Lines with words of their own, scaled to the picture: containers whose words stand in the lines within are left out. */
function readableLines(page: InspectedPage, picture: RasterImage, words: LineWords): TextLine[] {
  const byId = new Map(page.lines.map((line) => [line.id, line]));
  const covered = new Set<string>();
  for (const { text, parentId } of page.lines) {
    if (text.trim() === "") continue;
    for (let id = parentId; id !== undefined && !covered.has(id); id = byId.get(id)?.parentId) covered.add(id);
  }
  const [across, down] = [picture.width / page.width, picture.height / page.height];
  return page.lines
    .filter(({ id, text }) => text.trim() !== "" && (id === undefined || !covered.has(id)))
    .map(({ text, region }) => ({
      words: words.of(text),
      region: {
        top_left_x: region.top_left_x * across,
        top_left_y: region.top_left_y * down,
        width: region.width * across,
        height: region.height * down,
      },
    }));
}

/**
 * A page that was scanned on its side or head has its lines in the space of the page set upright: the picture is turned so that most of
 * its ink lies on the lines.
 */
function turnedLike(raster: RasterImage, lines: InspectedPage | undefined): { picture: RasterImage; grey: GreyImage } {
  const grey = greyImage(raster);
  if (!lines) return { picture: raster, grey };
  const isSideways = raster.width > raster.height !== lines.width > lines.height && raster.width !== raster.height;
  const [first, second] = isSideways ? ([1, 3] as const) : ([0, 2] as const);
  const [one, other] = [turnPixels(grey, 1, first), turnPixels(grey, 1, second)];
  const isOther = inkOnLines(other, lines) > CLEARLY_MORE * inkOnLines(one, lines);
  return { picture: turnPixels(raster, raster.channels, isOther ? second : first), grey: isOther ? other : one };
}

/** Dark pixels in the boxes of lines, by a sample. */
function inkOnLines(image: GreyImage, page: InspectedPage): number {
  const [across, down] = [image.width / page.width, image.height / page.height];
  let ink = 0;
  for (const { text, region } of page.lines) {
    if (text.trim() === "") continue;
    const bottom = Math.min(image.height, (region.top_left_y + region.height) * down);
    const right = Math.min(image.width, (region.top_left_x + region.width) * across);
    for (let y = Math.max(0, Math.round(region.top_left_y * down)); y < bottom; y += 3)
      for (let x = Math.max(0, Math.round(region.top_left_x * across)); x < right; x += 3)
        if (image.data[y * image.width + x]! < 128) ink++;
  }
  return ink;
}
