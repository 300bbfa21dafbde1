import type { PageEvidence } from "../../page.js";
import { LayoutModel } from "../inference/layout-model.js";
import { findLayoutModel } from "../inference/model-files.js";
import type { Witness } from "../recognize/witness.js";
import { predictPage } from "./predict-page.js";

const models = new Map<string, Promise<LayoutModel | undefined>>();

/**
 * The witness's evidence with what the layout net sees, if one is used.
 * @param name `auto`: the shipped net, if there is one · `off` · path of an ONNX file
 * @throws ModelError when the net is missing or damaged
 */
export async function withPrediction(
  { evidence, source, tilt }: Pick<Witness, "evidence" | "source" | "tilt">,
  page: number,
  name: string,
): Promise<PageEvidence> {
  if (name === "off") return evidence;
  let loading = models.get(name);
  if (!loading) {
    loading = loadModel(name);
    models.set(name, loading);
  }
  const model = await loading;
  if (!model) return evidence;
  return { ...evidence, prediction: await predictPage(model, source, page, evidence, tilt) };
}

async function loadModel(name: string): Promise<LayoutModel | undefined> {
  const path = name === "auto" ? await findLayoutModel() : name;
  return path === undefined ? undefined : LayoutModel.load(path);
}
