import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { InputError, invalidParameter, LimitError } from "../errors.js";
import { MAX_INPUT_BYTES } from "./limits.js";

/** A document to process: a path, a file URL, its bytes or a stream of them. */
export type DocumentInput = string | URL | Uint8Array | ArrayBuffer | Readable;

/** A document as a file that workers can open. */
export interface StagedInput {
  path: string;
  /** Name for messages: the file's name, `buffer` or `stream`. */
  file: string;
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
  /** Removes what staging wrote; the caller's own file stays. */
  remove(): Promise<void>;
}

/**
 * @throws InputError `file_not_found`, `not_a_file`, `unreadable_file` or `stream_failed`
 * @throws LimitError `input_too_large`
 */
export async function stageInput(
  input: DocumentInput,
  temporaryFolder: string,
  signal: AbortSignal,
): Promise<StagedInput> {
  if (typeof input === "string") return stageFile(input, signal);
  if (input instanceof URL) {
    if (input.protocol !== "file:") throw invalidParameter("input", "file URL", input.href);
    return stageFile(fileURLToPath(input), signal);
  }
  const folder = join(temporaryFolder, `mmd-engine-${randomUUID()}`);
  const path = join(folder, "document");
  const remove = () => rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    if (input instanceof Uint8Array || input instanceof ArrayBuffer) {
      const data = input instanceof ArrayBuffer ? new Uint8Array(input) : input;
      checkSize(data.byteLength, "buffer");
      await writeFile(path, data, { signal });
      const sha256 = createHash("sha256").update(data).digest("hex");
      return { path, file: "buffer", bytes: data.byteLength, sha256, remove };
    }
    if (input instanceof Readable) return { ...(await stageStream(input, path, signal)), remove };
    throw invalidParameter("input", "path, file URL, Uint8Array, ArrayBuffer or Readable", input);
  } catch (error) {
    await remove();
    throw error;
  }
}

async function stageFile(path: string, signal: AbortSignal): Promise<StagedInput> {
  const file = basename(path);
  const info = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    const missing = cause.code === "ENOENT" || cause.code === "ENOTDIR";
    throw missing
      ? new InputError("file_not_found", "The file does not exist", { file: path, stage: "open", cause })
      : new InputError("unreadable_file", `The file cannot be read (${cause.code})`, { file, stage: "open", cause });
  });
  if (!info.isFile()) throw new InputError("not_a_file", "Expected a file", { file, stage: "open" });
  checkSize(info.size, file);
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) hash.update(chunk as Buffer);
  } catch (cause) {
    signal.throwIfAborted();
    const { code } = cause as NodeJS.ErrnoException;
    throw new InputError("unreadable_file", `The file cannot be read (${code})`, { file, stage: "open", cause });
  }
  return { path, file, bytes: info.size, sha256: hash.digest("hex"), remove: async () => undefined };
}

async function stageStream(input: Readable, path: string, signal: AbortSignal): Promise<Omit<StagedInput, "remove">> {
  const hash = createHash("sha256");
  let bytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > MAX_INPUT_BYTES) return done(tooLarge(bytes, "stream"));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(input, meter, createWriteStream(path), { signal });
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof LimitError) throw cause;
    const { message } = cause as Error;
    throw new InputError("stream_failed", `The stream failed: ${message}`, { file: "stream", stage: "open", cause });
  }
  return { path, file: "stream", bytes, sha256: hash.digest("hex") };
}

function checkSize(bytes: number, file: string): void {
  if (bytes > MAX_INPUT_BYTES) throw tooLarge(bytes, file);
}

function tooLarge(bytes: number, file: string): LimitError {
  return new LimitError("input_too_large", `Expected at most ${MAX_INPUT_BYTES} bytes but received ${bytes} or more`, {
    file,
    stage: "open",
  });
}
