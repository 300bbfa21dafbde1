import type { Box } from "../../../page.js";
import { binarize, type InkMask } from "../../raster/ink/binarize.js";
import { boxSides } from "../../raster/ink/box-sides.js";
import { type Component, connectedComponents } from "../../raster/ink/components.js";
import type { GreyImage } from "../../raster/ink/grey-image.js";
import { isRootShaped } from "../../raster/ink/root-shaped.js";
import { stripRules } from "../../raster/ink/strip-rules.js";
import { letterHeight } from "./letter-height.js";
import { estimateSkew } from "./skew.js";

/** Window of the local threshold, px: a few letters wide. */
const THRESHOLD_WINDOW = 51;
/** Strokes from this length on are rules, px (0.4 inch). */
const RULE_LENGTH = 80;
/** Ink at least this many letter heights wide and high is a picture. */
const PICTURE_SIZE = 9;
/**
 * Thin strokes of this many letter heights in both directions are line art, unless they make a root: a displayed sum has three. They
 * cover no more than this share of their box.
 */
const SHAPE_SIZE = 4.5;
const SHAPE_INK = 0.35;
/** Smaller specks are noise, px. */
const LEAST_AREA = 3;

/** What stands on a page image; px of the image. */
export interface PageInk {
  /** Most frequent height of letters. */
  height: number;
  /** Degrees, clockwise. */
  skew: number;
  letters: Component[];
  /** Those of the letters that look like line art. */
  shapes: Component[];
  pictures: Box[];
  rules: Box[];
  /** Sides of boxes that are too short for rules. */
  sides: Box[];
}

/** Letters, rules and pictures of a page image; undefined when it holds hardly any letters. */
export function readInk(grey: GreyImage): PageInk | undefined {
  const mask = binarize(grey, THRESHOLD_WINDOW);
  const rules = stripRules(mask, RULE_LENGTH);
  const pieces = connectedComponents(mask).filter((part) => part.area >= LEAST_AREA);
  const sides = boxSides(pieces, rules);
  const components = pieces.filter((part) => !sides.includes(part));
  const height = letterHeight(components);
  if (height === undefined) return undefined;
  const pictures = components
    .filter((part) => Math.min(part.x1 - part.x0, part.y1 - part.y0) > PICTURE_SIZE * height)
    .map(({ x0, y0, x1, y1 }) => ({ x0, y0, x1, y1 }));
  const letters = components.filter((part) => !pictures.some((picture) => inside(part, picture)));
  const shapes = letters.filter((part) => isShape(part, mask, height));
  return {
    height,
    skew: estimateSkew(uprightLetters(letters, height), height),
    letters,
    shapes,
    pictures,
    rules,
    sides,
  };
}

function isShape(part: Component, mask: InkMask, height: number): boolean {
  const [across, down] = [part.x1 - part.x0, part.y1 - part.y0];
  if (Math.min(across, down) < SHAPE_SIZE * height || part.area > SHAPE_INK * across * down) return false;
  return !isRootShaped(mask, part);
}

/** Letters of ordinary size: what tells direction and skew. */
export function uprightLetters(letters: readonly Component[], height: number): Component[] {
  return letters.filter((part) => part.y1 - part.y0 > 0.6 * height && part.y1 - part.y0 < 2.5 * height);
}

function inside(part: Box, picture: Box): boolean {
  return part.x0 >= picture.x0 && part.x1 <= picture.x1 && part.y0 >= picture.y0 && part.y1 <= picture.y1;
}
