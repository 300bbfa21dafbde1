import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../golden/formats/mmd/", import.meta.url));

/** One example per construct of the language, written by us, from `golden/formats/mmd`; every format has a golden for each. */
export const LANGUAGE: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(FOLDER)
    .sort()
    .map((file) => [basename(file, ".mmd"), readFileSync(join(FOLDER, file), "utf8").trimEnd()]),
);
