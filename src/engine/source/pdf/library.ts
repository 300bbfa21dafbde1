import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { MAX_IMAGE_PIXELS } from "./limits.js";

type Pdfjs = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

let loading: Promise<Pdfjs> | undefined;

/** pdf.js, loaded with the first PDF (it takes 0.2 s). The legacy build is the one that runs in Node. */
export function loadPdfjs(): Promise<Pdfjs> {
  loading ??= import("pdfjs-dist/legacy/build/pdf.mjs");
  return loading;
}

/** Folder of the installed package with a trailing separator, which pdf.js demands of its data paths. */
function packageFolder(name: string): string {
  const root = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  return join(root, name) + sep;
}

/** Options of `getDocument` that never change. */
export function documentOptions() {
  return {
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
    isOffscreenCanvasSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
    maxImageSize: MAX_IMAGE_PIXELS,
  } as const;
}
