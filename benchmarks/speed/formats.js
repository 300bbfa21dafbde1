import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { markdownTable } from "../support/table.js";

const CHILD = fileURLToPath(new URL("formats-child.js", import.meta.url));
/** Formats that need no program, and seconds a book of 300 pages may take on one core. */
const FORMATS = {
  md: 1,
  html: 6,
  docx: 8,
  pptx: undefined,
  xlsx: undefined,
  "tex.zip": 3,
  "md.zip": undefined,
  "html.zip": undefined,
};

/** Conversions of a book of 100, 300 and 1,000 pages, each in a process of its own: seconds of the processor, peak memory,
 * growth. */
export function measureFormats(sizes = [100, 300, 1000]) {
  const rows = Object.entries(FORMATS).map(([format, limit]) => {
    const runs = sizes.map((pages) => {
      const child = spawnSync(process.execPath, [CHILD, format, String(pages)], { encoding: "utf8" });
      if (child.status !== 0) throw new Error(`${format} of ${pages} pages: ${child.stderr}`);
      return JSON.parse(child.stdout);
    });
    const perPage = runs.map(({ cpuSeconds }, i) => (1000 * cpuSeconds) / sizes[i]);
    return [
      format,
      ...runs.map(({ cpuSeconds }) => cpuSeconds.toFixed(2)),
      limit === undefined ? "" : limit.toFixed(0),
      `${perPage[0].toFixed(1)} → ${perPage.at(-1).toFixed(1)}`,
      ...runs.map(({ megabytes }) => Math.round(megabytes)),
    ];
  });
  console.log(
    markdownTable(
      [
        "format",
        ...sizes.map((pages) => `${pages} p, CPU s`),
        "limit at 300",
        "ms/page",
        ...sizes.map((pages) => `${pages} p, MB`),
      ],
      rows,
    ),
  );
}
