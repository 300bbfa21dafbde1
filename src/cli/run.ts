import { type Command, CommanderError } from "commander";
import { InputError } from "../errors.js";
import { EXIT } from "./exit-code.js";
import { printThrown } from "./print-error.js";

/** Runs a command line and gives its exit code. */
export async function run(
  createProgram: (setCode: (code: number) => void) => Command,
  args: string[],
): Promise<number> {
  let code: number = EXIT.completed;
  const program = createProgram((result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    // Commander has printed its message; help and version come this way, too.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.completed : EXIT.usage;
    printThrown(error, args.includes("--verbose"));
    return error instanceof InputError && error.stage === "options" ? EXIT.usage : EXIT.failed;
  }
}
