// One conversion in a process of its own: formats-child.js FORMAT PAGES
import { performance } from "node:perf_hooks";
import { sharp } from "../../dist/engine/raster/sharp.js";
import { convertMmd } from "../../dist/formats/convert-mmd.js";
import { bookMmd } from "./book.js";

const [format, pages] = [process.argv[2], Number(process.argv[3])];
const noise = sharp({
  create: { width: 800, height: 500, channels: 3, noise: { type: "gaussian", mean: 190, sigma: 12 } },
});
const picture = new Uint8Array(await noise.jpeg({ quality: 80 }).toBuffer());
const mmd = bookMmd(pages);
const start = performance.now();
const before = process.cpuUsage();
const { bytes } = await convertMmd(mmd, { format, images: async () => picture.slice() });
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(before);
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ seconds, cpuSeconds: (user + system) / 1e6, megabytes, bytes: bytes.length }));
