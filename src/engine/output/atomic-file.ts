import { randomUUID } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";

/** File that grows under a temporary name and appears under its own only when complete and on disk. */
export class AtomicFile {
  private constructor(
    private readonly handle: FileHandle,
    readonly temporaryPath: string,
  ) {}

  /** @param temporaryPath must be on the file system of the final path */
  static async create(temporaryPath: string): Promise<AtomicFile> {
    return new AtomicFile(await open(temporaryPath, "w"), temporaryPath);
  }

  async append(data: string | Uint8Array): Promise<void> {
    await this.handle.appendFile(data);
  }

  /** Writes everything to disk and closes; the file keeps its temporary name until it is renamed. */
  async finish(): Promise<void> {
    await this.handle.sync();
    await this.handle.close();
  }

  async discard(): Promise<void> {
    await this.handle.close().catch(() => undefined);
    await rm(this.temporaryPath, { force: true });
  }
}

/** Writes a small file whole or not at all. */
export async function writeWhole(path: string, data: string | Uint8Array): Promise<void> {
  // The name is random because two writers may be at the same file; it never shows in a result.
  const temporaryPath = `${path}.${randomUUID()}.tmp`;
  const file = await AtomicFile.create(temporaryPath);
  try {
    await file.append(data);
    await file.finish();
    await rename(temporaryPath, path);
  } catch (error) {
    await file.discard();
    throw error;
  }
}

/** Makes renames into a folder durable. Windows cannot open folders; there a rename is as durable as it gets. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Files brought to disk at a time: together they cost little more than one. */
const SYNC_BATCH = 32;

/** Makes the contents of files durable. */
export async function syncFiles(paths: readonly string[]): Promise<void> {
  for (let start = 0; start < paths.length; start += SYNC_BATCH) {
    await Promise.all(
      paths.slice(start, start + SYNC_BATCH).map(async (path) => {
        const handle = await open(path, "r+");
        try {
          await handle.sync();
        } finally {
          await handle.close();
        }
      }),
    );
  }
}
