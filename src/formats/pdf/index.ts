import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { InternalError } from "../../errors.js";
import type { FormatRequest, FormatResult } from "../format-module.js";
import { convert as convertHtml } from "../html/index.js";
import { requireProgram } from "../programs/find-program.js";
import { runProgram } from "../programs/run-program.js";
import { withWorkFolder } from "../programs/work-folder.js";
import { type PdfOptions, pdfOptions } from "./options.js";
import { printStyle } from "./print-style.js";

/** Setting a 1,000-page book takes about a minute; the rest is for slow machines. */
const PRINT_MS = 180_000;

/** No network, no services of its own: the page is one file that holds all it shows, and its policy lets no script run. */
const FLAGS = [
  "--headless",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-dev-shm-usage",
  "--disable-extensions",
  "--disable-sync",
  "--no-first-run",
  "--no-default-browser-check",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--proxy-server=127.0.0.1:9",
  "--no-pdf-header-footer",
  "--generate-pdf-document-outline",
];

/**
 * `pdf`: the HTML page printed by the machine's own Chromium.
 * @throws InputError when there is none, TimeoutError, InternalError with what Chromium said
 */
export async function convert(request: FormatRequest): Promise<FormatResult> {
  const settings = pdfOptions(request.options);
  const program = requireProgram("chromium");
  const { bytes, warnings } = await convertHtml({ ...request, options: htmlOptions(settings) });
  return withWorkFolder(async (folder) => {
    const page = join(folder, "document.html");
    const target = join(folder, "document.pdf");
    await writeFile(page, bytes);
    const milliseconds = PRINT_MS + settings.resourceLoadTimeoutSec * 1000;
    const args = [
      ...FLAGS,
      `--user-data-dir=${join(folder, "profile")}`,
      `--print-to-pdf=${target}`,
      pathToFileURL(page).href,
    ];
    // without user namespaces, and for the system's administrator, Chromium does not start with its own walls
    const isRoot = process.getuid?.() === 0;
    let run = await runProgram(program, isRoot ? ["--no-sandbox", ...args] : args, { folder, milliseconds });
    if (!isRoot && run.code !== 0 && /sandbox/i.test(run.output))
      run = await runProgram(program, ["--no-sandbox", ...args], { folder, milliseconds });
    const pdf = await readFile(target).catch(() => {
      const said = run.output.trim().split("\n").slice(-3).join(" ").slice(0, 400);
      throw new InternalError("print_failed", `Chromium wrote no PDF (exit code ${run.code}): ${said}`, {
        stage: "convert",
      });
    });
    return { bytes: fixedDates(pdf), warnings };
  });
}

function htmlOptions(settings: PdfOptions): Record<string, unknown> {
  return {
    htmlTags: settings.htmlTags,
    language: settings.language,
    textColor: settings.textColor,
    backgroundColor: settings.backgroundColor,
    customCss: printStyle(settings) + (settings.customCss ?? ""),
  };
}

/** The same input gives the same bytes: dates of the same length that say nothing. */
function fixedDates(pdf: Buffer): Uint8Array {
  const text = pdf.toString("latin1");
  const fixed = text.replace(
    /(\/(?:CreationDate|ModDate) \(D:)([^)]*)\)/g,
    (_, head: string, date: string) => `${head}${date.replace(/\d/g, "0").replace(/^0{8}/, "19800101")})`,
  );
  return new Uint8Array(Buffer.from(fixed, "latin1"));
}
