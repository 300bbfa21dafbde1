import { type Crop, PAGE_DPI, type PageLayout } from "../../page.js";
import type { Region } from "../../region.js";
import type { DocumentSource, RasterImage } from "../source/document-source.js";
import { type CropKind, type PlannedCrop, planCrops } from "./plan-crops.js";
import { rawInput } from "./scale.js";
import { sharp } from "./sharp.js";

/** Finest resolution of a crop, px/in: above it a page-wide picture would exceed the memory of a worker. */
const MAX_CROP_DPI = 600;
/** Pixels of one crop; a finer picture is drawn coarser. A4 at 300 px/in has 8.7 MP; as RGBA 10 MP are 40 MB, twice that while drawn. */
const MAX_CROP_PIXELS = 10_000_000;
/** Pixels of the drawing that crops of a page share; A4 at 250 px/in has 6 MP. Crops on a larger sheet are drawn one by one. */
const MAX_SHEET_PIXELS = 10_000_000;
/** A picture must be this much finer than page space to deserve a drawing of its own. */
const FINER = 1.15;
const JPEG_QUALITY = 88;

/**
 * Draws the crops of a page. All crops at page resolution are cut from one drawing of their common rectangle if that is no
 * larger than a page; a crop over a finer embedded picture is drawn at that picture's resolution.
 */
export async function drawCrops(
  source: DocumentSource,
  layout: PageLayout,
  wanted: readonly CropKind[],
): Promise<Crop[]> {
  const planned = planCrops(layout, wanted);
  if (planned.length === 0) return [];
  const dpis = await Promise.all(planned.map((crop) => cropDpi(source, layout.page, crop)));

  const coarse = planned.filter((_, index) => dpis[index] === PAGE_DPI);
  const sheet = sharedSheet(coarse.map((crop) => crop.region));
  const drawing = sheet && (await source.raster(layout.page, PAGE_DPI, toBox(sheet)));

  const crops: Crop[] = [];
  for (const [index, crop] of planned.entries()) {
    const dpi = dpis[index]!;
    if (dpi === PAGE_DPI && drawing && sheet) {
      crops.push(await encode(crop, drawing, offsetIn(sheet, crop.region, drawing)));
    } else {
      const own = await source.raster(layout.page, dpi, toBox(crop.region));
      crops.push(await encode(crop, own, { left: 0, top: 0, width: own.width, height: own.height }));
    }
  }
  return crops;
}

/** JPEG of one region of a page, page space, as `drawCrops` makes it. */
export async function drawRegion(source: DocumentSource, page: number, region: Region): Promise<Uint8Array> {
  const dpi = await cropDpi(source, page, { region });
  const drawing = await source.raster(page, dpi, toBox(region));
  const { jpeg } = await encode({ key: 0, kind: "figure", region }, drawing, {
    left: 0,
    top: 0,
    width: drawing.width,
    height: drawing.height,
  });
  return jpeg;
}

async function cropDpi(source: DocumentSource, page: number, crop: Pick<PlannedCrop, "region">): Promise<number> {
  const native = await source.nativeDpi(page, toBox(crop.region));
  if (native < PAGE_DPI * FINER) return PAGE_DPI;
  const area = crop.region.width * crop.region.height;
  const affordable = PAGE_DPI * Math.sqrt(MAX_CROP_PIXELS / area);
  return Math.max(PAGE_DPI, Math.round(Math.min(native, MAX_CROP_DPI, affordable)));
}

interface Extract {
  left: number;
  top: number;
  width: number;
  height: number;
}

function offsetIn(sheet: Region, region: Region, drawing: RasterImage): Extract {
  const left = Math.min(region.top_left_x - sheet.top_left_x, drawing.width - 1);
  const top = Math.min(region.top_left_y - sheet.top_left_y, drawing.height - 1);
  return {
    left,
    top,
    width: Math.min(region.width, drawing.width - left),
    height: Math.min(region.height, drawing.height - top),
  };
}

async function encode(crop: PlannedCrop, drawing: RasterImage, extract: Extract): Promise<Crop> {
  const { data, info } = await sharp(...rawInput(drawing))
    .extract(extract)
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: JPEG_QUALITY, chromaSubsampling: "4:4:4" })
    .toBuffer({ resolveWithObject: true });
  // sharp hands out slices of pooled memory; a copy of its own can be moved to another thread.
  return { ...crop, jpeg: new Uint8Array(data), pixelWidth: info.width, pixelHeight: info.height };
}

function sharedSheet(regions: Region[]): Region | undefined {
  if (regions.length === 0) return undefined;
  const sheet = union(regions);
  return sheet.width * sheet.height <= MAX_SHEET_PIXELS ? sheet : undefined;
}

function union(regions: Region[]): Region {
  const left = Math.min(...regions.map((region) => region.top_left_x));
  const top = Math.min(...regions.map((region) => region.top_left_y));
  const right = Math.max(...regions.map((region) => region.top_left_x + region.width));
  const bottom = Math.max(...regions.map((region) => region.top_left_y + region.height));
  return { top_left_x: left, top_left_y: top, width: right - left, height: bottom - top };
}

function toBox(region: Region) {
  return {
    x0: region.top_left_x,
    y0: region.top_left_y,
    x1: region.top_left_x + region.width,
    y1: region.top_left_y + region.height,
  };
}
