import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-dev-shm-usage",
  "--remote-debugging-pipe",
  "--window-size=1500,1000",
];

/** A headless Chromium, spoken to over the DevTools pipe (NUL-ended JSON on file descriptors 3 and 4), with one open page. */
export class Chromium {
  #child;
  #profile;
  #session;
  #next = 1;
  #waiting = new Map();
  #listeners = new Map();
  #rest = "";
  /** Errors and warnings the page has printed. */
  complaints = [];

  /** @param {string} [program] */
  static async start(program = process.env.CHROMIUM ?? "chromium") {
    const browser = new Chromium();
    browser.#profile = await mkdtemp(join(tmpdir(), "chromium-"));
    browser.#child = spawn(program, [...FLAGS, `--user-data-dir=${browser.#profile}`], {
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    });
    browser.#child.stdio[4].on("data", (data) => browser.#receive(data));
    const failed = new Promise((_, reject) => browser.#child.once("error", reject));
    await Promise.race([browser.#openPage(), failed]);
    return browser;
  }

  async #openPage() {
    const { targetId } = await this.#send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await this.#send("Target.attachToTarget", { targetId, flatten: true });
    this.#session = sessionId;
    await this.#send("Page.enable");
    await this.#send("Runtime.enable");
    await this.#send("Log.enable");
    this.#listeners.set("Runtime.exceptionThrown", ({ exceptionDetails }) =>
      this.complaints.push(exceptionDetails.exception?.description ?? exceptionDetails.text),
    );
    this.#listeners.set("Log.entryAdded", ({ entry }) => {
      if (entry.level === "error") this.complaints.push(entry.text);
    });
  }

  /** Loads an address; resolves once the load event has fired. Returns milliseconds. */
  async open(url) {
    const start = performance.now();
    const loaded = new Promise((resolve) => this.#listeners.set("Page.loadEventFired", resolve));
    await this.#send("Page.navigate", { url });
    await loaded;
    return performance.now() - start;
  }

  /** Value of a JavaScript expression in the page; it may be a promise. */
  async evaluate(expression) {
    const { result, exceptionDetails } = await this.#send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async press(key) {
    const text = key.length === 1 ? { text: key } : {};
    await this.#send("Input.dispatchKeyEvent", { type: "keyDown", key, ...text });
    await this.#send("Input.dispatchKeyEvent", { type: "keyUp", key });
  }

  /** @param {"mouseMoved" | "mousePressed" | "mouseReleased"} type */
  async mouse(type, x, y) {
    await this.#send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 });
  }

  /** PNG of the window. */
  async screenshot() {
    const { data } = await this.#send("Page.captureScreenshot", { format: "png" });
    return Buffer.from(data, "base64");
  }

  async close() {
    const over = new Promise((resolve) => this.#child.once("close", resolve));
    await this.#send("Browser.close", {}, false).catch(() => this.#child.kill());
    await over;
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  #send(method, params = {}, inPage = true) {
    const id = this.#next++;
    const sessionId = inPage ? this.#session : undefined;
    this.#child.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #receive(data) {
    const parts = (this.#rest + data.toString()).split("\0");
    this.#rest = parts.pop() ?? "";
    for (const part of parts) {
      const { id, method, params, result, error } = JSON.parse(part);
      const waiting = this.#waiting.get(id);
      if (waiting) {
        this.#waiting.delete(id);
        if (error) waiting.reject(new Error(error.message));
        else waiting.resolve(result);
      } else this.#listeners.get(method)?.(params);
    }
  }
}
