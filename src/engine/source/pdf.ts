import { setImmediate } from "node:timers/promises";
import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { InputError, LimitError, type Stage } from "../../errors.js";
import { type Box, PAGE_DPI, type PageEvidence, type Picture, PX_PER_POINT } from "../../page.js";
import { MAX_PAGES, MAX_RASTER_PIXELS } from "../limits.js";
import type { DocumentSource, RasterImage } from "./document-source.js";
import { clusterDrawings } from "./pdf/cluster-drawings.js";
import { drawPage } from "./pdf/draw-page.js";
import { dropOverprints } from "./pdf/drop-overprints.js";
import type { ObjectStore, PdfFont } from "./pdf/font-object.js";
import { interpretOperators } from "./pdf/interpret.js";
import { openWithPdfjs, type PdfjsDocument } from "./pdf/library.js";
import { MAX_PAGE_SIDE, PAGES_BETWEEN_CLEANUPS } from "./pdf/limits.js";
import { linksOf } from "./pdf/links.js";
import { LoadedFont } from "./pdf/loaded-font.js";
import type { Matrix } from "./pdf/matrix.js";
import { mergeFills } from "./pdf/merge-fills.js";
import { mergePictures } from "./pdf/merge-pictures.js";
import { mergeRules } from "./pdf/merge-rules.js";
import { isPdfjsError } from "./pdf/pdfjs-errors.js";
import { recoverGlyphOrder } from "./pdf/recover-glyph-order.js";
import { recoverLigatures } from "./pdf/recover-ligatures.js";
import { findScan, rasterScan, type Scan } from "./pdf/scan-raster.js";
import { judgeTextLayer } from "./text-layer.js";

export interface OpenPdfOptions {
  /** Name for error messages. */
  file: string;
  password?: string | undefined;
  /** Cap on the page count; `MAX_PAGES` when absent. */
  maxPages?: number | undefined;
}

/**
 * Opens a PDF. `data` is read in place as long as the document is open and must not change.
 * @throws InputError `pdf_encrypted` (needs a password or a wrong one), `corrupt_pdf_file`, `pdf_no_pages`;
 *   LimitError `pdf_max_pages`
 */
export async function openPdf(data: Uint8Array, options: OpenPdfOptions): Promise<DocumentSource> {
  const { file, password } = options;
  let pdf: PdfjsDocument;
  try {
    pdf = await openWithPdfjs(data, password);
  } catch (cause) {
    throw openError(cause, file, password !== undefined);
  }
  const { numPages } = pdf.document;
  const max = options.maxPages ?? MAX_PAGES;
  if (numPages >= 1 && numPages <= max) return new PdfSource(pdf, file);
  await pdf.close();
  if (numPages < 1) throw new InputError("pdf_no_pages", "The PDF has no pages", { file, stage: "open" });
  throw new LimitError("pdf_max_pages", `The PDF has ${numPages} pages; at most ${max} are allowed`, {
    file,
    stage: "open",
  });
}

/** What stays of a page's evidence until the page is released. */
interface Inspected {
  pictures: Picture[];
  scan: Scan | undefined;
}

class PdfSource implements DocumentSource {
  readonly kind = "pdf";
  readonly pageCount: number;
  private readonly fonts = new Map<string, LoadedFont>();
  private readonly pages = new Map<number, Promise<PDFPageProxy>>();
  private readonly inspected = new Map<number, Inspected>();
  private released = 0;
  /** Tail of the queue: pdf.js's halves share this thread, and pages are looked at and drawn in different modes. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly pdf: PdfjsDocument,
    private readonly file: string,
  ) {
    this.pageCount = pdf.document.numPages;
  }

  evidence(pageNumber: number): Promise<PageEvidence> {
    return this.queued(pageNumber, "evidence", () => this.inspect(pageNumber));
  }

  raster(pageNumber: number, dpi: number, region?: Box): Promise<RasterImage> {
    return this.queued(pageNumber, "raster", async () => {
      const page = await this.page(pageNumber);
      const { scale, box } = geometry(page);
      const scan = (await this.inspection(pageNumber)).scan;
      const area = region ?? box;
      checkRasterSize(area, dpi, this.file, pageNumber);
      if (scan) return rasterScan(scan, area, dpi);
      this.pdf.setDrawing(true);
      try {
        return await drawPage(page, scale, area, dpi);
      } finally {
        this.pdf.setDrawing(false);
      }
    });
  }

  nativeDpi(pageNumber: number, region: Box): Promise<number> {
    return this.queued(pageNumber, "evidence", async () =>
      finestDpi((await this.inspection(pageNumber)).pictures, region),
    );
  }

  release(pageNumber: number): Promise<void> {
    return this.queued(pageNumber, "evidence", async () => {
      const page = this.pages.get(pageNumber);
      if (!page) return;
      this.pages.delete(pageNumber);
      this.inspected.delete(pageNumber);
      (await page).cleanup();
      this.released++;
      if (this.released % PAGES_BETWEEN_CLEANUPS === 0 && this.pages.size === 0) await this.pdf.document.cleanup();
      // Everything above runs in microtasks; native canvases and buffers are given back only when the loop turns.
      await setImmediate();
    });
  }

  close(): Promise<void> {
    return this.queued(undefined, "open", async () => {
      this.pages.clear();
      this.fonts.clear();
      this.inspected.clear();
      await this.pdf.close();
    });
  }

  /** Runs `task` after those before it; what pdf.js throws becomes the page's error. */
  private queued<T>(page: number | undefined, stage: Stage, task: () => Promise<T>): Promise<T> {
    const start = () => {
      this.pdf.activate();
      return task();
    };
    const result = this.last.then(start).catch((cause) => {
      if (!isPdfjsError(cause)) throw cause;
      throw new InputError("corrupt_pdf_page", `The page cannot be read (${messageOf(cause)})`, {
        file: this.file,
        page,
        stage,
        cause,
      });
    });
    this.last = result.catch(() => undefined);
    return result;
  }

