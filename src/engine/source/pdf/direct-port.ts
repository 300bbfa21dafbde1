/** Message as pdf.js's MessageHandler posts it (5.6). */
export interface PortMessage {
  action?: string;
  data?: unknown;
  /** Stream messages: 4 carries a chunk. */
  stream?: number;
  chunk?: { fnArray?: unknown[]; argsArray?: unknown[] };
}

type Listener = (event: { data: PortMessage }) => void;

const STREAM_CHUNK = 4;

/**
 * Joins pdf.js's two halves within one thread. pdf.js's own stand-in (`LoopbackPort`) clones every message, a tenth of
 * the time of a text page, and takes the file's buffer away from the caller; this one hands objects over as they are.
 * Only operator list chunks are copied, since the sender empties its arrays after posting.
 */
export class DirectPort {
  private readonly listeners = new Set<Listener>();
  private readonly ready = Promise.resolve();

  /** `hold` may delay a message, for instance until its image is decoded. */
  constructor(private readonly hold: (message: PortMessage) => Promise<void> | undefined) {}

  postMessage(posted: PortMessage): void {
    const message = snapshot(posted);
    const deliver = () => {
      for (const listener of [...this.listeners]) listener({ data: message });
    };
    (this.hold(message) ?? this.ready).then(deliver);
  }

  addEventListener(_type: "message", listener: Listener, options?: { signal?: AbortSignal }): void {
    this.listeners.add(listener);
    options?.signal?.addEventListener("abort", () => this.listeners.delete(listener), { once: true });
  }

  removeEventListener(_type: "message", listener: Listener): void {
    this.listeners.delete(listener);
  }

  /** Part of the Worker interface that pdf.js expects. */
  terminate(): void {
    this.listeners.clear();
  }
}

function snapshot(message: PortMessage): PortMessage {
  const { chunk } = message;
  if (message.stream !== STREAM_CHUNK || !chunk?.fnArray || !chunk.argsArray) return message;
  return { ...message, chunk: { ...chunk, fnArray: chunk.fnArray.slice(), argsArray: chunk.argsArray.slice() } };
}
