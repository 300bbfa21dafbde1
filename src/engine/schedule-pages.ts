/**
 * Runs pages with at most `window` of them between start and acceptance, and hands each on as soon as it is done, in
 * order of completion. Rejects with the first error; the caller then aborts what still runs.
 *
 * @param mayStart resolves when the page at this index may start (back-pressure), false to start no more pages
 */
export async function schedulePages<T>(
  pages: readonly number[],
  window: number,
  run: (page: number) => Promise<T>,
  accept: (page: number, result: T) => Promise<void> | void,
  mayStart: (index: number) => Promise<boolean> | boolean = () => true,
): Promise<void> {
  let next = 0;
  let failed = false;
  const lane = async () => {
    while (next < pages.length && !failed) {
      const index = next++;
      try {
        if (!(await mayStart(index))) return;
        const page = pages[index]!;
        await accept(page, await run(page));
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(window, pages.length) }, lane));
}
