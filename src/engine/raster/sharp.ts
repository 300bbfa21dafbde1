/** The only file that imports sharp: libvips with one thread and no cache, since the worker pool is the parallelism. */
import sharp from "sharp";

sharp.concurrency(1);
sharp.cache(false);
sharp.simd(true);

export { sharp };
