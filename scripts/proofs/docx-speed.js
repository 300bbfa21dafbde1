// Time and memory of the docx of a book: node scripts/proofs/docx-speed.js [pages …]; a picture is 100 kB.
import { performance } from "node:perf_hooks";
import { convertMmd } from "../../dist/formats/convert-mmd.js";
import { bookMmd } from "./book.js";

const picture = new Uint8Array(100_000).map((_, i) => (i * 7919) & 255);
picture.set([0xff, 0xd8, 0xff, 0xe0]);

const sizes = process.argv.slice(2).map(Number);
for (const pages of sizes.length > 0 ? sizes : [100, 300, 1000]) {
  const mmd = bookMmd(pages);
  const start = performance.now();
  const { bytes, warnings } = await convertMmd(mmd, { format: "docx", images: async () => picture.slice() });
  const seconds = (performance.now() - start) / 1000;
  const peak = process.resourceUsage().maxRSS / 1024;
  const megabytes = (bytes.length / 1e6).toFixed(1);
  console.log(
    `${pages} pages: ${seconds.toFixed(2)} s, ${megabytes} MB, peak ${peak.toFixed(0)} MB, ${warnings.length} warnings`,
  );
}
