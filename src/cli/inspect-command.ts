import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { createEngineWith } from "../engine/engine.js";
import type { ProcessOptions } from "../engine/options/option-table.js";
import type { DocumentSource } from "../engine/source/document-source.js";
import { openSource } from "../engine/source/open-source.js";
import { InputError, InternalError } from "../errors.js";
import { type InspectedPage, readLinesJson } from "../inspect/read-lines-json.js";
import { writeInspection } from "../inspect/write-inspection.js";
import { EXIT } from "./exit-code.js";
import { parseAssignments } from "./option-arguments.js";
import { printWarning } from "./print-error.js";

export interface InspectFlags {
  output?: string;
  source?: string;
  pages?: string;
  password?: string;
  textSource?: string;
  pictures?: "embedded" | "beside";
  workers?: number;
  option?: string[];
  verbose?: boolean;
}

const LINES_JSON = /\.lines\.json$|\.json$/i;
/** Kinds of files that may lie beside a lines.json as its source, best first. */
const SOURCE_EXTENSIONS = ["pdf", "png", "jpg", "jpeg", "tif", "tiff", "webp", "bmp", "gif", "avif"];

/**
 * Writes the page on which the lines of a document can be looked at.
 * @returns the exit code
 * @throws InputError for a file that cannot be read or is no lines.json
 */
export async function inspectCommand(input: string, flags: InspectFlags): Promise<number> {
  const given = LINES_JSON.test(input);
  const name = basename(input).replace(given ? /(?:\.lines)?\.json$/i : /\.[^.]+$/, "");
  const path = flags.output ?? join(dirname(input), `${name}.inspect.html`);
  const pages = given
    ? readLinesJson((await readInput(input)).toString(), basename(input))
    : await processed(input, flags);
  const sourcePath = given ? (flags.source ?? sourceBeside(input, name)) : input;
  if (sourcePath === undefined)
    printWarning(`${input}: no document beside it, boxes stand on blank pages (--source FILE)`);
  const source = sourcePath === undefined ? undefined : await open(sourcePath, flags.password);
  try {
    const { warnings } = await writeInspection(path, {
      title: name,
      pages,
      source,
      pictures: flags.pictures ?? "embedded",
    });
    for (const warning of warnings) printWarning(`${input}: ${warning}`);
    process.stdout.write(`${path}\n`);
    return EXIT.completed;
  } finally {
    await source?.close();
  }
}

/** Lines of a document that is processed for the purpose; nothing else of it is kept. */
async function processed(input: string, flags: InspectFlags): Promise<InspectedPage[]> {
  const destination = await mkdtemp(join(tmpdir(), "mmd-inspect-"));
  const engine = await createEngineWith({ workers: flags.workers, isolation: "process" });
  try {
    const options: ProcessOptions = {
      destination,
      basename: "document",
      includePageInfo: false,
      ...(flags.pages === undefined ? {} : { pageRanges: flags.pages }),
      ...(flags.password === undefined ? {} : { password: flags.password }),
      ...(flags.textSource === undefined ? {} : { textSource: flags.textSource as "auto" | "embedded" | "ocr" }),
      ...parseAssignments(flags.option),
    };
    const result = await engine.process(input, options);
    if (result.error) {
      const { code, message } = result.error;
      throw new InputError(code, message, { stage: result.error.stage });
    }
    for (const { page, error } of result.pages) if (error) printWarning(`page ${page} failed: ${error.message}`);
    const lines = result.files.find(({ kind }) => kind === "lines.json");
    if (!lines) throw new InternalError("no_lines_json", "The engine wrote no lines.json", { file: basename(input) });
    return readLinesJson(await readFile(lines.path, "utf8"), basename(input));
  } finally {
    await engine.close();
    await rm(destination, { recursive: true, force: true });
  }
}

async function open(path: string, password: string | undefined): Promise<DocumentSource> {
  const bytes = new Uint8Array(await readInput(path));
  return openSource(bytes, password === undefined ? { file: basename(path) } : { file: basename(path), password });
}

async function readInput(path: string): Promise<Buffer> {
  return readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new InputError("unreadable_file", `${path} cannot be read (${cause.code})`, { stage: "open", cause });
  });
}

/** `out/paper/paper.lines.json` → `out/paper/paper.pdf`, `out/paper.pdf` or an image of that name. */
function sourceBeside(input: string, name: string): string | undefined {
  const folders = [dirname(input), dirname(dirname(input))];
  return folders
    .flatMap((folder) => SOURCE_EXTENSIONS.map((extension) => join(folder, `${name}.${extension}`)))
    .find((path) => existsSync(path));
}
