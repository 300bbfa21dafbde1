import { type InferenceSession, Tensor } from "onnxruntime-node";
import { findModel } from "./model-files.js";
import { nativeGate } from "./native-gate.js";
import { openSession } from "./open-session.js";

/** Rows of the net's input. */
export const FRAME_HEIGHT = 40;
/** Columns of the frame per output step. */
export const COLUMNS_PER_STEP = 2;

/** One line in the net's frame: ink 0–1, `FRAME_HEIGHT` rows of `width` columns. */
export interface LineFrame {
  width: number;
  ink: Float32Array;
}

/** Columns of the frame per value of `LineReading.maths`. */
export const COLUMNS_PER_MATHS = 4;

/** What the net says of a line. */
export interface LineReading {
  /** Most likely class and its probability for every step of `COLUMNS_PER_STEP` columns. */
  classes: Int32Array;
  probabilities: Float32Array;
  /** Probability of a formula for every `COLUMNS_PER_MATHS` columns. */
  maths: Float32Array;
}

/** The text-line recogniser: one session per worker, one thread, no spinning (the pool is the parallelism). */
export class TextLineModel {
  private constructor(
    private readonly session: InferenceSession,
    readonly labels: readonly string[],
    private readonly buckets: readonly number[],
  ) {}

  /** @throws ModelError when the file is missing, cut off or cannot be loaded */
  static async load(): Promise<TextLineModel> {
    const { path, labels, widthBuckets } = await findModel("text-line");
    return new TextLineModel(await openSession(path), labels, widthBuckets);
  }

  /** Widest line the net takes, frame columns; longer ones are cut by the caller. */
  get maxWidth(): number {
    return this.buckets.at(-1) ?? 1600;
  }

  /** Reads lines one by one: in batches they take the same time and several times the memory. */
  async read(frames: readonly LineFrame[]): Promise<LineReading[]> {
    const readings: LineReading[] = [];
    for (const frame of frames) readings.push(await this.readLine(frame));
    return readings;
  }

  private async readLine(frame: LineFrame): Promise<LineReading> {
    const width = this.buckets.find((bucket) => bucket >= frame.width) ?? this.maxWidth;
    const feeds = { ink: new Tensor("float32", inkOfWidth(frame, width), [1, 1, FRAME_HEIGHT, width]) };
    const outputs = await nativeGate().through(() => this.session.run(feeds));
    const steps = Math.min(width / COLUMNS_PER_STEP, Math.ceil(frame.width / COLUMNS_PER_STEP));
    return {
      classes: (outputs.classes!.data as Int32Array).slice(0, steps),
      probabilities: (outputs.probabilities!.data as Float32Array).slice(0, steps),
      maths: (outputs.maths!.data as Float32Array).slice(0, Math.ceil((steps * COLUMNS_PER_STEP) / COLUMNS_PER_MATHS)),
    };
  }
}

/** The frame's ink with paper after it, or without its last columns, to `width` columns. */
function inkOfWidth(frame: LineFrame, width: number): Float32Array {
  if (frame.width === width) return frame.ink;
  const ink = new Float32Array(FRAME_HEIGHT * width);
  const columns = Math.min(frame.width, width);
  for (let row = 0; row < FRAME_HEIGHT; row++)
    ink.set(frame.ink.subarray(row * frame.width, row * frame.width + columns), row * width);
  return ink;
}
