import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { createEngine } from "../../../dist/index.js";
import { NativeGate } from "../../../src/engine/inference/native-gate.js";
import { scannedPage } from "../recognize/scanned-page.js";
import { testFolder } from "../support/faulty-engine.js";

describe("the gate of native calls", () => {
  it("closes at once when no call runs, and lets none begin", async () => {
    const gate = new NativeGate();
    expect(await gate.through(async () => 7)).toBe(7);
    expect(gate.close()).toBe(true);
    const late = gate.through(async () => 7);
    expect(await Promise.race([late, Promise.resolve("nothing yet")])).toBe("nothing yet");
  });

  it("waits for the call that runs, whose result then goes nowhere", async () => {
    const gate = new NativeGate();
    let finish = () => undefined as undefined;
    const call = gate.through(() => new Promise<void>((resolve) => (finish = () => resolve() as undefined)));
    expect(gate.close()).toBe(false);
    expect(gate.close()).toBe(false);
    finish();
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(gate.close()).toBe(true);
    expect(await Promise.race([call, Promise.resolve("nothing yet")])).toBe("nothing yet");
  });
});

test("a run that is aborted while it recognises text ends its worker, not the process", async () => {
  const input = join(await testFolder(), "scan.png");
  await writeFile(
    input,
    await scannedPage(Array.from({ length: 22 }, () => "The keeper of the lighthouse wrote down the")),
  );
  const engine = await createEngine({ workers: 1 });
  for (const milliseconds of [300, 500, 700, 900]) {
    await engine.process(input, { signal: AbortSignal.timeout(milliseconds) }).catch(() => undefined);
  }
  const { status, error } = await engine.process(input, { destination: join(await testFolder(), "out") });
  await engine.close();
  expect({ status, error }).toEqual({ status: "completed" });
});
