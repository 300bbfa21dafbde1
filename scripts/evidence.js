// Prints what the engine sees on a page of a PDF or image: `node scripts/evidence.js file.pdf 3 [--json] [--glyphs]`.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { openSource } from "../dist/engine/source/open-source.js";

const args = process.argv.slice(2);
const [path, pageArgument] = args.filter((argument) => !argument.startsWith("--"));
if (!path) {
  console.error("usage: node scripts/evidence.js <file> [page] [--json] [--glyphs]");
  process.exit(2);
}
const data = await readFile(path);
const source = await openSource(new Uint8Array(data), { file: basename(path) });
const page = Number(pageArgument ?? 1);
const started = performance.now();
const evidence = await source.evidence(page);
const elapsed = performance.now() - started;
if (args.includes("--json")) console.log(JSON.stringify(evidence));
else print(evidence);
await source.release(page);
await source.close();

function print(e) {
  console.log(
    `page ${e.page} of ${source.pageCount}: ${e.width} × ${e.height} px, evidence in ${elapsed.toFixed(0)} ms`,
  );
  console.log(`text layer: ${e.textLayer.verdict}${e.textLayer.reasons.map((r) => `\n  ${r}`).join("")}`);
  console.log(`\nfonts:`);
  for (const [index, f] of e.fonts.entries()) {
    const flags = ["bold", "italic", "monospace", "serif", "math"].filter((flag) => f[flag]).join(" ");
    const count = e.glyphs.filter((g) => g.font === index).length;
    console.log(`  ${index} ${f.name || "(no name)"} ${f.kind} ${f.encoding ?? ""} [${flags}] ${count} glyphs`);
  }
  console.log(`\n${e.glyphs.length} glyphs:`);
  for (const line of baselines(e.glyphs)) {
    const { x, y, size, angle, visible } = line[0];
    const where = `${Math.round(x)},${Math.round(y)}`.padEnd(10);
    const mark = `${angle ? ` ${angle.toFixed(1)}°` : ""}${visible ? "" : " hidden"}`;
    console.log(`${where} ${size.toFixed(1).padStart(5)}px${mark} ${textOf(line)}`);
    if (args.includes("--glyphs")) for (const g of line) console.log(`    ${glyphLine(g)}`);
  }
  list(
    "rules",
    e.rules,
    (r) => `${r.direction[0]} ${box(r.box)} thickness ${r.thickness.toFixed(1)} ${color(r.color)}`,
  );
  list("fills", e.fills, (f) => `${box(f.box)} ${color(f.color)}`);
  list(
    "pictures",
    e.pictures,
    (p) => `${box(p.box)} ${p.pixelWidth} × ${p.pixelHeight} px${p.stencil ? " stencil" : ""}`,
  );
  list(
    "drawings",
    e.drawings,
    (d) => `${box(d.box)} ${d.paths} paths ${d.segments} segments ${(d.curves * 100).toFixed(0)} % curves`,
  );
  list("links", e.links, (l) => `${box(l.box)} ${l.url}`);
}

/** Runs of glyphs in painting order that stay on one baseline. */
function baselines(glyphs) {
  const lines = [];
  for (const glyph of glyphs) {
    const last = lines.at(-1)?.at(-1);
    const turned = glyph.angle === 90 || glyph.angle === 270;
    const same = last && last.angle === glyph.angle && Math.abs(turned ? last.x - glyph.x : last.y - glyph.y) < 1;
    if (same) lines.at(-1).push(glyph);
    else lines.push([glyph]);
  }
  return lines;
}

function textOf(line) {
  let text = "";
  let end;
  for (const g of line) {
    const along = g.angle === 90 ? g.y : g.angle === 270 ? -g.y : g.x;
    if (end !== undefined && along - end > 0.15 * g.size) text += " ";
    text += g.text || (g.name ? `‹${g.name}›` : "¤");
    end = along + g.advance;
  }
  return text;
}

function glyphLine(g) {
  return `${JSON.stringify(g.text)} ${g.name ?? "-"} #${g.code} font ${g.font} ${g.identity} pen ${g.x.toFixed(1)},${g.y.toFixed(1)} +${g.advance.toFixed(1)} ${box(g.box)}${g.exact ? "" : " estimated"}`;
}

function list(title, items, show) {
  console.log(`\n${items.length} ${title}${items.length ? ":" : ""}`);
  for (const item of items.slice(0, 200)) console.log(`  ${show(item)}`);
  if (items.length > 200) console.log(`  … ${items.length - 200} more`);
}

function box(b) {
  return `[${[b.x0, b.y0, b.x1, b.y1].map((v) => v.toFixed(1)).join(" ")}]`;
}

function color(c) {
  return `#${c.toString(16).padStart(6, "0")}`;
}
