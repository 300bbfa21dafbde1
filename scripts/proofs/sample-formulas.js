import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** The same share of each file, evenly spread: the same formulas on every run. */
export function sampleFormulas(folder, count) {
  if (!existsSync(folder)) throw new Error(`Expected a folder of formulas but there is no ${folder}`);
  const files = readdirSync(folder)
    .filter((name) => /^formulas.*\.jsonl\.gz$/.test(name))
    .sort();
  return files.flatMap((name) => {
    const lines = gunzipSync(readFileSync(join(folder, name)))
      .toString("utf8")
      .trim()
      .split("\n");
    const wanted = Math.min(lines.length, Math.ceil(count / files.length));
    return Array.from({ length: wanted }, (_, i) => {
      const { latex, env } = JSON.parse(lines[Math.floor((i * lines.length) / wanted)]);
      const line = latex.replace(/\s*\n\s*/g, " ").trim();
      return env ? `\\begin{aligned}${line.replace(/^\[/, "{}[")}\\end{aligned}` : line;
    });
  });
}

/** The formulas of our own in formulas.txt. */
export function ownFormulas() {
  const text = readFileSync(new URL("formulas.txt", import.meta.url), "utf8");
  return text.split("\n").filter((line) => line.trim() !== "");
}
