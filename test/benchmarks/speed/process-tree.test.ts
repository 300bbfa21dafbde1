import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { treeMemory } from "../../../benchmarks/speed/process-tree.js";

describe.runIf(existsSync("/proc/self/statm"))("treeMemory", () => {
  it("counts this process", () => {
    const { rss } = process.memoryUsage();
    const measured = treeMemory(process.pid);
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
      expect(treeMemory(child.pid!)).toBeGreaterThan(100e6);
    } finally {
      process.kill(-child.pid!, "SIGKILL");
    }
  });

  it("is 0 for a process that does not exist", () => {
    expect(treeMemory(2 ** 30)).toBe(0);
  });
});
