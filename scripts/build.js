// Compiles src/ to dist/ and makes the command line executable. Data files beside the sources travel along: *.json by the
// compiler, what runs in a browser (src/inspect/viewer) by copying.
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const buildInfo = "node_modules/.cache/tsc/build.tsbuildinfo";
if (!existsSync("dist")) rmSync(buildInfo, { force: true });
mkdirSync("node_modules/.cache/tsc", { recursive: true });
execFileSync(process.execPath, [require.resolve("typescript/bin/tsc"), "-p", "tsconfig.json"], { stdio: "inherit" });
if (existsSync("dist/cli/main.js")) chmodSync("dist/cli/main.js", 0o755);
cpSync("src/inspect/viewer", "dist/inspect/viewer", { recursive: true });