  private async inspection(pageNumber: number): Promise<Inspected> {
    if (!this.inspected.has(pageNumber)) await this.inspect(pageNumber);
    return this.inspected.get(pageNumber)!;
  }

  private async inspect(pageNumber: number): Promise<PageEvidence> {
    const page = await this.page(pageNumber);
    const { viewport, box } = geometry(page);
    const { document } = this.pdf;
    const [list, layers] = await Promise.all([page.getOperatorList(), document.getOptionalContentConfig()]);
    const annotations = await document.getAnnotationsByType(LINKS, otherPages(pageNumber));
    const commonObjs = page.commonObjs as unknown as ObjectStore;
    const objs = page.objs as unknown as ObjectStore;
    const { fonts, glyphs, shapes } = interpretOperators(list, {
      viewport,
      page: box,
      commonObjs,
      objs,
      font: (loadedName) => this.font(loadedName, commonObjs),
      isVisible: (properties) => properties == null || layers.isVisible(properties as never),
    });
    const kept = dropOverprints(glyphs);
    recoverGlyphOrder(kept, (font) => fonts[font]!.shownByGlyphId);
    const infos = fonts.map(({ info }) => info);
    recoverLigatures(kept, infos);
    const evidence = {
      page: pageNumber,
      width: box.x1,
      height: box.y1,
      fonts: infos,
      glyphs: kept,
      rules: mergeRules(shapes.rules),
      fills: mergeFills(shapes.fills.filter((fill) => !isPaper(fill, box))),
      pictures: mergePictures(shapes.pictures),
      drawings: clusterDrawings(shapes.pieces),
      links: linksOf(annotations ?? [], viewport, box),
    };
    const alone = shapes.pictures.length === 1 && !glyphs.some((glyph) => glyph.visible && glyph.text.trim() !== "");
    const bare = evidence.rules.length + evidence.fills.length + evidence.drawings.length === 0;
    const scan =
      alone && bare && shapes.lastPlacement ? await findScan(shapes.lastPlacement, { objs, commonObjs }) : undefined;
    this.inspected.set(pageNumber, { pictures: evidence.pictures, scan });
    return { ...evidence, textLayer: judgeTextLayer(evidence) };
  }

  private page(pageNumber: number): Promise<PDFPageProxy> {
    let page = this.pages.get(pageNumber);
    if (!page) {
      page = this.pdf.document.getPage(pageNumber);
      // A page that failed is asked for again the next time.
      page.catch(() => this.pages.delete(pageNumber));
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

/** pdf.js's number for link annotations. */
const LINKS = new Set([2]);

/** Looks like the set of all page indexes but one; pdf.js asks it which pages to skip. */
function otherPages(pageNumber: number): Set<number> {
  return { has: (index: number) => index !== pageNumber - 1 } as Set<number>;
}

/** Pixels per inch of the finest picture that touches `region`. */
function finestDpi(pictures: readonly Picture[], region: Box): number {
  let finest = 0;
  for (const { box, pixelWidth, pixelHeight } of pictures) {
    if (box.x0 >= region.x1 || region.x0 >= box.x1 || box.y0 >= region.y1 || region.y0 >= box.y1) continue;
    const across = pixelWidth / (box.x1 - box.x0);
    const down = pixelHeight / (box.y1 - box.y0);
    finest = Math.max(finest, Math.min(across, down) * PAGE_DPI);
  }
  return finest;
}

function checkRasterSize(area: Box, dpi: number, file: string, page: number): void {
  const zoom = dpi / PAGE_DPI;
  const width = Math.max(1, Math.round((area.x1 - area.x0) * zoom));
  const height = Math.max(1, Math.round((area.y1 - area.y0) * zoom));
  if (width * height <= MAX_RASTER_PIXELS) return;
  throw new LimitError(
    "raster_max_size",
    `A picture of ${width} × ${height} pixels exceeds ${MAX_RASTER_PIXELS} pixels`,
    { file, page, stage: "raster" },
  );
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
