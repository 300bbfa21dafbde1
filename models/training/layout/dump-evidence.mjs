// Prints what the engine sees on every page of a marked PDF, one JSON object a line: node dump-evidence.mjs file.pdf
// Glyphs as [x0, y0, x1, y1, baseline, size, colour, letter], lines as [kind, x0, y0, x1, y1] as the rules name them, in page space
// (250 px per inch). Run `npm run build` in the project first.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { openSource } from "../../../dist/engine/source/open-source.js";
import { layoutPage } from "../../../dist/layout/layout-page.js";

const [path] = process.argv.slice(2);
const source = await openSource(new Uint8Array(await readFile(path)), { file: basename(path) });
const round = (value) => Math.round(value * 10) / 10;
const box = ({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].map(round);
for (let page = 1; page <= source.pageCount; page++) {
  const evidence = await source.evidence(page);
  const { width, height, glyphs, rules, pictures } = evidence;
  const shown = glyphs.filter(({ visible, text, angle }) => visible && text !== " " && angle === 0);
  console.log(
    JSON.stringify({
      page,
      width,
      height,
      turned: glyphs.filter(({ angle }) => angle !== 0).length,
      glyphs: shown.map((glyph) => [...box(glyph.box), round(glyph.y), round(glyph.size), glyph.color, glyph.text]),
      rules: rules.map((rule) => [...box(rule.box), rule.color]),
      pictures: pictures.map((picture) => box(picture.box)),
      lines: layoutPage(evidence).blocks.flatMap(({ kind, lines }) => lines.map((line) => [kind, ...box(line.box)])),
    }),
  );
  await source.release(page);
}
await source.close();
