import { readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { decodePage, encodePage } from "../../src/engine/page-file.js";
import type { FinishedPage } from "../../src/engine/pool/messages.js";
import { emptyLayout } from "../../src/engine/run-page.js";
import { Spool, spoolKey } from "../../src/engine/spool.js";
import { testFolder } from "./support/faulty-engine.js";

const region = { top_left_x: 1, top_left_y: 2, width: 3, height: 4 };
const crop = { key: 7, kind: "figure", region, pixelWidth: 3, pixelHeight: 4 } as const;
const finished = (page: number): FinishedPage => ({
  layout: emptyLayout(page, { width: 100, height: 200 }),
  crops: [
    { ...crop, jpeg: new Uint8Array([1, 2, 3]) },
    { ...crop, key: 8, jpeg: new Uint8Array() },
  ],
  timings: { layout: 0.25 },
});

describe("page file", () => {
  test("gives back what was put in", () => {
    expect(decodePage(encodePage(finished(3)))).toEqual(finished(3));
  });

  test("a page cut off or changed anywhere is known as damaged", () => {
    const bytes = encodePage(finished(1));
    for (let length = 0; length < bytes.length; length += 7) {
      expect(() => decodePage(bytes.subarray(0, length))).toThrow("cut off or damaged");
    }
    for (let at = 0; at < bytes.length; at += 5) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      expect(() => decodePage(changed)).toThrow("cut off or damaged");
    }
  });
});

describe("spool", () => {
  test("keeps pages for a run that resumes, and for no other", async () => {
    const parent = await testFolder();
    const first = await Spool.open({ parent, key: "a", resume: false });
    await first.put(2, finished(2));
    await first.put(11, finished(11));
    await first.leave();

    const second = await Spool.open({ parent, key: "a", resume: true });
    expect(second.found).toEqual([2, 11]);
    expect(await second.get(11)).toEqual(finished(11));
    await second.leave();

    const third = await Spool.open({ parent, key: "a", resume: false });
    expect(third.found).toEqual([]);
    await third.remove();
  });

  test("two runs on one document at a time do not share a spool", async () => {
    const parent = await testFolder();
    const [first, second] = await Promise.all([
      Spool.open({ parent, key: "a", resume: true }),
      Spool.open({ parent, key: "a", resume: true }),
    ]);
    expect(first.folder).not.toBe(second.folder);
    expect([first.exclusive, second.exclusive].sort()).toEqual([false, true]);
    await first.put(1, finished(1));
    await expect(second.get(1)).rejects.toThrow();
    await Promise.all([first.remove(), second.remove()]);
  });

  test("a spool of another living process is left alone", async () => {
    const parent = await testFolder();
    const first = await Spool.open({ parent, key: "a", resume: false });
    await first.put(1, finished(1));
    await first.leave();
    await writeFile(join(first.folder, "owner"), String(process.ppid));
    const second = await Spool.open({ parent, key: "a", resume: false });
    expect(second.exclusive).toBe(false);
    expect(await readFile(join(first.folder, "page-000001"))).toEqual(encodePage(finished(1)));
    await second.remove();
  });

  test("a page that was cut off is reported, not returned", async () => {
    const parent = await testFolder();
    const spool = await Spool.open({ parent, key: "a", resume: false });
    await spool.put(1, finished(1));
    await truncate(join(spool.folder, "page-000001"), 40);
    await expect(spool.get(1)).rejects.toMatchObject({ code: "corrupt_spool" });
    await spool.remove();
  });

  test("the key changes with every part", () => {
    const keys = [
      ["1.0.0", "abc", { crops: [] }],
      ["1.0.1", "abc", { crops: [] }],
      ["1.0.0", "abd", { crops: [] }],
      ["1.0.0", "abc", { crops: ["tables"] }],
    ].map(spoolKey);
    expect(new Set(keys).size).toBe(4);
  });
});
