/** Sizes of text, scripts and scripts of scripts in em, as TeX's fonts have them. */
export const LEVEL_SIZES = [1, 0.7, 0.5] as const;
