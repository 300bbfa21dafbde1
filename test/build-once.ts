import { spawnSync } from "node:child_process";

/**
 * Worker threads and the command line run the compiled engine, so the tests need an up-to-date `dist/`. Type errors do
 * not stop the compiler from emitting; `npm run types` is what reports them.
 */
export function setup(): void {
  spawnSync(process.execPath, ["scripts/build.js"], { stdio: "ignore" });
}
