import type { Region } from "../region.js";
import type { RenderOptions } from "./render-options.js";

/** A crop that the engine stores: pictures always, formulas and tables when they have one. */
export interface RenderedImage {
  /** As in `Crop.key`. */
  key: number;
  /** File name in `images/`. */
  name: string;
  lineId: string;
  kind: "figure" | "equation" | "table";
  region: Region;
  /** True when the MMD refers to it. */
  referenced: boolean;
}

/** `<image_id>_<height>_<width>_<top_left_y>_<top_left_x>.jpg` */
export function cropName(imageId: string, region: Region): string {
  const { height, width, top_left_y, top_left_x } = region;
  return `${imageId}_${height}_${width}_${top_left_y}_${top_left_x}.jpg`;
}

/** Target of an image in the MMD: relative file or absolute crop address. */
export function imageUrl(
  imageId: string,
  region: Region,
  options: Pick<RenderOptions, "imageOutputMode" | "cdnBase">,
): string {
  if (options.imageOutputMode === "local") return `images/${cropName(imageId, region)}`;
  const { height, width, top_left_y, top_left_x } = region;
  const base = options.cdnBase.replace(/\/+$/, "");
  return `${base}/cropped/${imageId}.jpg?height=${height}&width=${width}&top_left_y=${top_left_y}&top_left_x=${top_left_x}`;
}

export interface FigureCaption {
  text: string;
  /** Printed above the picture. */
  above: boolean;
}

const CAPTION_SETUP = "\\captionsetup{labelformat=empty}";

/** Picture with or without caption, without separator. */
export function figureMmd(url: string, caption: string): string {
  if (caption === "") return `![](${url})`;
  return [
    "\\begin{figure}",
    `\\includegraphics[alt={},max width=\\textwidth]{${url}}`,
    CAPTION_SETUP,
    `\\caption{${caption}}`,
    "\\end{figure}",
  ].join("\n");
}

/** Table (a tabular, or the picture of one) with its captions as one, above or below as the first is printed; bare without. */
export function tableMmd(content: string, captions: readonly FigureCaption[]): string {
  const [first] = captions;
  if (first === undefined) return content;
  const caption = [CAPTION_SETUP, `\\caption{${captions.map(({ text }) => text).join(" ")}}`];
  return ["\\begin{table}", ...(first.above ? [...caption, content] : [content, ...caption]), "\\end{table}"].join(
    "\n",
  );
}
