import { seededRandom } from "./random.js";

/**
 * @typedef {(bytes: Buffer, pick: (below: number) => number) => Buffer} Mutation `pick(n)`: integer in [0, n).
 */

/** Numbers that overflow, wrap, or are no numbers. */
const ODD_NUMBERS = [
  "0",
  "-1",
  "65536",
  "2147483647",
  "4294967296",
  "99999999999999999999",
  "1e308",
  "-0.00001",
  "NaN",
];

/** @type {Record<string, Mutation>} */
export const MUTATIONS = {
  flipBytes(bytes, pick) {
    const copy = Buffer.from(bytes);
    const count = 1 + pick(40);
    for (let i = 0; i < count; i += 1) copy[pick(copy.length)] ^= 1 << pick(8);
    return copy;
  },
  overwriteRun(bytes, pick) {
    const copy = Buffer.from(bytes);
    const at = pick(copy.length);
    const length = 1 + pick(400);
    for (let i = at; i < Math.min(copy.length, at + length); i += 1) copy[i] = pick(256);
    return copy;
  },
  truncate(bytes, pick) {
    return bytes.subarray(0, 1 + pick(bytes.length - 1));
  },
  cutMiddle(bytes, pick) {
    const at = pick(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + 1 + pick(2000)))]);
  },
  swapObjects(bytes, pick) {
    const objects = [...latin(bytes).matchAll(/(\d+) 0 obj/g)];
    if (objects.length < 2) return MUTATIONS.flipBytes(bytes, pick);
    const [a, b] = [objects[pick(objects.length)], objects[pick(objects.length)]];
    return replaceAt(replaceAt(bytes, a.index, a[0], `${b[1]} 0 obj`), b.index, b[0], `${a[1]} 0 obj`);
  },
  blowNumber(bytes, pick) {
    return replaceRandom(
      bytes,
      pick,
      /(?<=[\s[(])-?\d+(?:\.\d+)?(?=[\s\]/>)])/g,
      () => ODD_NUMBERS[pick(ODD_NUMBERS.length)],
    );
  },
  lieAboutLength(bytes, pick) {
    return replaceRandom(bytes, pick, /\/Length1? \d+/g, () => `/Length ${[0, 1, 7, 1_000_000, -5][pick(5)]}`);
  },
  damageXref(bytes, pick) {
    return replaceRandom(
      bytes,
      pick,
      /startxref\s+\d+|\d{10} \d{5} [nf]|\/(?:W|Index|Size|Prev|Root) ?\[?[\d ]+R?\]?/g,
      (text) => text.replace(/\d/g, () => String(pick(10))),
    );
  },
  loopReference(bytes, pick) {
    const numbers = [...latin(bytes).matchAll(/(\d+) 0 obj/g)].map((match) => match[1]);
    if (numbers.length === 0) return MUTATIONS.flipBytes(bytes, pick);
    return replaceRandom(bytes, pick, /\d+ 0 R/g, () => `${numbers[pick(numbers.length)]} 0 R`);
  },
  renameKey(bytes, pick) {
    return replaceRandom(
      bytes,
      pick,
      /\/(?:Type|Kids|Contents|Resources|Font|Filter|MediaBox|Parent|Subtype|Count|Encoding|ToUnicode|FontFile\d?)\b/g,
      (text) => `/${"X".repeat(text.length - 1)}`,
    );
  },
};

/**
 * A damaged copy of a PDF: one to three mutations chosen by the seed.
 * @param {Uint8Array} bytes
 * @param {number} seed
 * @returns {{ bytes: Buffer, mutations: string[] }}
 */
export function mutatePdf(bytes, seed) {
  const random = seededRandom(seed);
  const pick = (/** @type {number} */ below) => Math.floor(random() * Math.max(1, below));
  const names = Object.keys(MUTATIONS);
  const mutations = Array.from({ length: 1 + pick(3) }, () => names[pick(names.length)]);
  let result = Buffer.from(bytes);
  for (const name of mutations) if (result.length > 8) result = MUTATIONS[name](result, pick);
  return { bytes: result, mutations };
}

const latin = (/** @type {Buffer} */ bytes) => bytes.toString("latin1");

/** Replaces one match chosen at random; the length of the file may change, offsets then lie. */
function replaceRandom(bytes, pick, pattern, replacement) {
  const matches = [...latin(bytes).matchAll(pattern)];
  if (matches.length === 0) return MUTATIONS.flipBytes(bytes, pick);
  const match = matches[pick(matches.length)];
  return replaceAt(bytes, match.index, match[0], replacement(match[0]));
}

function replaceAt(bytes, at, old, text) {
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(text, "latin1"), bytes.subarray(at + old.length)]);
}
