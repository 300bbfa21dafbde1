import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { decodePage, encodePage } from "./page-file.js";
import type { FinishedPage } from "./pool/messages.js";

const PAGE_NAME = /^page-(\d+)$/;

/** Spools at work in this process: another run on the same document must not take them for left behind. */
const held = new Set<string>();

export interface SpoolRequest {
  /** Folder the spool is made in: the destination, so that files can be renamed out of it. */
  parent: string;
  /** From everything that decides what a finished page holds. */
  key: string;
  /** Keep the pages an earlier run left. */
  resume: boolean;
}

/** Finished pages of one document on disk, so that memory stays flat and an interrupted run can go on. */
export class Spool {
  private constructor(
    readonly folder: string,
    /** Pages an earlier run left, ascending. */
    readonly found: readonly number[],
    /** False when another run works on the same document: then this spool is of its own and nothing was taken over. */
    readonly exclusive: boolean,
  ) {}

  static async open({ parent, key, resume }: SpoolRequest): Promise<Spool> {
    const usual = join(parent, `.mmd-engine-${key}`);
    const ours = !held.has(usual);
    if (ours) held.add(usual);
    const free = ours && !(await isAtWork(usual));
    if (ours && !free) held.delete(usual);
    const folder = free ? usual : `${usual}-${randomUUID()}`;
    held.add(folder);
    if (free && !resume) await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "owner"), String(process.pid));
    return new Spool(folder, await finishedPages(folder), free);
  }

  async put(page: number, finished: FinishedPage): Promise<void> {
    const path = this.pathOf(page);
    await writeFile(`${path}.tmp`, encodePage(finished));
    await rename(`${path}.tmp`, path);
  }

  /** @throws InternalError `corrupt_spool` */
  async get(page: number): Promise<FinishedPage> {
    return decodePage(await readFile(this.pathOf(page)));
  }

  /** Path for a file in the making, on the file system of the destination. */
  pathFor(name: string): string {
    return join(this.folder, name);
  }

  /** Removes everything; the run is complete or not worth keeping. */
  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
    held.delete(this.folder);
  }

  /** Leaves the pages for a later run. */
  async leave(): Promise<void> {
    await rm(join(this.folder, "owner"), { force: true });
    held.delete(this.folder);
  }

  private pathOf(page: number): string {
    return join(this.folder, `page-${String(page).padStart(6, "0")}`);
  }
}

/** Key of a spool: hexadecimal digits that change with any of the parts. */
export function spoolKey(parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 24);
}

async function finishedPages(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  return names
    .map((name) => Number(PAGE_NAME.exec(name)?.[1] ?? 0))
    .filter((page) => page > 0)
    .sort((a, b) => a - b);
}

/** Whether another living process owns the spool. Our own number in it is that of a predecessor with the same number. */
async function isAtWork(folder: string): Promise<boolean> {
  const text = await readFile(join(folder, "owner"), "utf8").catch(() => "");
  const owner = Number(text);
  if (!Number.isInteger(owner) || owner <= 0 || owner === process.pid) return false;
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
