import { InferenceSession } from "onnxruntime-node";
import { ModelError } from "../../errors.js";
import { nativeGate } from "./native-gate.js";

/**
 * One thread and no spinning: the worker pool is the parallelism. Without an arena of its own each run would map and unmap its memory
 * page by page, which took a fifth of a scan's time; one line at a time, the arena holds some 15 MB a worker.
 */
const SESSION_OPTIONS: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: "sequential",
  graphOptimizationLevel: "all",
  enableCpuMemArena: true,
  extra: { session: { intra_op: { allow_spinning: "0" }, inter_op: { allow_spinning: "0" } } },
};

/** @throws ModelError when the file is missing, cut off or cannot be loaded */
export async function openSession(path: string): Promise<InferenceSession> {
  try {
    return await nativeGate().through(() => InferenceSession.create(path, SESSION_OPTIONS));
  } catch (cause) {
    throw new ModelError("model_damaged", `${path} cannot be loaded`, { stage: "recognize", cause });
  }
}
