import { type Check, runChecks } from "./doctor-checks.js";
import { EXIT } from "./exit-code.js";

export interface DoctorFlags {
  json?: boolean;
}

const MARKS: Record<Check["status"], string> = { ok: "ok", note: "--", missing: "MISSING" };

/**
 * Prints what is installed.
 * @returns the exit code: failed when something the engine needs is missing
 */
export async function doctorCommand({ json }: DoctorFlags): Promise<number> {
  const checks = await runChecks();
  if (json) process.stdout.write(`${JSON.stringify({ checks }, null, 1)}\n`);
  else {
    const width = Math.max(...checks.map(({ name }) => name.length));
    for (const { name, status, detail } of checks) {
      process.stdout.write(`${MARKS[status].padEnd(8)}${name.padEnd(width + 2)}${detail}\n`);
    }
  }
  return checks.some(({ status }) => status === "missing") ? EXIT.failed : EXIT.completed;
}
