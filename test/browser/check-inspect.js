// Opens what `mmd-engine inspect` writes in a real browser and uses it: node test/browser/check-inspect.js [--keep DIR]
// Needs `npm run build` and Chromium (CHROMIUM=path names another one).
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { Chromium } from "./chromium.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const MAIN = join(ROOT, "dist/cli/main.js");
const SAMPLE = join(ROOT, "examples/pendulum.pdf");
/** Opening a long document must not make anybody wait: 0.4 s here, 2 s with all cores busy. */
const LONG_PAGES = 200;
const LONG_OPEN_MS = 5000;

const { values } = parseArgs({ options: { keep: { type: "string" } } });
const folder = values.keep ?? (await mkdtemp(join(tmpdir(), "check-inspect-")));
const inspect = (...args) => execFileSync(process.execPath, [MAIN, "inspect", ...args], { encoding: "utf8" });
const address = (path) => pathToFileURL(path).href;

const browser = await Chromium.start();
const visible = (selector) =>
  browser.evaluate(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].filter((one) => one.checkVisibility()).length`,
  );
const pageShown = () => browser.evaluate("document.body.dataset.page");

const CHECKS = {
  async "a document: pictures, boxes, order, rendered MMD"() {
    const path = join(folder, "pendulum.html");
    inspect(SAMPLE, "-o", path);
    await browser.open(address(path));
    assert.equal(await pageShown(), "1");
    assert.ok(await browser.evaluate("document.querySelector('#paper img').decode().then(() => true)"));
    assert.ok((await visible(".box")) > 20, "boxes are drawn");
    assert.ok((await visible(".arrow")) > 5, "reading order is drawn");
    const text = await browser.evaluate("document.querySelector('#rendered').shadowRoot.textContent");
    assert.match(text, /pendulum/i);
    if (values.keep) await writeFile(join(folder, "pendulum.png"), await browser.screenshot());
  },

  async "keys turn pages and the address remembers"() {
    await browser.press("PageDown");
    assert.equal(await pageShown(), "2");
    await browser.press("ArrowLeft");
    assert.equal(await pageShown(), "1");
    await browser.press("End");
    const last = await pageShown();
    assert.ok(Number(last) > 1);
    assert.equal(await browser.evaluate("location.hash"), `#p=${last}`);
    await browser.press("Home");
    assert.equal(await pageShown(), "1");
  },

  async "types are filtered, parts are toggled"() {
    const all = await visible(".box");
    const before = await visible('.box[style*="1f77b4"]');
    assert.ok(before > 0);
    await browser.evaluate(`document.querySelector('#types [data-type="text"]').click()`);
    assert.equal(await visible(".box"), all - before);
    await browser.press("a");
    await browser.press("o");
    assert.equal(await visible(".arrow"), 0);
    await browser.press("o");
    await browser.press("m");
    assert.match(await browser.evaluate("document.querySelector('#source').textContent"), /\\title\{/);
    await browser.press("m");
  },

  async "hovering shows the text, a click the record and its place in the MMD"() {
    const line = `[...document.querySelectorAll('.box:not(.container)')].find((one) => one.checkVisibility())`;
    const { x, y } = await browser.evaluate(
      `(() => { const r = ${line}.getBoundingClientRect(); return { x: r.x + r.width / 2, y: r.y + r.height / 2 }; })()`,
    );
    await browser.mouse("mouseMoved", x, y);
    assert.ok((await browser.evaluate("document.querySelector('#hover').textContent")).length > 5);
    await browser.mouse("mousePressed", x, y);
    await browser.mouse("mouseReleased", x, y);
    assert.match(await browser.evaluate("document.querySelector('#detail').textContent"), /confidence/);
    assert.equal(
      await browser.evaluate("document.querySelector('#rendered').shadowRoot.querySelectorAll('.here').length"),
      1,
    );
  },

  async "pictures beside the file are found from the file system"() {
    const path = join(folder, "with # beside.html");
    inspect(SAMPLE, "-o", path, "--pictures", "beside");
    await browser.open(address(path));
    assert.ok(await browser.evaluate("document.querySelector('#paper img').decode().then(() => true)"));
  },

  async "hostile text stays text"() {
    const path = join(folder, "hostile.lines.json");
    const text = `</script><script>document.title="broken"</script><img src=x onerror="document.title='broken'">`;
    await writeFile(path, JSON.stringify({ pages: [pageOf(1, [text])] }));
    inspect(path, "-o", join(folder, "hostile.html"));
    await browser.open(address(join(folder, "hostile.html")));
    assert.equal(await pageShown(), "1");
    assert.equal(await browser.evaluate("document.title"), "hostile");
  },

  async [`${LONG_PAGES} pages open in ${LONG_OPEN_MS / 1000} s, the last page too`]() {
    const picture = await samplePicture();
    const pages = Array.from({ length: LONG_PAGES }, (_, index) => pageOf(index + 1, longLines(index)));
    const path = join(folder, "long.lines.json");
    await writeFile(path, JSON.stringify({ pages }));
    inspect(path, "-o", join(folder, "long.html"));
    // every page gets a real page's picture, without drawing it two hundred times
    const html = await readFile(join(folder, "long.html"), "utf8");
    await writeFile(join(folder, "long.html"), html.replaceAll('{"page":', `{"image":"${picture}","page":`));
    const milliseconds = await browser.open(`${address(join(folder, "long.html"))}#p=${LONG_PAGES}`);
    assert.equal(await pageShown(), String(LONG_PAGES));
    assert.ok(milliseconds < LONG_OPEN_MS, `opened in ${Math.round(milliseconds)} ms`);
    return `${Math.round(milliseconds)} ms`;
  },
};

async function samplePicture() {
  const html = await readFile(join(folder, "pendulum.html"), "utf8");
  return /"image":"(data:image\/jpeg;base64,[^"]+)"/.exec(html)[1];
}

function pageOf(page, texts) {
  return {
    image_id: `long-${page}`,
    page,
    page_width: 2125,
    page_height: 2750,
    lines: texts.map((text, index) => ({
      id: `${page}-${index}`,
      type: "text",
      line: index + 1,
      column: 0,
      conversion_output: true,
      region: { top_left_x: 300, top_left_y: 300 + 40 * index, width: 1500, height: 36 },
      text,
      text_display: index === 0 ? `\n\n${text}` : ` ${text}`,
      confidence: 0.9,
      confidence_rate: 0.99,
    })),
  };
}

function longLines(page) {
  return Array.from(
    { length: 50 },
    (_, line) => `Page ${page + 1}, line ${line + 1} of a book without end, and more words to fill it.`,
  );
}

let failed = 0;
try {
  for (const [name, check] of Object.entries(CHECKS)) {
    try {
      const note = await check();
      assert.deepEqual(browser.complaints.splice(0), []);
      console.log(`ok    ${name}${note ? ` (${note})` : ""}`);
    } catch (error) {
      failed++;
      console.log(`FAIL  ${name}\n${error.stack}`);
    }
  }
} finally {
  await browser.close();
  if (!values.keep) await rm(folder, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;
