import { type InferenceSession, Tensor } from "onnxruntime-node";
import { ModelError } from "../../errors.js";
import { LAYOUT_CLASSES } from "../../layout/model/classes.js";
import { nativeGate } from "./native-gate.js";
import { openSession } from "./open-session.js";

/** A page in the net's frame: ink 0–1 minus that of the paper, row by row. */
export interface InkFrame {
  width: number;
  height: number;
  ink: Float32Array;
}

/** The net's answer on a frame; shapes as in `models/README.md`. */
export interface FrameReading {
  /** [class][height / 4][width / 8] */
  regions: Float32Array;
  turns: Float32Array;
}

/** Frame pixels per cell of the answer. */
export const CELL_HEIGHT = 4;
export const CELL_WIDTH = 8;

/** The layout net: one session per worker. */
export class LayoutModel {
  private constructor(
    private readonly session: InferenceSession,
    private readonly path: string,
  ) {}

  /** @throws ModelError when the file is missing, cut off or cannot be loaded */
  static async load(path: string): Promise<LayoutModel> {
    return new LayoutModel(await openSession(path), path);
  }

  /** @throws ModelError when the file is no layout net of these classes */
  async read({ width, height, ink }: InkFrame): Promise<FrameReading> {
    const outputs = await nativeGate()
      .through(() => this.session.run({ ink: new Tensor("float32", ink, [1, 1, height, width]) }))
      .catch((cause: unknown) => {
        throw new ModelError("model_damaged", `${this.path} is no layout net`, { stage: "recognize", cause });
      });
    const { regions, turns } = outputs;
    const cells = (height / CELL_HEIGHT) * (width / CELL_WIDTH);
    const expected = LAYOUT_CLASSES.length * cells;
    if (regions?.size !== expected || !turns) {
      const message = `Expected ${expected} region values from ${this.path} but received ${regions?.size ?? 0}`;
      throw new ModelError("model_damaged", message, { stage: "recognize" });
    }
    return { regions: regions.data as Float32Array, turns: turns.data as Float32Array };
  }
}
