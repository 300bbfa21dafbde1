import { imageTargets } from "../formats/collect-images.js";
import { DEFAULT_HTML_OPTIONS } from "../formats/html/options.js";
import { pageStyle } from "../formats/html/style.js";
import { HtmlWriter } from "../formats/html/write-html.js";
import { parseMmd } from "../formats/mmd/parse-mmd.js";
import type { PagePicture } from "./page-picture.js";
import type { InspectedPage } from "./read-lines-json.js";

export interface RenderedMmd {
  mmd: string;
  /** Start of each line's fragment in `mmd`; -1 for lines that are not part of it. */
  offsets: number[];
  /** Blocks of the page, each in a `div` whose `data-from` is its position in `mmd`. */
  html: string;
}

/** Numbers of a crop's name: height, width, top, left in page space. */
const CROP_NUMBERS = /_(\d+)_(\d+)_(\d+)_(\d+)\.jpe?g$/;

/** A page's part of the MMD as HTML. Its pictures are cut from the page's own picture, so that no other file is needed. */
export async function renderPageMmd(page: InspectedPage, picture: PagePicture | undefined): Promise<RenderedMmd> {
  let mmd = "";
  const offsets = page.lines.map(({ fragment }) => {
    if (fragment === "") return -1;
    const start = mmd.length + /^\s*/.exec(fragment)![0].length;
    mmd += fragment;
    return start;
  });
  const document = parseMmd(mmd, { htmlTags: true });
  const cuts = new Map<string, string>();
  for (const name of imageTargets(document).keys()) {
    const numbers = CROP_NUMBERS.exec(name)?.slice(1).map(Number);
    if (!numbers || !picture) continue;
    const [height, width, top, left] = numbers as [number, number, number, number];
    const jpeg = await picture.cut(left / page.width, top / page.height, width / page.width, height / page.height);
    cuts.set(name, jpegAddress(jpeg));
  }
  const writer = new HtmlWriter(document, (name) => cuts.get(name));
  const blocks = document.blocks.map((block) => `<div data-from="${block.offset}">${writer.blocks([block])}</div>`);
  const notes = writer.notes();
  return { mmd, offsets, html: writer.glyphs() + blocks.join("\n") + notes };
}

/** Style of the rendered page inside a shadow root, where neither `:root` nor `body` exists. */
export function renderedStyle(): string {
  return pageStyle(DEFAULT_HTML_OPTIONS).replaceAll(":root", ":host").replaceAll("body{", "main{");
}

export function jpegAddress(jpeg: Uint8Array): string {
  return `data:image/jpeg;base64,${Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength).toString("base64")}`;
}
