import { performance } from "node:perf_hooks";
import type { WriteStream } from "node:tty";
import type { ProgressEvent } from "../engine/progress.js";

const WIDTH = 24;
/** Redrawn at most this often, ms. */
const INTERVAL = 100;
/** The speed is that of the last so many pages, so that the time left follows a change. */
const SPEED_PAGES = 40;

/** Bar on a terminal: pages done, pages per second, time left. */
export class ProgressBar {
  private readonly documents = new Map<string, { done: number; pages: number }>();
  private readonly stamps: number[] = [];
  private finished = 0;
  private drawn = 0;

  constructor(
    private readonly stream: WriteStream,
    private readonly total: number,
  ) {}

  /** @param key tells documents of the same name apart */
  on(key: string, event: ProgressEvent): void {
    if (event.type === "opened") this.documents.set(key, { done: 0, pages: event.pages });
    if (event.type === "page") {
      this.documents.set(key, { done: event.pagesDone, pages: event.pages });
      this.stamps.push(performance.now());
      if (this.stamps.length > SPEED_PAGES) this.stamps.shift();
    }
    if (event.type === "finished") {
      this.finished++;
      // A document that could not be opened has no pages.
      if (!this.documents.has(key)) this.documents.set(key, { done: 0, pages: 0 });
    }
    const now = performance.now();
    if (now - this.drawn < INTERVAL) return;
    this.drawn = now;
    this.draw();
  }

  /** Removes the bar so that a line can be printed. */
  clear(): void {
    this.stream.write("\r\u001b[K");
  }

  private draw(): void {
    let done = 0;
    let pages = 0;
    for (const document of this.documents.values()) {
      done += document.done;
      pages += document.pages;
    }
    // Documents that are not open yet count as the average of the others.
    const known = this.documents.size;
    const expected = known === 0 ? 0 : Math.round((pages / known) * this.total);
    const text = barText({
      done,
      pages,
      expected,
      known,
      total: this.total,
      finished: this.finished,
      speed: this.speed(),
    });
    this.stream.write(`\r\u001b[K${text.slice(0, Math.max(20, (this.stream.columns ?? 80) - 1))}`);
  }

  private speed(): number {
    const first = this.stamps[0];
    if (first === undefined || this.stamps.length < 2) return 0;
    return ((this.stamps.length - 1) / (performance.now() - first)) * 1000;
  }
}

export interface BarState {
  done: number;
  /** Pages of the documents that are open. */
  pages: number;
  /** Pages of all documents, estimated while some are not open. */
  expected: number;
  /** Documents open or finished, and all. */
  known: number;
  total: number;
  finished: number;
  /** Pages per second, 0 while unknown. */
  speed: number;
}

export function barText({ done, pages, expected, known, total, finished, speed }: BarState): string {
  const share = expected === 0 ? 0 : Math.min(1, done / expected);
  const filled = Math.round(share * WIDTH);
  const bar = `${"█".repeat(filled)}${"░".repeat(WIDTH - filled)}`;
  const parts = [`${bar} ${done}/${pages}${known < total ? "+" : ""} pages`];
  if (total > 1) parts.push(`${finished}/${total} documents`);
  if (speed > 0) {
    parts.push(`${speed.toFixed(1)} pages/s`);
    parts.push(`${duration(Math.max(0, expected - done) / speed)} left`);
  }
  return parts.join("  ");
}

/** `45 s`, `3 min 20 s`, `2 h 5 min` */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes} min ${whole % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
