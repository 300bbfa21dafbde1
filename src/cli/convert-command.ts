import { tmpdir } from "node:os";
import { ConversionPool } from "../engine/convert/conversion-pool.js";
import { convertInput } from "../engine/convert/convert-input.js";
import { resolveOptions } from "../engine/options/resolve-options.js";
import { invalidParameter } from "../errors.js";
import { EXIT } from "./exit-code.js";
import { parseAssignments } from "./option-arguments.js";
import { printError, printWarning } from "./print-error.js";
import { formatsOf } from "./process-command.js";
import { stopSignal } from "./stop-signal.js";

export interface ConvertFlags {
  output?: string;
  to?: string;
  formats?: string;
  option?: string[];
  verbose?: boolean;
}

/**
 * Converts MMD files.
 * @returns the exit code
 * @throws InputError for flags or options that are wrong
 */
export async function convertCommand(inputs: readonly string[], flags: ConvertFlags): Promise<number> {
  const list = flags.to ?? flags.formats;
  if (list === undefined) throw invalidParameter("--to", "comma list of formats", list);
  const options = resolveOptions({
    ...(flags.output === undefined ? {} : { destination: flags.output }),
    conversionFormats: formatsOf(list),
    ...parseAssignments(flags.option),
  });
  const stop = stopSignal();
  const context = { conversions: new ConversionPool(), temporaryFolder: tmpdir(), closing: stop.signal };
  let completed = true;
  try {
    for (const input of inputs) {
      try {
        const reports = await convertInput(input, options, context);
        for (const { path, error, warnings } of Object.values(reports)) {
          if (path !== undefined) process.stdout.write(`${path}\n`);
          for (const warning of warnings) printWarning(`${input}: ${warning}`);
          if (error) printError(error, flags.verbose ?? false);
          if (error) completed = false;
        }
      } catch (error) {
        if (stop.signal.aborted) return stop.exitCode;
        completed = false;
        printError({ message: (error as Error).message, cause: (error as Error).stack }, flags.verbose ?? false);
      }
    }
    return completed ? EXIT.completed : EXIT.failed;
  } finally {
    stop.dispose();
    await context.conversions.close();
  }
}
