import type { Stage } from "../../errors.js";
import { NativeGate } from "../inference/native-gate.js";

const STAGES: readonly Stage[] = ["pool", "open", "evidence", "raster", "recognize", "layout", "crops"];
const NOT_STARTED = 0;

/**
 * Memory shared by a slot and its worker. The worker notes when its task started and which stage it is in, so that the
 * deadline counts from the start of the task and a worker that hangs or dies can still be asked where it was.
 */
export class StageBoard {
  readonly buffer: SharedArrayBuffer;
  /** Closed before the worker is ended. */
  readonly nativeGate: NativeGate;
  private readonly stage: Int32Array;
  private readonly startedAt: Float64Array;

  constructor(buffer = new SharedArrayBuffer(16)) {
    this.buffer = buffer;
    this.stage = new Int32Array(buffer, 0, 1);
    this.nativeGate = new NativeGate(new Int32Array(buffer, 4, 1));
    this.startedAt = new Float64Array(buffer, 8, 1);
  }

  /** Called by the worker. */
  start(now: number): void {
    this.startedAt[0] = now;
    Atomics.store(this.stage, 0, STAGES.indexOf("pool") + 1);
  }

  /** Called by the worker. */
  enter(stage: Stage): void {
    Atomics.store(this.stage, 0, STAGES.indexOf(stage) + 1);
  }

  /** Monotonic milliseconds at which the task started, or undefined while it waits for its worker. */
  get started(): number | undefined {
    return Atomics.load(this.stage, 0) === NOT_STARTED ? undefined : this.startedAt[0];
  }

  get current(): Stage {
    return STAGES[Atomics.load(this.stage, 0) - 1] ?? "pool";
  }
}
