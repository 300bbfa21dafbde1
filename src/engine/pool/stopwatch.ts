import { performance } from "node:perf_hooks";
import type { Stage } from "../../errors.js";
import type { StageTimings } from "./messages.js";

/** Adds up the time per stage. Timings go into reports, never into outputs. */
export class Stopwatch {
  readonly timings: StageTimings = {};

  constructor(private readonly onEnter: (stage: Stage) => void = () => undefined) {}

  async time<T>(stage: Stage, work: () => Promise<T> | T): Promise<T> {
    this.onEnter(stage);
    const start = performance.now();
    try {
      return await work();
    } finally {
      this.timings[stage] = (this.timings[stage] ?? 0) + performance.now() - start;
    }
  }
}

export function addTimings(total: StageTimings, part: StageTimings): void {
  for (const [stage, ms] of Object.entries(part) as [Stage, number][]) total[stage] = (total[stage] ?? 0) + ms;
}
