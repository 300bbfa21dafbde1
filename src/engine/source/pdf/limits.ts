/** Caps on what one PDF page may hold, each with its reason. They bound our own loops; pdf.js has its own. */

/** The densest real page seen (a timetable in 4 pt) has 12,000 glyphs; a page beyond ten times that is hostile. */
export const MAX_GLYPHS_PER_PAGE = 150_000;

/** Path commands read per page. Maps and scatter plots reach one million; beyond, the drawing is still one drawing. */
export const MAX_PATH_COMMANDS_PER_PAGE = 3_000_000;

/** Vector pieces kept per page before clustering, which is quadratic in the worst case. */
export const MAX_PIECES_PER_PAGE = 60_000;

/** Rules, fills and pictures kept per page: the densest ledger seen has 6,000 rules. */
export const MAX_SHAPES_PER_PAGE = 40_000;

/** Nesting of save, forms and groups; pdf.js itself stops following forms that contain themselves. */
export const MAX_STATE_DEPTH = 2_000;

/** Longest page side in page space, px: 80 in. A CAD plot beyond is shrunk so that rasters and layout stay bounded. */
export const MAX_PAGE_SIDE = 20_000;

/**
 * Pixels of one embedded image that pdf.js may decode: a 600 px/in A3 scan has 70 million; above, RGBA takes
 * more than 500 MB.
 */
export const MAX_IMAGE_PIXELS = 120_000_000;

/** Pages after which pdf.js's document caches (fonts, images) are dropped: keeps memory flat at ~1 % of the time. */
export const PAGES_BETWEEN_CLEANUPS = 10;

/** Inflated size of one stream. Raw A3 scans at 600 px/in take 210 MB; a stream of more is a bomb. */
export const MAX_STREAM_BYTES = 400_000_000;
