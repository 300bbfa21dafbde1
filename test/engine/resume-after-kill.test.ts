import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { faultyEngine, testFolder, writeInput } from "./support/faulty-engine.js";
import { readTree } from "./support/read-tree.js";
import { textPdf } from "./support/text-pdf.js";

const SCRIPT = fileURLToPath(new URL("support/run-and-wait.js", import.meta.url));
const PAGES = 12;

/** Runs the document in a process of its own and kills that as soon as `pages` pages are done. */
async function killAfter(pages: number, input: string, destination: string, isolation: string): Promise<void> {
  const child = spawn(process.execPath, [SCRIPT, input, destination, isolation], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let done = 0;
  for await (const _line of createInterface({ input: child.stdout })) if (++done === pages) child.kill("SIGKILL");
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  expect(child.signalCode).toBe("SIGKILL");
}

test.each(["none", "process"] as const)(
  "a run killed with -9 resumes and gives the same bytes (isolation %s)",
  async (isolation) => {
    const folder = await testFolder();
    const input = await writeInput(folder, "slow-150.pdf", textPdf(PAGES));
    const destination = join(folder, "killed");
    await killAfter(5, input, destination, isolation);
    // Nothing but the hidden spool: no half of a file.
    const left = await readdir(destination);
    expect(left).toHaveLength(1);
    expect(left[0]).toMatch(/^\.mmd-engine-/);

    const engine = await faultyEngine({ workers: 2 });
    let resumed = 0;
    const result = await engine.process(input, {
      destination,
      resume: true,
      onProgress: (event) => {
        if (event.type === "opened") resumed = event.resumedPages;
      },
    });
    expect(result.status).toBe("completed");
    expect(resumed).toBeGreaterThanOrEqual(4);
    expect(resumed).toBeLessThan(PAGES);

    const whole = join(folder, "whole");
    await engine.process(input, { destination: whole });
    await engine.close();
    expect(await readTree(destination)).toEqual(await readTree(whole));
  },
);

test("without resume, what a killed run left is thrown away", async () => {
  const folder = await testFolder();
  const input = await writeInput(folder, "slow-100.pdf", textPdf(8));
  const destination = join(folder, "out");
  await killAfter(3, input, destination, "none");
  const engine = await faultyEngine({ workers: 2 });
  const events: number[] = [];
  const result = await engine.process(input, {
    destination,
    onProgress: (event) => event.type === "opened" && events.push(event.resumedPages),
  });
  await engine.close();
  expect(events).toEqual([0]);
  expect(result.status).toBe("completed");
  expect((await readdir(destination)).filter((name) => name.startsWith("."))).toEqual([]);
});
