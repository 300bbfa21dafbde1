import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { DirectPort, type PortMessage } from "./direct-port.js";
import { EncodedImage, handOverJpegs, installImageDecoder } from "./encoded-image.js";
import { MAX_IMAGE_PIXELS } from "./limits.js";
import { catchStrayRejections } from "./pdfjs-errors.js";
import { hasSoundJpegs } from "./sound-jpegs.js";
import { installSyncInflate } from "./sync-inflate.js";

type Pdfjs = typeof import("pdfjs-dist/legacy/build/pdf.mjs");
interface PdfjsWorker {
  WorkerMessageHandler: { initializeFromPort(port: DirectPort): void };
}

let loading: Promise<[Pdfjs, PdfjsWorker]> | undefined;

/** pdf.js, loaded with the first PDF (it takes 0.2 s). The legacy build is the one that runs in Node. */
function loadPdfjs(): Promise<[Pdfjs, PdfjsWorker]> {
  loading ??= (async () => {
    catchStrayRejections();
    installImageDecoder();
    installSyncInflate();
    // core-js replaces Array.prototype.push over a corner case (arrays of fixed length) by one many times slower.
    const push = Object.getOwnPropertyDescriptor(Array.prototype, "push")!;
    const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
    // @ts-expect-error the package has no types for its worker half
    const worker = (await import("pdfjs-dist/legacy/build/pdf.worker.mjs")) as PdfjsWorker;
    Object.defineProperty(Array.prototype, "push", push);
    return [pdfjs, worker];
  })();
  return loading;
}

/** Folder of the installed package with a trailing separator, which pdf.js demands of its data paths. */
function packageFolder(name: string): string {
  const root = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  return join(root, name) + sep;
}

/** An open document of pdf.js. */
export interface PdfjsDocument {
  document: PDFDocumentProxy;
  /** Call before a page is read: pdf.js keeps some settings for all documents of a thread. */
  activate(): void;
  /** While false, JPEG images arrive undecoded (`EncodedImage`); set before a page is drawn. */
  setDrawing(drawing: boolean): void;
  close(): Promise<void>;
}

/** Opens a document with pdf.js in this thread. `data` is used in place and must not change. Throws pdf.js's errors. */
export async function openWithPdfjs(data: Uint8Array, password: string | undefined): Promise<PdfjsDocument> {
  const [pdfjs, { WorkerMessageHandler }] = await loadPdfjs();
  let drawing = false;
  const port = new DirectPort((message) => decodeImage(message, drawing));
  const worker = pdfjs.PDFWorker.create({ port: port as never, verbosity: 0 });
  WorkerMessageHandler.initializeFromPort(port);
  const task = pdfjs.getDocument({
    data: wholeBuffer(data),
    worker,
    ...(password === undefined ? {} : { password }),
    cMapUrl: packageFolder("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: packageFolder("standard_fonts"),
    wasmUrl: packageFolder("wasm"),
    iccUrl: packageFolder("iccs"),
    // Real font names, encodings and ToUnicode maps.
    fontExtraProperties: true,
    // Glyphs as paths: drawn without installed fonts, and their outlines give the ink boxes.
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    // JPEG streams come to us undecoded. pdf.js asks for both of grey ones; bilevel images stay as packed bits without.
    isImageDecoderSupported: true,
    isOffscreenCanvasSupported: hasOnlyJpegScans(data),
    canvasMaxAreaInBytes: MAX_IMAGE_PIXELS * 4,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
    maxImageSize: MAX_IMAGE_PIXELS,
  });
  const close = async () => {
    await task.destroy();
    worker.destroy();
    port.terminate();
  };
  try {
    const document = await task.promise;
    const sound = hasSoundJpegs(data);
    return { document, close, activate: () => handOverJpegs(sound), setDrawing: (value) => (drawing = value) };
  } catch (cause) {
    await close();
    throw cause;
  }
}

/** pdf.js takes a view of a part of a buffer for damaged; a whole buffer is used as it is. */
function wholeBuffer(data: Uint8Array): Uint8Array {
  return data.byteLength === data.buffer.byteLength && data.constructor === Uint8Array ? data : new Uint8Array(data);
}

/**
 * Whether the file holds JPEG images and no bilevel ones. Stream dictionaries are never compressed, so their filter
 * names stand in the file's bytes.
 */
function hasOnlyJpegScans(data: Uint8Array): boolean {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return bytes.includes("/DCTDecode") && !bytes.includes("/CCITTFaxDecode") && !bytes.includes("/JBIG2Decode");
}

/** Image objects as pdf.js posts them: [id, page, "Image", image] or, shared by pages, [id, "Image", image]. */
function decodeImage(message: PortMessage, drawing: boolean): Promise<void> | undefined {
  if (message.action !== "obj" && message.action !== "commonobj") return undefined;
  const image = (message.data as unknown[]).at(-1) as { bitmap?: unknown; dataLen?: number } | null;
  if (!image?.bitmap) return undefined;
  // pdf.js would clone it for other pages, which native images refuse; without a length it decodes again instead.
  image.dataLen = 0;
  const { bitmap } = image;
  if (!(bitmap instanceof EncodedImage) || !(drawing || message.action === "commonobj")) return undefined;
  return bitmap.decode().then(
    (decoded) => {
      image.bitmap = decoded;
    },
    () => {
      // A damaged picture is left out, as pdf.js does with those it cannot decode.
      (message.data as unknown[]).splice(-1, 1, null);
    },
  );
}
