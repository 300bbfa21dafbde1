/** Milliseconds of the monotonic clock, the same in every thread of the process. */
export const monotonicMs = (): number => Number(process.hrtime.bigint() / 1000n) / 1000;
