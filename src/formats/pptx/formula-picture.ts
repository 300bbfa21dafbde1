import { sharp } from "../../engine/raster/sharp.js";
import { loadMathJax } from "../mmd/vendor.js";

export interface FormulaPicture {
  png: Uint8Array;
  /** Inches at the size of the text. */
  width: number;
  height: number;
}

/** Pixels to the inch of the drawings: sharp on a projector at twice the size. */
const DENSITY = 288;
/** An ex of MathJax's fonts in em. */
const EX = 0.442;
const MAX_PIXELS = 6000;

/**
 * A displayed formula as a picture with a clear ground.
 * @param fontSize pt
 * @param colour RRGGBB
 * @throws Error with MathJax's message when the LaTeX cannot be read
 */
export async function formulaPicture(
  latex: string,
  counter: number,
  fontSize: number,
  colour: string,
): Promise<FormulaPicture> {
  const mathJax = loadMathJax();
  mathJax.Reset(counter + 1);
  const { svg = "" } = mathJax.TexConvert(
    latex,
    { display: true, metric: { cwidth: 800 }, outMath: { include_svg: true } },
    true,
  );
  const picture = /<svg[\s\S]*<\/svg>/.exec(svg)?.[0] ?? "";
  const size = pictureSize(picture);
  const inches = (ex: number) => (ex * EX * fontSize) / 72;
  const [width, height] = [inches(size.width), inches(size.height)];
  const scale = Math.min(1, MAX_PIXELS / (Math.max(width, height) * DENSITY));
  const drawn = picture
    .replace(/<svg([^>]*?)\swidth="[^"]*"/, `<svg$1 width="${Math.ceil(width * DENSITY * scale)}"`)
    .replace(/<svg([^>]*?)\sheight="[^"]*"/, `<svg$1 height="${Math.ceil(height * DENSITY * scale)}"`)
    .replaceAll("currentColor", `#${colour}`)
    .replace(/\s(?:xlink:)?href="[^#"][^"]*"/g, "")
    .replaceAll("&nbsp;", "&#160;");
  const png = await sharp(Buffer.from(drawn)).png().toBuffer();
  return { png: new Uint8Array(png), width, height };
}

/** Size in ex; a formula with numbers takes the full line and tells its height only. */
function pictureSize(svg: string): { width: number; height: number } {
  const number = (name: string) => Number(new RegExp(`<svg[^>]*\\s${name}="([\\d.]+)ex"`).exec(svg)?.[1]);
  const [width, height] = [number("width"), number("height")];
  const minimum = Number(/min-width:\s*([\d.]+)ex/.exec(svg)?.[1]);
  return {
    width: width > 0 ? width : minimum > 0 ? Math.max(minimum, 90) : 90,
    height: height > 0 ? height : 3,
  };
}
