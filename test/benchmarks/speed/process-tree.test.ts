import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { treeUsage } from "../../../benchmarks/speed/process-tree.js";

describe.runIf(existsSync("/proc/self/statm"))("treeUsage", () => {
  it("counts this process", () => {
    const { rss } = process.memoryUsage();
    const measured = treeUsage(process.pid).bytes;
    expect(measured).toBeGreaterThan(rss * 0.5);
  });

  it("counts grandchildren", async () => {
    // The child starts a grandchild that holds 80 MB, and holds little itself.
    const grandchild = "const b = Buffer.alloc(80e6, 1); process.stdout.write('up'); setTimeout(() => b, 60000)";
    const child = spawn(
      process.execPath,
      [
        "-e",
        `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(grandchild)}], { stdio: "inherit" })`,
      ],
      { stdio: ["ignore", "pipe", "ignore"], detached: true },
    );
    try {
      await once(child.stdout, "data");
      expect(treeUsage(child.pid!).bytes).toBeGreaterThan(100e6);
    } finally {
      process.kill(-child.pid!, "SIGKILL");
    }
  });

  it("is 0 for a process that does not exist", () => {
    expect(treeUsage(2 ** 30)).toEqual({ bytes: 0, cpuSeconds: 0 });
  });

  it("counts the processor time of this process", () => {
    const { user, system } = process.cpuUsage();
    const seconds = (user + system) / 1e6;
    const { cpuSeconds } = treeUsage(process.pid);
    expect(cpuSeconds).toBeGreaterThan(0.9 * seconds - 0.05);
  });
});
