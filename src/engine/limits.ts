/** Every cap of the engine in one place, each with its reason. Bytes, pixels, pages and seconds as named. */

/** The vendor's document limit; also keeps offsets within 32 bits. */
export const MAX_INPUT_BYTES = 1_000_000_000;

/** A page count is one number in a hostile file; the largest real books have about 5,000 pages. */
export const MAX_PAGES = 20_000;

/** Pixels of one page drawing: 100 MP as RGBA is 400 MB, what a worker can hold once. A0 at 250 px/in has 97 MP. */
export const MAX_RASTER_PIXELS = 100_000_000;

/** A sound page takes 0.1 s born-digital and some 10 s scanned; ten times the worst of them means it hangs. */
export const DEFAULT_PAGE_DEADLINE_SECONDS = 60;

/** Loading the worker's modules takes 0.5 s; on a machine that swaps, many times that. Counts until a task starts. */
export const WORKER_START_SECONDS = 30;

/** Opening reads the cross-reference table only; a file that takes longer loops. */
export const OPEN_DEADLINE_SECONDS = 30;

/** One format of a 1,000-page document takes about 20 s; LaTeX runs up to three passes. */
export const CONVERSION_DEADLINE_SECONDS = 300;

/** Formats that draw every page get this much more for each: one takes half a second, a crowded map some. */
export const PAGE_DRAWING_DEADLINE_SECONDS = 5;

/** MMD that is rewritten in the calling thread, which no deadline ends: 20 dense pages take 0.1 s, and no hostile input of this size tried takes 3 s. */
export const MAX_LIGHT_BYTES = 100_000;

/** JavaScript heap of a worker. Bounds a hostile object graph; typed arrays and native memory are not counted. */
export const WORKER_HEAP_MB = 1024;

/**
 * Young generation of a worker's heap, three half-spaces of which V8 fills by itself up to 48 MB. Of 8, 16, 32 and 48 this is the least
 * that costs next to no time (350 pages, 2 workers: 53.3, 50.2, 49.3, 49.3 s of processor; peak 550, 550, 626, 600 MB).
 */
export const WORKER_YOUNG_HEAP_MB = 16;

/** pdf.js and the native canvas keep caches that only the end of the thread frees; restarting costs 0.5 s. */
export const WORKER_MAX_PAGES = 400;

/**
 * What ended workers leave behind only the end of their process frees (about 100 MB in 1,000 pages). With 100, 150 and no end: 0.200, 0.184 and
 * 0.176 s of processor a page; growth over 1,000 pages 4, 28 and 41 to 73 MB.
 */
export const PROCESS_MAX_PAGES_PER_WORKER = 150;

/**
 * Resident memory at which a worker is replaced, above what the process had when its workers started: a share for the
 * process and one for each worker. A worker in full swing takes some 150 MB, most of it heap and one page drawing.
 */
export const RSS_GROWTH_BASE_BYTES = 120_000_000;
export const RSS_GROWTH_PER_WORKER_BYTES = 145_000_000;

/** Pages a worker must have done before memory alone replaces it; else a document of huge pages would restart it for each. */
export const RSS_RECYCLE_MIN_PAGES = 60;

/** Documents a worker keeps open: the one it works on and the one that ends or starts beside it. */
export const OPEN_DOCUMENTS_PER_WORKER = 2;

/** Pages handed out and not yet stored, per worker: one running and one waiting keeps every worker busy. */
export const PAGES_IN_FLIGHT_PER_WORKER = 2;

/** Pages after the one it emits that `pages()` knows: running heads show on the second or third repetition. */
export const LOOK_AHEAD_PAGES = 2;

/** Above this many threads the single writer is the bottleneck. */
export const MAX_WORKERS = 64;
