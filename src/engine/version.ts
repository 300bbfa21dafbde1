import { readFileSync } from "node:fs";

/** Folder of the package: where package.json and models/ are. */
export const PACKAGE_ROOT = new URL("../../", import.meta.url);

export const ENGINE_VERSION: string = (
  JSON.parse(readFileSync(new URL("package.json", PACKAGE_ROOT), "utf8")) as { version: string }
).version;
