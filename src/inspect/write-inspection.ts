import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { AtomicFile } from "../engine/output/atomic-file.js";
import type { DocumentSource } from "../engine/source/document-source.js";
import { escapeHtml } from "../formats/md/escape.js";
import { orderUnits } from "./order-units.js";
import { drawPage, type PagePicture } from "./page-picture.js";
import type { InspectedPage } from "./read-lines-json.js";
import { jpegAddress, renderedStyle, renderPageMmd } from "./render-page-mmd.js";

const VIEWER = new URL("viewer/", import.meta.url);

export interface InspectionInput {
  /** Shown as the title. */
  title: string;
  pages: readonly InspectedPage[];
  /** Where the page pictures come from; without it boxes stand on blank pages. */
  source: DocumentSource | undefined;
  /** `embedded`: in the file itself; `beside`: JPEG files in a folder of the same name. */
  pictures: "embedded" | "beside";
  onPage?: ((page: number) => void) | undefined;
}

export interface InspectionReport {
  path: string;
  /** Pages that could not be drawn or rendered, with the reason. */
  warnings: string[];
}

/**
 * Writes the page on which a document's lines can be looked at: one HTML file that works from the file system. Every page is an inert block of data
 * that the viewer reads when it is shown, so that long documents open at once.
 */
export async function writeInspection(path: string, input: InspectionInput): Promise<InspectionReport> {
  const warnings: string[] = [];
  const [script, style] = await Promise.all(
    ["viewer.js", "viewer.css"].map((name) => readFile(new URL(name, VIEWER), "utf8")),
  );
  const folder = `${path.replace(/\.html?$/i, "")}.pages`;
  if (input.pictures === "beside") await mkdir(folder, { recursive: true });
  const file = await AtomicFile.create(`${path}.tmp`);
  try {
    await file.append(head(input, script!, style!));
    for (const [index, page] of input.pages.entries()) {
      const picture = await pictureOf(page, input.source, warnings);
      let image: string | undefined;
      if (picture && input.pictures === "beside") {
        image = `${encodeURIComponent(basename(folder))}/${page.page}.jpg`;
        await writeFile(join(folder, `${page.page}.jpg`), picture.jpeg);
      } else if (picture) image = jpegAddress(picture.jpeg);
      const data = await pageData(page, picture, image, warnings);
      await file.append(`<script type="application/json" id="page-${index}">${inert(data)}</script>\n`);
      input.onPage?.(page.page);
    }
    await file.append("</body>\n</html>\n");
    await file.finish();
    await rename(file.temporaryPath, path);
  } catch (error) {
    await file.discard();
    throw error;
  }
  return { path, warnings };
}

async function pictureOf(
  { page }: InspectedPage,
  source: DocumentSource | undefined,
  warnings: string[],
): Promise<PagePicture | undefined> {
  if (!source) return undefined;
  try {
    if (page > source.pageCount) throw new RangeError(`the document has ${source.pageCount} pages`);
    return await drawPage(source, page);
  } catch (error) {
    warnings.push(`page ${page} is shown without its picture: ${(error as Error).message}`);
    return undefined;
  }
}

async function pageData(
  page: InspectedPage,
  picture: PagePicture | undefined,
  image: string | undefined,
  warnings: string[],
): Promise<unknown> {
  const { mmd, offsets, html } = await renderPageMmd(page, picture).catch((error: Error) => {
    warnings.push(`page ${page.page}: its MMD cannot be rendered: ${error.message}`);
    const source = page.lines.map(({ fragment }) => fragment).join("");
    return { mmd: source, offsets: page.lines.map(() => -1), html: `<pre>${escapeHtml(source)}</pre>` };
  });
  const indexOf = new Map(page.lines.map(({ id }, index) => [id, index]));
  return {
    page: page.page,
    width: page.width,
    height: page.height,
    image,
    mmd,
    html,
    units: orderUnits(page.lines),
    lines: page.lines.map((line, index) => ({
      id: line.id,
      type: line.type,
      subtype: line.subtype,
      region: line.region,
      contour: line.contour.length > 0 ? line.contour : undefined,
      column: line.column,
      parent: line.parentId === undefined ? undefined : indexOf.get(line.parentId),
      labels: line.labels.map((id) => indexOf.get(id)).filter((label) => label !== undefined),
      text: line.text,
      fragment: line.fragment,
      confidence: line.confidence,
      rate: line.confidenceRate,
      from: offsets[index],
    })),
  };
}

/** JSON that cannot end its script block. */
function inert(data: unknown): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}

/** Nothing is loaded but the page's own pictures, and no script runs but the viewer's. */
function head({ title, pages, pictures }: InspectionInput, script: string, style: string): string {
  const hash = createHash("sha256").update(script).digest("base64");
  const images = pictures === "beside" ? "data: file: 'self'" : "data:";
  const policy = `default-src 'none'; img-src ${images}; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`;
  const contents = pages.map(({ page }) => page);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<template id="rendered-style"><style>${renderedStyle()}</style></template>
<script type="application/json" id="contents">${inert({ title, pages: contents })}</script>
<script>${script}</script>
`;
}
