import type { DocumentProfile } from "../layout/document/document-profile.js";
import { PAGES_IN_FLIGHT_PER_WORKER } from "./limits.js";
import type { FinishedPage, StageTimings } from "./pool/messages.js";
import { addTimings } from "./pool/stopwatch.js";
import { ProfileFeeder } from "./profile-feeder.js";
import type { PageReport } from "./result.js";
import { emptyLayout, type PageJob, type PageOutcome, pageSizes, runPage } from "./run-page.js";
import { schedulePages } from "./schedule-pages.js";
import type { Spool } from "./spool.js";

export interface CollectedPages {
  reports: Map<number, PageReport>;
  /** Empty pages that stand for those that failed; they are not in the spool, so that a resumed run tries them again. */
  failed: Map<number, FinishedPage>;
  /** What went wrong and was made good. */
  warnings: string[];
}

/** First pass: every page through the workers into the spool, and into the profile in page order. */
export async function collectPages(
  job: PageJob,
  pages: readonly number[],
  spool: Spool,
  profile: DocumentProfile,
  timings: StageTimings,
  onPage: (report: PageReport, pagesDone: number) => void,
): Promise<CollectedPages> {
  const collected: CollectedPages = { reports: new Map(), failed: new Map(), warnings: [] };
  const stored = new Set(spool.found);
  const layoutOf = async (page: number) => (collected.failed.get(page) ?? (await spool.get(page))).layout;
  const feeder = new ProfileFeeder(pages, profile, layoutOf);

  const accept = async (page: number, outcome: PageOutcome): Promise<void> => {
    const { finished } = outcome;
    if (outcome.status === "error") collected.failed.set(page, finished);
    else if (!stored.has(page)) await spool.put(page, finished);
    if (outcome.status === "completed" && outcome.retried) {
      collected.warnings.push(`page ${page}: done on the second try, the first failed: ${outcome.retried.message}`);
    }
    if (finished.fault) {
      collected.warnings.push(`page ${page}: plain text only, finding its structure failed: ${finished.fault.message}`);
    }
    addTimings(timings, finished.timings);
    const report = reportOf(outcome);
    collected.reports.set(page, report);
    onPage(report, collected.reports.size);
    await feeder.finished(page, finished.layout);
  };
  const run = async (page: number): Promise<PageOutcome> => {
    if (stored.has(page)) {
      try {
        return { status: "completed", finished: { ...(await spool.get(page)), timings: {} } };
      } catch {
        // Cut off by the end of the run that wrote it: done again.
        stored.delete(page);
      }
    }
    return runPage(job, page);
  };
  await schedulePages(pages, PAGES_IN_FLIGHT_PER_WORKER * job.pool.size, run, accept);
  await giveSizes(job, collected);
  return collected;
}

/** Pages the document's deadline cut off never reached a worker: their sizes are asked for together. */
async function giveSizes(job: PageJob, { reports, failed }: CollectedPages): Promise<void> {
  const cut = [...reports.values()].filter(({ error }) => error?.code === "document_deadline").map(({ page }) => page);
  if (cut.length === 0) return;
  const sizes = await pageSizes(job, cut);
  for (const [index, size] of sizes.entries()) {
    const page = cut[index]!;
    failed.set(page, { layout: emptyLayout(page, size), crops: [], timings: {} });
    reports.set(page, { ...reports.get(page)!, width: size.width, height: size.height });
  }
}

export function reportOf(outcome: PageOutcome): PageReport {
  const { page, width, height, textSource } = outcome.finished.layout;
  const report: PageReport = { page, status: outcome.status, width, height, textSource };
  return outcome.status === "error" ? { ...report, error: outcome.error } : report;
}
