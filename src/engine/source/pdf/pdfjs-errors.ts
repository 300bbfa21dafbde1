/**
 * Whether an error was made by pdf.js: its exceptions derive from one prototype whose stack, taken when the module was
 * loaded, names the package.
 */
export function isPdfjsError(error: unknown): error is Error {
  return error instanceof Error && /pdfjs-dist|pdf(\.worker)?\.mjs/.test(error.stack ?? "");
}

let installed = false;

/**
 * Keeps pdf.js's own stray rejections from ending the thread: for a damaged page tree it starts reading pages whose
 * failure nobody waits for (5.6, `Catalog.getPageDict`). The error that matters reaches the caller all the same. Other
 * rejections end the thread as they would without this.
 */
export function catchStrayRejections(): void {
  if (installed) return;
  installed = true;
  process.on("unhandledRejection", (reason) => {
    if (isPdfjsError(reason) || process.listenerCount("unhandledRejection") > 1) return;
    throw reason;
  });
}
