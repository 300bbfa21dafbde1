import type { PageLayout } from "../../../src/page.js";
import { createDocumentRenderer } from "../../../src/render/document-renderer.js";
import type { RenderedImage } from "../../../src/render/images.js";
import type { LinesJson, MmdLinesJson } from "../../../src/render/lines-json.js";
import { DEFAULT_RENDER_OPTIONS, type RenderOptions } from "../../../src/render/render-options.js";

export interface RenderedDocument {
  lines: LinesJson;
  mmdLines: MmdLinesJson;
  mmd: string;
  images: RenderedImage[];
  warnings: string[];
}

export function renderDocument(pages: PageLayout[], options: Partial<RenderOptions> = {}): RenderedDocument {
  const renderer = createDocumentRenderer({
    documentId: "00000000-0000-4000-8000-000000000001",
    pageCount: pages.length,
    options: { ...DEFAULT_RENDER_OPTIONS, ...options },
  });
  const rendered = pages.map((page, i) => renderer.page(page, pages[i + 1]));
  return {
    lines: { pages: rendered.map(({ lines }) => lines) },
    mmdLines: { pages: rendered.map(({ mmdLines }) => mmdLines) },
    mmd: rendered.map(({ mmd }) => mmd).join(""),
    images: rendered.flatMap(({ images }) => images),
    warnings: rendered.flatMap(({ warnings }) => warnings),
  };
}
