import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { TimeoutError } from "../../errors.js";

const WATCHDOG = fileURLToPath(new URL("watchdog.js", import.meta.url));

/** What is kept of a program's output, characters. */
const MAX_OUTPUT = 200_000;
/** Variables that programs need to start at all. */
const PASSED = ["PATH", "SystemRoot", "windir", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LC_ALL", "LANG"];

export interface ProgramRun {
  code: number;
  /** Standard output and errors, the end of them. */
  output: string;
}

/**
 * Runs an outside program in a folder that is its home and its place for temporary files.
 * @throws TimeoutError `program_deadline`
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: { folder: string; milliseconds: number; environment?: Readonly<Record<string, string>> },
): Promise<ProgramRun> {
  const { folder, milliseconds, environment = {} } = options;
  const env: Record<string, string> = { HOME: folder, USERPROFILE: folder, TMPDIR: folder, TEMP: folder, TMP: folder };
  for (const name of PASSED) if (process.env[name] !== undefined) env[name] = process.env[name];
  const child = spawn(process.execPath, [WATCHDOG, String(milliseconds), program, ...args], {
    cwd: folder,
    env: { ...env, ...environment },
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true,
  });
  let output = "";
  const keep = (data: Buffer) => {
    output = (output + data.toString("latin1")).slice(-MAX_OUTPUT);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const code = await new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exit) => resolve(exit ?? 1));
  });
  if (code === 124)
    throw new TimeoutError("program_deadline", `${program} ran past ${milliseconds / 1000} s`, { stage: "convert" });
  return { code, output };
}
