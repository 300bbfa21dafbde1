import { readFile } from "node:fs/promises";

/** Where a page of a `log` document was worked on. */
export interface LoggedPage {
  page: number;
  thread: string;
  process: string;
}

/** What the faulty worker's `log` wrote beside the document, in the order in which pages were taken. */
export async function readPageLog(document: string): Promise<LoggedPage[]> {
  const lines = (await readFile(`${document}.log`, "utf8")).trim().split("\n");
  return lines.map((line) => {
    const [page, thread, process] = line.split(" ");
    return { page: Number(page), thread: thread!, process: process! };
  });
}
