// An HTML page of the formulas read worst: picture, truth, result and what differs.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { canonicalTokens } from "./canonical.js";

/**
 * @param {import("./sets.js").Scored[]} scored
 * @param {{ folder: string, count: number }} options
 * @returns {string | undefined} path of the page
 */
export function writeReport(scored, { folder, count }) {
  const worst = scored
    .filter((one) => !one.exact)
    .sort((a, b) => a.f1 - b.f1 || b.edit - a.edit)
    .slice(0, count);
  if (worst.length === 0) return undefined;
  const pictures = join(folder, "cache", "pictures");
  mkdirSync(pictures, { recursive: true });
  const rows = worst.map((one) => {
    const [truth, read] = marked(canonicalTokens(one.truth), canonicalTokens(one.read));
    return `<tr><td><img src="data:image/png;base64,${picture(one, pictures)}"><p>${one.fonts}, ${one.kind}, box F1 ${one.f1.toFixed(3)}, edit ${one.edit.toFixed(3)}</p></td>
<td><pre>${html(one.truth)}</pre><pre>${html(one.read)}</pre><p>${truth}</p><p>${read}</p></td></tr>`;
  });
  const path = join(folder, "worst.html");
  writeFileSync(
    path,
    `<!doctype html><meta charset="utf-8"><title>Formulas read worst</title>
<style>body{font:14px sans-serif}td{vertical-align:top;border-top:1px solid #999;padding:8px}pre{white-space:pre-wrap;max-width:60em}img{max-width:40em}del{background:#fbb}ins{background:#bfb}</style>
<table>${rows.join("\n")}</table>\n`,
  );
  return path;
}

function picture({ pdf, page }, folder) {
  const stem = join(folder, createHash("sha1").update(`${pdf}:${page}`).digest("hex").slice(0, 16));
  if (!existsSync(`${stem}.png`))
    spawnSync("pdftoppm", ["-r", "110", "-png", "-singlefile", "-f", String(page), "-l", String(page), pdf, stem]);
  return existsSync(`${stem}.png`) ? readFileSync(`${stem}.png`).toString("base64") : "";
}

/** Both token lists as HTML, what only one has marked. */
function marked(a, b) {
  const width = b.length + 1;
  const best = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      best[i * width + j] =
        a[i] === b[j]
          ? best[(i + 1) * width + j + 1] + 1
          : Math.max(best[(i + 1) * width + j], best[i * width + j + 1]);
  const [left, right] = [[], []];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && a[i] === b[j]) {
      left.push(html(a[i++]));
      right.push(html(b[j++]));
    } else if (j >= b.length || (i < a.length && best[(i + 1) * width + j] >= best[i * width + j + 1]))
      left.push(`<del>${html(a[i++])}</del>`);
    else right.push(`<ins>${html(b[j++])}</ins>`);
  }
  return [left.join(" "), right.join(" ")];
}

const html = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
