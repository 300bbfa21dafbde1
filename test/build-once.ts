import { execFileSync } from "node:child_process";

/** Worker threads and the command line run the compiled engine, so the tests need an up-to-date `dist/`. */
export function setup(): void {
  execFileSync(process.execPath, ["scripts/build.js"], { stdio: "inherit" });
}
