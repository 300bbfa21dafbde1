import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { PROJECT } from "../documents.js";
import { importBuilt } from "../engine.js";
import { editDistance } from "../metrics/edit-distance.js";

/** Fixed lines of held-out faces and sources, made by `make validation` in the workshop; not part of the repository. */
const SETS = join(PROJECT, "models/training/text-lines/build/validation-sets");
const GRADES = ["clean", "light", "middle", "heavy"];
const ROWS = 40;

/**
 * Character errors, exact lines and exact formula spans of the recogniser on the validation sets, through the engine's own inference.
 * @param {number} limit Lines of each set.
 */
export async function readValidationLines(limit) {
  const { TextLineModel } = await importBuilt("engine/inference/text-line-model.js");
  const { decodeLine } = await importBuilt("engine/recognize/text/decode-line.js");
  const model = await TextLineModel.load();
  const rows = [];
  /** @type {Map<string, LineScore>} */
  const kinds = new Map();
  for (const set of GRADES.flatMap((grade) => [`${grade}-fonts`, `${grade}-tex`])) {
    if (!existsSync(join(SETS, `${set}.jsonl`))) continue;
    const lines = loadLines(set).slice(0, limit);
    const readings = await model.read(lines.map(({ frame }) => frame));
    const score = new LineScore();
    lines.forEach(({ record }, index) => {
      const read = decodeLine(readings[index], model.labels).map(({ label }) => label);
      score.add(record.labels, read);
      if (!set.startsWith("clean")) return;
      if (!kinds.has(record.kind)) kinds.set(record.kind, new LineScore());
      kinds.get(record.kind)?.add(record.labels, read);
    });
    rows.push({ set, ...score.figures() });
  }
  return { rows, kinds: [...kinds].sort().map(([kind, score]) => ({ kind, ...score.figures() })) };
}

function loadLines(set) {
  const images = readFileSync(join(SETS, `${set}.bin`));
  return readFileSync(join(SETS, `${set}.jsonl`), "utf8")
    .trim()
    .split("\n")
    .map((row) => {
      const record = JSON.parse(row);
      const grey = inflateSync(images.subarray(record.offset, record.offset + record.size));
      if (record.height !== ROWS)
        throw new Error(`Expected lines of ${ROWS} rows in ${set} but found ${record.height}`);
      return { record, frame: { width: record.width, ink: Float32Array.from(grey, (value) => value / 255) } };
    });
}

class LineScore {
  lines = 0;
  exact = 0;
  errors = 0;
  labels = 0;
  spans = 0;
  spansExact = 0;

  add(gold, read) {
    const distance = editDistance(gold, read);
    this.lines += 1;
    this.exact += distance === 0 ? 1 : 0;
    this.errors += distance;
    this.labels += gold.length;
    const found = spans(read);
    for (const span of spans(gold)) {
      this.spans += 1;
      const at = found.indexOf(span);
      if (at < 0) continue;
      found.splice(at, 1);
      this.spansExact += 1;
    }
  }

  figures() {
    const { lines, exact, errors, labels, spans: all, spansExact } = this;
    return { lines, cer: errors / Math.max(1, labels), exact: exact / Math.max(1, lines), spans: all, spansExact };
  }
}

function spans(labels) {
  return [...labels.join(" ").matchAll(/\\\((.*?)\\\)/g)].map(([, span]) => span.trim());
}
