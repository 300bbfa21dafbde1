import { type InferenceSession, Tensor } from "onnxruntime-node";
import { ModelError } from "../../errors.js";
import { findOptionalModel } from "./model-files.js";
import { nativeGate } from "./native-gate.js";
import { openSession } from "./open-session.js";
import { SymbolPairs } from "./symbol-pairs.js";

/** Pixels of the em in the net's frame. */
export const FRAME_EM = 28;
/** Frame pixels per cell of the answer. */
export const CELL = 4;
/** Width and height of a frame are multiples of this. */
export const FRAME_MULTIPLE = 16;
/** Classes the net tells per symbol. */
const CHOICES = 3;
const LEVELS = 3;

/** A formula in the net's frame: ink 0–1, rows of `width` columns. */
export interface FormulaFrame {
  width: number;
  height: number;
  ink: Float32Array;
}

/** A symbol the net sees, in frame px. */
export interface SeenSymbol {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  baseline: number;
  /** How sure it is that a symbol's centre is here, 0–1. */
  peak: number;
  /** Classes (`name` or `alphabet:name`) and their probabilities, best first. */
  choices: { label: string; probability: number }[];
  /** Probabilities of text, script and second-order script size. */
  levels: number[];
}

export interface FormulaReading {
  symbols: SeenSymbol[];
  /** Probability of a rule per cell, [height / CELL][width / CELL]. */
  rules: Float32Array;
}

/** The symbol net: one session per worker, one thread. */
export class SymbolModel {
  private constructor(
    private readonly session: InferenceSession,
    private readonly path: string,
    private readonly labels: readonly string[],
    /** Which of its classes stand beside which; undefined where nothing is known. */
    readonly pairs: SymbolPairs | undefined,
  ) {}

  /**
   * @param path of an exported net
   * @param labels of its classes
   * @throws ModelError when the file is missing, cut off or cannot be loaded
   */
  static async load(path: string, labels: readonly string[], pairs?: SymbolPairs): Promise<SymbolModel> {
    return new SymbolModel(await openSession(path), path, labels, pairs);
  }

  /** @throws ModelError when the file is no symbol net of these classes */
  async read({ width, height, ink }: FormulaFrame): Promise<FormulaReading> {
    const outputs = await nativeGate()
      .through(() => this.session.run({ ink: new Tensor("float32", ink, [1, 1, height, width]) }))
      .catch((cause: unknown) => {
        throw new ModelError("model_damaged", `${this.path} is no symbol net`, { stage: "recognize", cause });
      });
    const numbers = (name: string) => outputs[name]?.data as Float32Array | undefined;
    const cells = outputs.cells?.data as Int32Array | undefined;
    const classes = outputs.classes?.data as Int32Array | undefined;
    const [peaks, probabilities, boxes, baselines, levels, rules] = [
      numbers("peaks"),
      numbers("probabilities"),
      numbers("boxes"),
      numbers("baselines"),
      numbers("levels"),
      numbers("rules"),
    ];
    if (!cells || !classes || !peaks || !probabilities || !boxes || !baselines || !levels || !rules)
      throw new ModelError("model_damaged", `${this.path} lacks outputs of a symbol net`, { stage: "recognize" });
    const symbols = Array.from(peaks, (peak, index): SeenSymbol => {
      const [x, y] = [cells[3 * index + 2]! + 0.5, cells[3 * index + 1]! + 0.5];
      const box = boxes.subarray(4 * index, 4 * index + 4);
      return {
        x0: (x - box[0]!) * CELL,
        y0: (y - box[1]!) * CELL,
        x1: (x + box[2]!) * CELL,
        y1: (y + box[3]!) * CELL,
        baseline: (y + baselines[index]!) * CELL,
        peak,
        choices: Array.from({ length: CHOICES }, (_, choice) => ({
          label: this.#label(classes[CHOICES * index + choice]!),
          probability: probabilities[CHOICES * index + choice]!,
        })),
        levels: [...levels.subarray(LEVELS * index, LEVELS * index + LEVELS)],
      };
    });
    return { symbols, rules };
  }

  #label(number: number): string {
    const label = this.labels[number];
    if (label === undefined)
      throw new ModelError("model_damaged", `${this.path} has more classes than labels (${this.labels.length})`, {
        stage: "recognize",
      });
    return label;
  }
}

let shipped: Promise<SymbolModel | undefined> | undefined;

/**
 * The net of the manifest, loaded once per worker; undefined when none is shipped.
 * @throws ModelError when a file is missing, cut off or cannot be loaded
 */
export function shippedSymbolModel(): Promise<SymbolModel | undefined> {
  shipped ??= findOptionalModel("symbols").then((files) => {
    // Class 0 of a text-line net is the blank; this one has none.
    const labels = files?.labels.slice(1) ?? [];
    const pairs = files?.pairs && new SymbolPairs(labels, files.pairs.table, files.pairs.perUnit);
    return files && SymbolModel.load(files.path, labels, pairs);
  });
  return shipped;
}
