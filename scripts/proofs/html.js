// The HTML of every golden construct in Chromium: no console error, no request, no script, names for figures and formulas.
//   node scripts/proofs/html.js [FOLDER for pictures of the pages]
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { convertMmd } from "../../dist/formats/convert-mmd.js";
import { Chromium } from "../../test/browser/chromium.js";
import { picture } from "./picture.js";

const GOLDEN = new URL("../../test/golden/", import.meta.url).pathname;
const FORMULAS = readFileSync(new URL("formulas.txt", import.meta.url), "utf8")
  .trim()
  .split("\n");

/** Run in the page: what is wrong with it. */
const LOOK = `(() => {
  const wrong = [];
  const say = (what, node) => wrong.push(what + ": " + node.outerHTML.slice(0, 120));
  for (const node of document.querySelectorAll("img")) if (!node.hasAttribute("alt") || node.naturalWidth === 0) say("picture", node);
  for (const node of document.querySelectorAll("figure")) if (!node.querySelector("figcaption")?.textContent.trim()) say("figure without a caption", node);
  for (const node of document.querySelectorAll("main svg"))
    if (node.closest(".math, .equation") && !node.closest("[aria-hidden=true]")) say("formula drawing that is read out", node);
  for (const node of document.querySelectorAll(".math, .equation")) if (!node.querySelector("math")) say("formula without MathML", node);
  for (const node of document.querySelectorAll("use")) if (!document.querySelector(node.getAttribute("href"))) say("glyph that is not there", node);
  for (const node of document.querySelectorAll("main a[href^='#']")) if (!document.getElementById(decodeURIComponent(node.getAttribute("href").slice(1)))) say("link to nowhere", node);
  if (!document.documentElement.lang) wrong.push("no language");
  if (!document.title) wrong.push("no title");
  if (document.scripts.length > 0) wrong.push("a script");
  if (document.documentElement.scrollWidth > innerWidth + 1) wrong.push("wider than the window");
  for (const { name } of performance.getEntriesByType("resource")) if (!name.startsWith("data:")) wrong.push("request for " + name);
  return wrong;
})()`;

const drawn = await picture();
const documents = readdirSync(GOLDEN, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith(".mmd"))
  .map((file) => [file, readFileSync(join(GOLDEN, file), "utf8")]);
documents.push(["formulas", FORMULAS.map((latex) => `\\[\n${latex}\n\\]`).join("\n\n")]);
documents.push(["inline formulas", FORMULAS.map((latex) => `Text \\(${latex}\\) goes on.`).join("\n\n")]);

const folder = mkdtempSync(join(tmpdir(), "html-"));
const browser = await Chromium.start();
const wrong = [];
try {
  for (const [name, mmd] of documents) {
    const { bytes, warnings } = await convertMmd(mmd, { format: "html", images: async () => drawn });
    const path = join(folder, "page.html");
    writeFileSync(path, bytes);
    browser.complaints.length = 0;
    await browser.open(pathToFileURL(path).href);
    // constructs that are there to be shown as text, with a warning
    const unexpected = warnings.filter(
      (warning) => !/^formats\/mmd\/(?:unknown|icons)\.mmd$/.test(name) || !/ shown as /.test(warning),
    );
    wrong.push(
      ...[...(await browser.evaluate(LOOK)), ...browser.complaints, ...unexpected].map((what) => `${name}: ${what}`),
    );
    const pictures = process.argv[2];
    if (pictures) writeFileSync(join(pictures, `${name.replace(/\W+/g, "-")}.png`), await browser.screenshot());
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
for (const what of wrong) console.error(what);
console.log(`${documents.length} pages in Chromium, ${wrong.length} faults`);
process.exitCode = wrong.length > 0 ? 1 : 0;
