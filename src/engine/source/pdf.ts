import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { InputError, LimitError } from "../../errors.js";
import { type Box, PAGE_DPI, type PageEvidence, PX_PER_POINT } from "../../page.js";
import { MAX_PAGES } from "../limits.js";
import type { DocumentSource, RasterImage } from "./document-source.js";
import { clusterDrawings } from "./pdf/cluster-drawings.js";
import { dropOverprints } from "./pdf/drop-overprints.js";
import type { ObjectStore, PdfFont } from "./pdf/font-object.js";
import { interpretOperators } from "./pdf/interpret.js";
import { documentOptions, loadPdfjs } from "./pdf/library.js";
import { MAX_PAGE_SIDE, PAGES_BETWEEN_CLEANUPS } from "./pdf/limits.js";
import { linksOf } from "./pdf/links.js";
import { LoadedFont } from "./pdf/loaded-font.js";
import type { Matrix } from "./pdf/matrix.js";
import { mergePictures } from "./pdf/merge-pictures.js";
import { mergeRules } from "./pdf/merge-rules.js";
import { PageRasterizer } from "./pdf/page-raster.js";
import { judgeTextLayer } from "./text-layer.js";

export interface OpenPdfOptions {
  /** Name for error messages. */
  file: string;
  password?: string | undefined;
  /** Cap on the page count; `MAX_PAGES` when absent. */
  maxPages?: number | undefined;
}

/**
 * Opens a PDF. `data` is copied.
 * @throws InputError `pdf_encrypted` (needs a password or a wrong one), `corrupt_pdf_file`, `pdf_no_pages`;
 *   LimitError `pdf_max_pages`
 */
export async function openPdf(data: Uint8Array, options: OpenPdfOptions): Promise<DocumentSource> {
  const { file, password } = options;
  const pdfjs = await loadPdfjs();
  // pdf.js takes its input away from the caller (the buffer is transferred), hence the copy.
  const task = pdfjs.getDocument({
    ...documentOptions(),
    data: new Uint8Array(data),
    ...(password === undefined ? {} : { password }),
  });
  let document: PDFDocumentProxy;
  try {
    document = await task.promise;
  } catch (cause) {
    await task.destroy();
    throw openError(cause, file, password !== undefined);
  }
  const max = options.maxPages ?? MAX_PAGES;
  if (document.numPages < 1 || document.numPages > max) {
    const { numPages } = document;
    await task.destroy();
    if (numPages < 1) throw new InputError("pdf_no_pages", "The PDF has no pages", { file, stage: "open" });
    throw new LimitError("pdf_max_pages", `The PDF has ${numPages} pages; at most ${max} are allowed`, {
      file,
      stage: "open",
    });
  }
  return new PdfSource(document, file);
}

class PdfSource implements DocumentSource {
  readonly kind = "pdf";
  readonly pageCount: number;
  private readonly fonts = new Map<string, LoadedFont>();
  private readonly pages = new Map<number, Promise<PDFPageProxy>>();
  private readonly pictures = new Map<number, PageEvidence["pictures"]>();
  private readonly rasterizer = new PageRasterizer();
  private released = 0;

  constructor(
    private readonly document: PDFDocumentProxy,
    private readonly file: string,
  ) {
    this.pageCount = document.numPages;
  }

  async evidence(pageNumber: number): Promise<PageEvidence> {
    const page = await this.page(pageNumber);
    const { viewport, box } = geometry(page);
    const [list, annotations, layers] = await Promise.all([
      page.getOperatorList(),
      page.getAnnotations(),
      this.document.getOptionalContentConfig(),
    ]);
    const commonObjs = page.commonObjs as unknown as ObjectStore;
    const { fonts, glyphs, shapes } = interpretOperators(list, {
      viewport,
      page: box,
      commonObjs,
      objs: page.objs as unknown as ObjectStore,
      font: (loadedName) => this.font(loadedName, commonObjs),
      isVisible: (properties) => properties == null || layers.isVisible(properties as never),
    });
    const kept = dropOverprints(glyphs);
    const pictures = mergePictures(shapes.pictures);
    this.pictures.set(pageNumber, pictures);
    const evidence = {
      page: pageNumber,
      width: box.x1,
      height: box.y1,
      fonts,
      glyphs: kept,
      rules: mergeRules(shapes.rules),
      fills: shapes.fills.filter((fill) => !isPaper(fill, box)),
      pictures,
      drawings: clusterDrawings(shapes.pieces),
      links: linksOf(annotations, viewport, box),
    };
    return { ...evidence, textLayer: judgeTextLayer(evidence) };
  }

