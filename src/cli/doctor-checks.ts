import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { availableParallelism, cpus, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isRecord } from "../engine/options/option-type.js";
import { ENGINE_VERSION, PACKAGE_ROOT } from "../engine/version.js";
import { findProgram, PROGRAMS, type ProgramName } from "../formats/programs/find-program.js";

export interface Check {
  name: string;
  /** `note`: for information, or optional and absent. `missing`: the engine cannot do without. */
  status: "ok" | "note" | "missing";
  detail: string;
}

const LIBRARIES = ["pdfjs-dist", "@napi-rs/canvas", "sharp", "onnxruntime-node", "piscina", "mathpix-markdown-it"];
/** Loaded, not only found: a native library may be there for another platform. */
const NATIVE = ["@napi-rs/canvas", "sharp", "onnxruntime-node"];
const CPU_FEATURES = ["sse4_1", "avx", "avx2", "fma", "avx512f", "avx512_vnni", "avx_vnni"];
const require = createRequire(import.meta.url);

export async function runChecks(): Promise<Check[]> {
  return [
    ...platform(),
    ...LIBRARIES.map(library),
    ...(await Promise.all(NATIVE.map(loads))),
    canvasCopies(),
    ...(await models()),
    ...(Object.keys(PROGRAMS) as ProgramName[]).map(outsideProgram),
  ];
}

function platform(): Check[] {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const supported = major > 20 || (major === 20 && minor >= 19);
  const features = cpuFeatures();
  return [
    { name: "mmd-engine", status: "ok", detail: ENGINE_VERSION },
    {
      name: "node",
      status: supported ? "ok" : "missing",
      detail: supported ? process.versions.node : `${process.versions.node}; 20.19 or later is needed`,
    },
    { name: "platform", status: "ok", detail: `${process.platform} ${process.arch}${libc()}` },
    {
      name: "cpu",
      status: "ok",
      detail: `${cpus()[0]?.model.trim() ?? "unknown"}, ${availableParallelism()} cores${features ? `, ${features}` : ""}`,
    },
    { name: "memory", status: "ok", detail: `${(totalmem() / 2 ** 30).toFixed(1)} GiB` },
  ];
}

/** Only Linux says without native code. */
function cpuFeatures(): string {
  try {
    const flags = /^flags\s*:\s*(.*)$/m.exec(readFileSync("/proc/cpuinfo", "utf8"))?.[1]?.split(" ") ?? [];
    return CPU_FEATURES.filter((feature) => flags.includes(feature)).join(" ");
  } catch {
    return "";
  }
}

function libc(): string {
  const report = process.report?.getReport() as { header?: { glibcVersionRuntime?: string } } | undefined;
  const version = report?.header?.glibcVersionRuntime;
  return process.platform === "linux" ? ` (${version ? `glibc ${version}` : "no glibc"})` : "";
}

function library(name: string): Check {
  const version = installedVersion(name);
  return { name, status: version ? "ok" : "missing", detail: version ?? "not installed; run npm ci" };
}

/** Some packages do not export their package.json; it is looked for where Node looks for packages. */
function installedVersion(name: string): string | undefined {
  for (const folder of require.resolve.paths(name) ?? []) {
    const path = join(folder, name, "package.json");
    if (existsSync(path)) return (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;
  }
  return undefined;
}

async function loads(name: string): Promise<Check> {
  try {
    await import(name);
    return { name: `${name} loads`, status: "ok", detail: "yes" };
  } catch (error) {
    return { name: `${name} loads`, status: "missing", detail: (error as Error).message.split("\n")[0]! };
  }
}

/** Two versions of the native canvas in one process can end in a segmentation fault. */
function canvasCopies(): Check {
  const name = "one canvas";
  const nested = require.resolve
    .paths("pdfjs-dist")
    ?.map((folder) => join(folder, "pdfjs-dist", "node_modules", "@napi-rs", "canvas"))
    .find((folder) => existsSync(folder));
  return nested
    ? { name, status: "missing", detail: `a second copy at ${nested}; run npm dedupe` }
    : { name, status: "ok", detail: "yes" };
}

async function models(): Promise<Check[]> {
  const folder = fileURLToPath(new URL("models/", PACKAGE_ROOT));
  let manifest: unknown;
  try {
    manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
  } catch (error) {
    const absent = (error as NodeJS.ErrnoException).code === "ENOENT";
    return [
      {
        name: "models",
        status: "note",
        detail: absent ? "no manifest; recognition is not part of this installation" : String(error),
      },
    ];
  }
  const entries = isRecord(manifest) ? Object.values(manifest).filter(isRecord) : [];
  const files = entries.flatMap((entry) => [entry, ...(isRecord(entry.classes) ? [entry.classes] : [])]);
  return Promise.all(files.map((file) => checkModel(folder, String(file.file), file)));
}

async function checkModel(folder: string, file: string, model: Record<string, unknown>): Promise<Check> {
  const name = `model ${file}`;
  const path = join(folder, file);
  const info = await stat(path).catch(() => undefined);
  if (!info) return { name, status: "missing", detail: "the file is not there" };
  const sha256 = await hashFile(path);
  if (typeof model.sha256 === "string" && model.sha256 !== sha256) {
    return { name, status: "missing", detail: `sha256 ${sha256}, the manifest has ${model.sha256}` };
  }
  return { name, status: "ok", detail: `${(info.size / 1e6).toFixed(1)} MB, sha256 ${sha256}` };
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/** Formats that run a program of the machine say the same when it is missing. */
function outsideProgram(name: ProgramName): Check {
  const path = findProgram(name);
  const { commands, serves, install, variable } = PROGRAMS[name];
  if (path !== undefined) return { name, status: "ok", detail: `${path}, for ${serves}` };
  const detail = `not found; ${serves} needs one of ${commands.join(", ")}: ${install}, or set ${variable}`;
  return { name, status: "note", detail };
}
