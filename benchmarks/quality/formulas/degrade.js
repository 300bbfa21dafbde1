// What scanners and copiers do to a picture of a formula: the grades of models/training/common/degrade.py, seeded by the formula's page.
import { sharp } from "../../../dist/engine/raster/sharp.js";

/** blur: px; noise, shading: share of the grey range; stroke, binary, jpeg: probabilities; resolution: share of the page's own. */
const GRADES = {
  light: { blur: [0.2, 0.8], noise: 0.04, shading: 0.08, stroke: 0.2, binary: 0.08, jpeg: 0.2, resolution: [0.67, 1] },
  middle: { blur: [0.3, 1.1], noise: 0.08, shading: 0.2, stroke: 0.35, binary: 0.2, jpeg: 0.35, resolution: [0.58, 1] },
  heavy: { blur: [0.5, 1.5], noise: 0.14, shading: 0.35, stroke: 0.5, binary: 0.3, jpeg: 0.5, resolution: [0.5, 1] },
};

/** Small deterministic generator (mulberry32), 0–1. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * @param {{ width: number, height: number, data: Uint8Array }} image grey
 * @param {string} grade clean or one of `GRADES`
 * @param {number} seed
 * @returns {Promise<{ image: { width: number, height: number, data: Uint8Array }, scale: number }>} `scale`: size of the result over that of the image
 */
export async function degrade(image, grade, seed) {
  const how = GRADES[grade];
  if (!how) return { image, scale: 1 };
  const random = randomFrom(seed * 7919 + 17);
  const between = ([low, high]) => low + random() * (high - low);
  const stroke = random() < how.stroke ? (random() < 0.55 ? "darker" : "lighter") : undefined;
  const scale = random() < 0.7 ? between(how.resolution) : 1;
  const sigma = random() < 0.75 ? between(how.blur) : 0;
  const width = Math.max(8, Math.round(image.width * scale));
  const height = Math.max(8, Math.round(image.height * scale));
  let picture = sharp(stroke ? thickened(image, stroke) : image.data, {
    raw: { width: image.width, height: image.height, channels: 1 },
  }).resize(width, height, { fit: "fill", kernel: "cubic" });
  if (sigma >= 0.3) picture = picture.blur(sigma);
  const data = new Uint8Array(await picture.toColourspace("b-w").raw().toBuffer());
  lit(data, width, how, random);
  if (random() < how.binary) {
    const threshold = 255 * (0.35 + 0.3 * random());
    for (let i = 0; i < data.length; i++) data[i] = data[i] < threshold ? 0 : 255;
  }
  if (random() >= how.jpeg) return { image: { width, height, data }, scale };
  const quality = Math.round(25 + 60 * random());
  const jpeg = await sharp(data, { raw: { width, height, channels: 1 } })
    .jpeg({ quality })
    .toBuffer();
  return {
    image: { width, height, data: new Uint8Array(await sharp(jpeg).toColourspace("b-w").raw().toBuffer()) },
    scale,
  };
}

/** Fainter ink, shade across and noise, in place. */
function lit(data, width, how, random) {
  const level = 1 - random() * (0.15 + how.shading);
  const [from, to] = random() < 0.5 ? [random() * how.shading, random() * how.shading] : [0, 0];
  const noise = random() < 0.8 ? how.noise * random() : 0;
  for (let i = 0; i < data.length; i++) {
    const shade = from + ((to - from) * (i % width)) / width;
    const ink = (1 - data[i] / 255) * level * (1 - shade) + shade;
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    data[i] = Math.max(0, Math.min(255, 255 * (1 - ink - noise * normal)));
  }
}

/** Strokes half a pixel thicker or thinner: the mean with the darkest or lightest of the pixel and its neighbours right and below. */
function thickened({ width, height, data }, stroke) {
  const pick = stroke === "darker" ? Math.min : Math.max;
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const right = x + 1 < width ? data[at + 1] : 255;
      const below = y + 1 < height ? data[at + width] : 255;
      out[at] = (data[at] + pick(data[at], right, below)) / 2;
    }
  return out;
}
