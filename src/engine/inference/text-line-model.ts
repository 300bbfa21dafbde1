import { type InferenceSession, Tensor } from "onnxruntime-node";
import { findModel } from "./model-files.js";
import { nativeGate } from "./native-gate.js";
import { openSession } from "./open-session.js";

/** Rows of the net's input. */
export const FRAME_HEIGHT = 40;
/** Lines read in one run; a fixed number keeps the memory plan and the results the same. */
const BATCH = 4;
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

  /** Reads lines in batches of one width bucket; results in the order of the lines. */
  async read(frames: readonly LineFrame[]): Promise<LineReading[]> {
    const readings = new Array<LineReading>(frames.length);
    const byBucket = new Map<number, number[]>();
    for (const [index, frame] of frames.entries()) {
      const bucket = this.buckets.find((width) => width >= frame.width) ?? this.maxWidth;
      byBucket.set(bucket, [...(byBucket.get(bucket) ?? []), index]);
    }
    for (const [bucket, indices] of [...byBucket].sort(([a], [b]) => a - b)) {
      for (let at = 0; at < indices.length; at += BATCH)
        await this.readBatch(frames, indices.slice(at, at + BATCH), bucket, readings);
    }
    return readings;
  }

  private async readBatch(
    frames: readonly LineFrame[],
    indices: readonly number[],
    width: number,
    readings: LineReading[],
  ): Promise<void> {
    const ink = new Float32Array(indices.length * FRAME_HEIGHT * width);
    for (const [line, index] of indices.entries()) {
      const frame = frames[index]!;
      const columns = Math.min(frame.width, width);
      for (let row = 0; row < FRAME_HEIGHT; row++) {
        ink.set(
          frame.ink.subarray(row * frame.width, row * frame.width + columns),
          (line * FRAME_HEIGHT + row) * width,
        );
      }
    }
    const feeds = { ink: new Tensor("float32", ink, [indices.length, 1, FRAME_HEIGHT, width]) };
    const outputs = await nativeGate().through(() => this.session.run(feeds));
    const classes = outputs.classes!.data as Int32Array;
    const probabilities = outputs.probabilities!.data as Float32Array;
    const maths = outputs.maths!.data as Float32Array;
    const steps = width / COLUMNS_PER_STEP;
    const marks = width / COLUMNS_PER_MATHS;
    for (const [line, index] of indices.entries()) {
      const used = Math.min(steps, Math.ceil(frames[index]!.width / COLUMNS_PER_STEP));
      readings[index] = {
        classes: classes.slice(line * steps, line * steps + used),
        probabilities: probabilities.slice(line * steps, line * steps + used),
        maths: maths.slice(line * marks, line * marks + Math.ceil((used * COLUMNS_PER_STEP) / COLUMNS_PER_MATHS)),
      };
    }
  }
}
