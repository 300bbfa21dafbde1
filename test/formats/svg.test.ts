import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { sharp } from "../../src/engine/raster/sharp.js";
import { convertMmd } from "../../src/formats/convert-mmd.js";
import { drawSvg } from "../../src/formats/draw-svg.js";
import { svgSize } from "../../src/formats/mmd/svg.js";
import { standaloneSvg } from "../../src/formats/standalone-svg.js";

describe("a drawing", () => {
  test("is drawn at three pixels to a CSS pixel, whatever tells its size", async () => {
    for (const [tag, width, height] of [
      ['<svg width="20" height="10">', 20, 10],
      ["<svg width='1in' height='36pt'>", 96, 48],
      ['<svg viewBox="0 0 40 10">', 40, 10],
      ['<svg viewBox="0,0,40,10" width="80">', 80, 20],
      ["<svg>", 300, 150],
      ['<svg width="1e9" height="99999999">', 4000, 4000],
    ] as const) {
      expect(svgSize(tag)).toEqual({ width, height });
      const png = await drawSvg(`${tag}<rect width="100%" height="100%" fill="#00f"/></svg>`);
      const facts = await sharp(png!).metadata();
      expect([facts.width, facts.height]).toEqual([width * 3, height * 3].map((side) => Math.min(side, 3000)));
    }
  });
  test("that is broken stands as its words, with a warning", async () => {
    const mmd = "<svg width=20><text>words within</text><rect</svg>";
    expect(await drawSvg(mmd)).toBeUndefined();
    const { bytes, warnings } = await convertMmd(mmd, { format: "html" });
    expect(new TextDecoder().decode(bytes)).toContain("words within");
    expect(warnings).toHaveLength(1);
  });
  test("runs nothing and refers to nothing outside of itself", () => {
    const hostile = [
      '<svg onload="alert(1)" width="9" height="9"><script>alert(2)</script>',
      '<a href="javascript:alert(3)"><image xlink:href="file:///etc/passwd"/><image href=\'http://example.org/a.png\'/></a>',
      '<style>@import url(http://example.org/a.css); rect { fill: url("http://example.org/b.svg#x") }</style>',
      '<foreignObject><iframe src="http://example.org"></iframe></foreignObject><use href="#inner"/><rect fill="url(#inner)"/></svg>',
    ].join("");
    const safe = standaloneSvg(hostile);
    expect(safe).not.toMatch(/alert|file:|example\.org|iframe/i);
    expect(safe).toContain('<use href="#inner"/>');
    expect(safe).toContain("url(#inner)");
  });
  test("does not show a file of the machine", async () => {
    const path = join(tmpdir(), `mmd-engine-svg-${process.pid}.png`);
    const secret = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#f00" } })
      .png()
      .toBuffer();
    writeFileSync(path, secret);
    const image = `<image width="9" height="9" xlink:href="${pathToFileURL(path).href}"/>`;
    const png = await drawSvg(`<svg width="9" height="9">${image.replace("xlink:href", "XLINK:HREF")}${image}</svg>`);
    const drawn = png && (await sharp(png).flatten({ background: "#fff" }).raw().toBuffer());
    expect(drawn === undefined || drawn.every((value) => value === 255)).toBe(true);
  });
  test("of many unclosed parts takes no time", async () => {
    const source = `<svg width="9" height="9">${"<script ".repeat(30_000)}${"<style>".repeat(30_000)}</svg>`;
    const start = performance.now();
    standaloneSvg(source);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
