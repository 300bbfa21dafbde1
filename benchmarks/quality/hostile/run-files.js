import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { checkResult, GRACE_SECONDS } from "./check-result.js";

const CHILD = fileURLToPath(new URL("child.js", import.meta.url));

/**
 * @typedef {object} Verdict
 * @property {string} name
 * @property {string[]} faults
 * @property {string} outcome `completed`, `partial`, `error`, `crash`, `hang` …
 * @property {string | undefined} message
 * @property {number} seconds
 */

/**
 * Processes files in a child process and judges what comes back. A crash or a hang costs the file at fault; the rest goes
 * on in a fresh process.
 * @param {import("./handmade.js").HostileFile[]} files
 * @param {{ workers: number, deadline: number, pageDeadline: number, isolation?: "none" | "process", onVerdict?: (verdict: Verdict) => void }} options Deadlines in seconds, of a document and of one try of a page.
 * @returns {Promise<Verdict[]>}
 */
export async function runFiles(files, options) {
  const folder = mkdtempSync(join(tmpdir(), "mmd-hostile-"));
  const waiting = files.map((file, index) => {
    const path = join(folder, `${String(index).padStart(4, "0")}-${file.name}`);
    writeFileSync(path, file.bytes);
    return { file: { ...file, name: basename(path) }, path };
  });
  const verdicts = [];
  const judge = (/** @type {Verdict} */ verdict) => {
    verdicts.push(verdict);
    options.onVerdict?.(verdict);
  };
  try {
    while (waiting.length > 0) {
      const ended = await runChild(waiting, options, judge);
      if (waiting.length === 0) break;
      const victim = waiting.shift();
      judge({
        name: victim.file.name,
        faults: [ended],
        outcome: ended.startsWith("hang") ? "hang" : "crash",
        message: ended,
        seconds: Number.NaN,
      });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return verdicts;
}

/** Shifts judged files off `waiting`; returns how the process ended when it left some. */
async function runChild(waiting, { workers, deadline, pageDeadline, isolation = "none" }, judge) {
  const child = spawn(process.execPath, [CHILD], { stdio: ["pipe", "pipe", "pipe"] });
  let complaints = "";
  child.stderr.on("data", (chunk) => {
    complaints = (complaints + chunk).slice(-2000);
  });
  const closed = new Promise((resolve) => child.once("close", (code, signal) => resolve(signal ?? code)));
  child.stdin.end(
    JSON.stringify({
      files: waiting.map(({ path, file }) => ({ path, password: file.password })),
      workers,
      deadline,
      pageDeadline,
      isolation,
    }),
  );
  let hung = false;
  let alarm;
  const arm = () => {
    clearTimeout(alarm);
    alarm = setTimeout(
      () => {
        hung = true;
        child.kill("SIGKILL");
      },
      (deadline + 2 * GRACE_SECONDS) * 1000,
    );
  };
  arm();
  for await (const line of createInterface({ input: child.stdout })) {
    const event = JSON.parse(line);
    arm();
    if (event.type === "result" || event.type === "thrown") judge(verdictOf(waiting.shift().file, event, deadline));
  }
  clearTimeout(alarm);
  const status = await closed;
  return hung
    ? `hang: nothing after ${deadline + 2 * GRACE_SECONDS} s`
    : `crash: the process ended with ${status}: ${complaints.trim().split("\n").slice(-3).join(" | ")}`;
}

function verdictOf(file, event, deadline) {
  if (event.type === "thrown") {
    return {
      name: file.name,
      faults: [`process() threw: ${event.message}`],
      outcome: "thrown",
      message: event.message,
      seconds: event.seconds,
    };
  }
  const { result, mmd, seconds } = event;
  return {
    name: file.name,
    faults: checkResult(file, result, mmd, { seconds, deadline }),
    outcome: result.status,
    message: result.error?.message ?? result.pages.find((page) => page.error)?.error?.message,
    seconds,
  };
}
