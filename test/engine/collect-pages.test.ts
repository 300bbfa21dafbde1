import { expect, test } from "vitest";
import { Cancellation } from "../../src/engine/cancellation.js";
import { collectPages } from "../../src/engine/collect-pages.js";
import { pageOptions, resolveOptions } from "../../src/engine/options/resolve-options.js";
import type { FinishedPage, ResultOf, WorkerTask } from "../../src/engine/pool/messages.js";
import type { PagePool } from "../../src/engine/pool/page-pool.js";
import { emptyLayout, type PageJob } from "../../src/engine/run-page.js";
import { Spool } from "../../src/engine/spool.js";
import { InputError } from "../../src/errors.js";
import { DocumentProfile } from "../../src/layout/document/document-profile.js";
import { testFolder } from "./support/faulty-engine.js";

const SIZE = { width: 100, height: 200 };
const pages = Array.from({ length: 40 }, (_, index) => index + 1);

/** Pool that answers as `page` says, with the size at hand. */
function poolOf(page: (page: number) => Promise<FinishedPage>): PagePool {
  return {
    size: 2,
    async run<T extends WorkerTask>(task: T): Promise<ResultOf<T>> {
      if (task.kind === "page") return (await page(task.page)) as ResultOf<T>;
      return (task.kind === "sizes" ? task.pages.map(() => SIZE) : null) as ResultOf<T>;
    },
    release: () => undefined,
    close: async () => undefined,
  };
}

function jobOf(pool: PagePool): PageJob {
  const { stop, deadline, either: signal } = new Cancellation([], undefined);
  const document = { key: "k", path: "p", file: "sample.pdf" };
  return { pool, document, options: pageOptions(resolveOptions()), deadlineMs: 1000, stop, deadline, signal };
}

const finished = (page: number): FinishedPage => ({
  layout: emptyLayout(page, SIZE),
  crops: [],
  timings: { layout: 2 },
});

/** Profile that notes the order of the pages. */
class NotingProfile extends DocumentProfile {
  readonly order: number[] = [];
  override add(layout: Parameters<DocumentProfile["add"]>[0]): void {
    this.order.push(layout.page);
    super.add(layout);
  }
}

test("pages reach the profile in order, however late the first is and whichever failed meanwhile", async () => {
  let release: () => void = () => undefined;
  const late = new Promise<void>((resolve) => {
    release = resolve;
  });
  const pool = poolOf(async (page) => {
    if (page === 1) await late;
    if (page === 30) throw new InputError("corrupt_pdf_page", "The page cannot be read", { page });
    return finished(page);
  });
  const spool = await Spool.open({ parent: await testFolder(), key: "a", resume: false });
  const profile = new NotingProfile();
  const timings = {};
  let done = 0;
  const { reports, failed } = await collectPages(jobOf(pool), pages, spool, profile, timings, (_report, pagesDone) => {
    done = pagesDone;
    if (pagesDone === pages.length - 1) release();
  });
  expect(done).toBe(pages.length);
  expect(profile.order).toEqual(pages);
  expect([...failed.keys()]).toEqual([30]);
  expect(reports.get(30)).toMatchObject({ status: "error", ...SIZE, error: { code: "corrupt_pdf_page", page: 30 } });
  expect(timings).toEqual({ layout: 2 * (pages.length - 1) });
  await spool.remove();
});

test("a fault of the document is not tried again, an unexpected error is, once and in a fresh worker", async () => {
  const tries = new Map<number, number>();
  const pool = poolOf(async (page) => {
    tries.set(page, (tries.get(page) ?? 0) + 1);
    if (page === 2) throw new InputError("corrupt_pdf_page", "The page cannot be read");
    if (page === 3) throw new Error("std::bad_alloc");
    return finished(page);
  });
  const spool = await Spool.open({ parent: await testFolder(), key: "a", resume: false });
  const { reports } = await collectPages(jobOf(pool), [1, 2, 3], spool, new DocumentProfile(), {}, () => undefined);
  expect(Object.fromEntries(tries)).toEqual({ 1: 1, 2: 1, 3: 2 });
  expect(reports.get(3)!.error).toMatchObject({
    name: "InternalError",
    message: "sample.pdf, page 3: std::bad_alloc",
    stage: "pool",
  });
  await spool.remove();
});
