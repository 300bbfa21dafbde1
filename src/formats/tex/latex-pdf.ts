import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { InternalError } from "../../errors.js";
import type { FormatRequest, FormatResult } from "../format-module.js";
import { requireProgram } from "../programs/find-program.js";
import { runProgram } from "../programs/run-program.js";
import { withWorkFolder } from "../programs/work-folder.js";
import { texDocument } from "./index.js";

/** For all passes together; a 1,000-page book takes about 20 s a pass. */
const DEADLINE_MS = 240_000;
/** References and contents settle in three passes. */
const MAX_PASSES = 3;

/** Nothing runs, nothing outside of the work folder and TeX's own trees is read or written, and times are fixed. */
const ENVIRONMENT = {
  openin_any: "p",
  openout_any: "p",
  shell_escape: "f",
  SOURCE_DATE_EPOCH: "315532800",
  FORCE_SOURCE_DATE: "1",
  max_print_line: "1000",
};

/**
 * `latex.pdf`: the TeX set by the machine's own engine.
 * @throws InputError when there is none, TimeoutError, InternalError with TeX's message
 */
export async function convert(request: FormatRequest): Promise<FormatResult> {
  const { tex, engine, images, options, warnings } = await texDocument(request);
  const program = requireProgram(engine);
  return withWorkFolder(async (folder) => {
    await writeFile(join(folder, "document.tex"), tex);
    await mkdir(join(folder, options.imagesFolder));
    for (const [name, bytes] of images) await writeFile(join(folder, options.imagesFolder, name), bytes);
    const isTectonic = /^tectonic/.test(basename(program));
    const args = isTectonic
      ? ["-X", "compile", "--untrusted", "--only-cached", "document.tex"]
      : ["-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "document.tex"];
    const end = Date.now() + DEADLINE_MS;
    for (let pass = 1; pass <= MAX_PASSES; pass++) {
      const milliseconds = Math.max(1, end - Date.now());
      const { code, output } = await runProgram(program, args, { folder, milliseconds, environment: ENVIRONMENT });
      if (code !== 0)
        throw new InternalError("tex_failed", `${basename(program)}: ${firstError(output)}`, { stage: "convert" });
      if (
        isTectonic ||
        !/Rerun to get|rerunfilecheck Warning: File|No file document\.(?:toc|aux)|There were undefined references/.test(
          output,
        )
      )
        break;
      if (pass === 1 && !/\\(?:ref|eqref|tableofcontents|label)\b|longtable/.test(tex)) break;
    }
    return { bytes: new Uint8Array(await readFile(join(folder, "document.pdf"))), warnings };
  });
}

function firstError(output: string): string {
  const error = /^!.*(?:\n.*){0,3}/m.exec(output)?.[0] ?? output.slice(-300);
  return error.replace(/\s+/g, " ").trim().slice(0, 400);
}