  async raster(pageNumber: number, dpi: number, region?: Box): Promise<RasterImage> {
    const page = await this.page(pageNumber);
    const { scale, box } = geometry(page);
    return this.rasterizer.draw(page, scale, region ?? box, dpi);
  }

  async nativeDpi(pageNumber: number, region: Box): Promise<number> {
    const pictures = this.pictures.get(pageNumber) ?? (await this.evidence(pageNumber)).pictures;
    let finest = 0;
    for (const { box, pixelWidth, pixelHeight } of pictures) {
      if (box.x0 >= region.x1 || region.x0 >= box.x1 || box.y0 >= region.y1 || region.y0 >= box.y1) continue;
      const across = pixelWidth / (box.x1 - box.x0);
      const down = pixelHeight / (box.y1 - box.y0);
      finest = Math.max(finest, Math.min(across, down) * PAGE_DPI);
    }
    return finest;
  }

  async release(pageNumber: number): Promise<void> {
    const page = this.pages.get(pageNumber);
    if (!page) return;
    this.pages.delete(pageNumber);
    this.pictures.delete(pageNumber);
    (await page).cleanup();
    this.released++;
    if (this.released % PAGES_BETWEEN_CLEANUPS === 0 && this.pages.size === 0) await this.document.cleanup();
  }

  async close(): Promise<void> {
    this.pages.clear();
    this.fonts.clear();
    this.pictures.clear();
    await this.document.loadingTask.destroy();
  }

  private page(pageNumber: number): Promise<PDFPageProxy> {
    let page = this.pages.get(pageNumber);
    if (!page) {
      page = this.document.getPage(pageNumber).catch((cause) => {
        this.pages.delete(pageNumber);
        throw new InputError("corrupt_pdf_page", `The page cannot be read (${messageOf(cause)})`, {
          file: this.file,
          page: pageNumber,
          stage: "evidence",
          cause,
        });
      });
      this.pages.set(pageNumber, page);
    }
    return page;
  }

  private font(loadedName: string, commonObjs: ObjectStore): LoadedFont | undefined {
    let font = this.fonts.get(loadedName);
    if (!font && commonObjs.has(loadedName)) {
      const object = commonObjs.get(loadedName) as PdfFont | null;
      if (object && typeof object.name === "string") {
        font = new LoadedFont(object);
        this.fonts.set(loadedName, font);
      }
    }
    return font;
  }
}

/** Page space of a page: the map into it, its box with integer sides, and its reduction when it is huge. */
function geometry(page: PDFPageProxy): { viewport: Matrix; box: Box; scale: number } {
  const full = page.getViewport({ scale: PX_PER_POINT });
  const scale = Math.min(1, MAX_PAGE_SIDE / Math.max(full.width, full.height));
  const viewport = scale === 1 ? full : page.getViewport({ scale: PX_PER_POINT * scale });
  return {
    viewport: viewport.transform as unknown as Matrix,
    box: { x0: 0, y0: 0, x1: Math.max(1, Math.round(viewport.width)), y1: Math.max(1, Math.round(viewport.height)) },
    scale,
  };
}

/** A white or near-white fill of the whole page is its paper. */
function isPaper(fill: { box: Box; color: number }, page: Box): boolean {
  const { box } = fill;
  const covers = (box.x1 - box.x0) * (box.y1 - box.y0) >= 0.9 * page.x1 * page.y1;
  return covers && [16, 8, 0].every((shift) => ((fill.color >> shift) & 255) >= 0xf0);
}

function openError(cause: unknown, file: string, hadPassword: boolean): InputError {
  const context = { file, stage: "open", cause } as const;
  if (cause instanceof Error && cause.name === "PasswordException") {
    const message = hadPassword ? "The password does not open the PDF" : "The PDF is encrypted and needs a password";
    return new InputError("pdf_encrypted", message, context);
  }
  return new InputError("corrupt_pdf_file", `The PDF cannot be read (${messageOf(cause)})`, context);
}

function messageOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split("\n")[0]!;
}
