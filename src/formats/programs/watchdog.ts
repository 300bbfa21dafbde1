/**
 * Small process between the engine and an outside program: `watchdog.js <ms> <program> <arguments>`. It ends the program and
 * all it started when the time is over or when its own input ends, which happens when the engine's thread or process is gone.
 */
import { spawn } from "node:child_process";

/** Exit code for a program that ran out of time, as `timeout` has it. */
const TIMED_OUT = 124;

const [milliseconds = "0", program = "", ...args] = process.argv.slice(2);
const isWindows = process.platform === "win32";
const child = spawn(program, args, { stdio: ["ignore", "inherit", "inherit"], detached: !isWindows });

function end(code: number): void {
  try {
    if (child.pid !== undefined) process.kill(isWindows ? child.pid : -child.pid, "SIGKILL");
  } catch {
    // it has ended by itself
  }
  process.exit(code);
}

setTimeout(() => end(TIMED_OUT), Number(milliseconds));
process.stdin.on("end", () => end(TIMED_OUT)).on("error", () => end(TIMED_OUT));
process.stdin.resume();
child.once("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
// a browser leaves helpers behind: the group goes with its leader
child.once("exit", (code) => end(code ?? 1));
