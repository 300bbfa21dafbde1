// Pages of running text with formulas in and between the paragraphs. Every formula has a colour of its own, which the engine does not look at:
// it tells which glyphs of the PDF are whose.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { FONT_SETUPS, preambleOf } from "./font-setups.js";

const INLINE = 0x10;
const DISPLAY = 0x20;
const WORDS_BETWEEN = [5, 16];
const FORMULAS_IN_PARAGRAPH = [3, 8];
const TEX_SECONDS = 300;

/** Small deterministic generator (Lehmer, modulus 2^31 - 1). */
function randomFrom(seed) {
  let state = seed;
  return (low, high) => {
    state = (state * 48271) % 2147483647;
    return low + (state % (high - low + 1));
  };
}

/** Words of running English text. */
export function proseWords(/** @type {string} */ corpus) {
  const text = gunzipSync(readFileSync(join(corpus, "text-en.txt.gz"))).toString();
  const lines = text.split("\n").filter((line) => /^[A-Z][A-Za-z ,;.'()0-9-]{200,}$/.test(line));
  return lines.flatMap((line) => line.split(" "));
}

const colour = (kind, id) => `\\color[RGB]{${kind},${id >> 8},${id & 255}}`;

/** Kind and index of the formula a glyph belongs to, or undefined for text. */
export function formulaOfColour(color) {
  const kind = color >> 16;
  if (kind === INLINE) return { kind: "inline", id: color & 0xffff };
  if (kind === DISPLAY) return { kind: "display", id: color & 0xffff };
  return undefined;
}

/**
 * @param {{ inline: string[], display: string[], corpus: string, cache: string, fonts: string }} options formulas that TeX is known to accept
 * @returns {string} path of the PDF
 */
export function typesetPages({ inline, display, corpus, cache, fonts }) {
  const document = texDocument({ inline, display, words: proseWords(corpus), fonts });
  const folder = join(cache, `pages-${fonts}-${createHash("sha1").update(document).digest("hex").slice(0, 12)}`);
  const pdf = join(folder, "pages.pdf");
  if (existsSync(join(folder, "done"))) return pdf;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "pages.tex"), document);
  spawnSync(FONT_SETUPS[fonts].engine ?? "pdflatex", ["-interaction=nonstopmode", "pages.tex"], {
    cwd: folder,
    stdio: "ignore",
    timeout: TEX_SECONDS * 1000,
  });
  if (!existsSync(pdf)) throw new Error(`TeX made no PDF of ${folder}`);
  writeFileSync(join(folder, "done"), "");
  return pdf;
}

function texDocument({ inline, display, words, fonts }) {
  const random = randomFrom(1);
  let at = 0;
  const prose = (count) => {
    const taken = [];
    for (let i = 0; i < count; i++) taken.push(words[at++ % words.length].replace(/[#$%&_{}~^\\]/g, ""));
    return taken.join(" ");
  };
  const lines = [
    preambleOf(fonts),
    "\\usepackage{xcolor}\\usepackage[a4paper,margin=1in]{geometry}\\emergencystretch=3em",
    "\\begin{document}",
  ];
  let next = 0;
  for (let id = 0; id < inline.length || next < display.length; ) {
    const parts = [prose(random(...WORDS_BETWEEN))];
    for (let n = random(...FORMULAS_IN_PARAGRAPH); n > 0 && id < inline.length; n--, id++)
      parts.push(`{${colour(INLINE, id)}$${inline[id].replaceAll("\n", " ")}$}`, prose(random(...WORDS_BETWEEN)));
    lines.push(parts.join(" "));
    if (next < display.length) {
      // In a group of its own, so that the number stays black.
      const body = `{${colour(DISPLAY, next)}${display[next].replaceAll("\n", " ")}}`;
      lines.push(random(0, 9) < 4 ? `\\begin{equation}${body}\\end{equation}` : `\\[${body}\\]`, prose(random(8, 30)));
      next++;
    }
    lines.push("");
  }
  return [...lines, "\\end{document}"].join("\n");
}
