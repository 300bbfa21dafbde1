import { inflateSync } from "node:zlib";
import { MAX_STREAM_BYTES } from "./limits.js";

type Format = ConstructorParameters<typeof DecompressionStream>[0];

/**
 * Stands in for DecompressionStream within a thread that has nothing else to do. pdf.js inflates every stream of a file
 * through it; Node's goes through web streams and the thread pool, which costs several times the inflating itself.
 * Rejects as the original does for damaged data (pdf.js then reads what it can) and for more than `MAX_STREAM_BYTES`.
 */
function inflateStream(native: typeof DecompressionStream) {
  return function SyncDecompressionStream(format: Format): unknown {
    if (format !== "deflate") return new native(format);
    let input: Uint8Array | undefined;
    return {
      writable: {
        getWriter: () => ({
          ready: Promise.resolve(),
          async write(bytes: Uint8Array) {
            input = bytes;
          },
          async close() {},
        }),
      },
      readable: {
        async *[Symbol.asyncIterator]() {
          yield inflateSync(input ?? new Uint8Array(0), { maxOutputLength: MAX_STREAM_BYTES });
        },
      },
    };
  };
}

/** Replaces the global class. Call before pdf.js is loaded. */
export function installSyncInflate(): void {
  const scope = globalThis as { DecompressionStream?: unknown; [INSTALLED]?: true };
  if (scope[INSTALLED] || !scope.DecompressionStream) return;
  scope[INSTALLED] = true;
  scope.DecompressionStream = inflateStream(scope.DecompressionStream as typeof DecompressionStream);
}

const INSTALLED = Symbol.for("mmd-engine.sync-inflate");
