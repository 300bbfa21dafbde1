const IDLE = 0;
const RUNNING = 1;
/** The call that runs is the last. */
const CLOSING = 2;
const CLOSED = 3;

/**
 * Lets a thread be ended between native calls only. onnxruntime raises a C++ exception when its thread is terminated inside a call, and
 * that ends the whole process. The state is shared memory: the worker passes calls through, whoever ends the worker closes the gate.
 */
export class NativeGate {
  private readonly state: Int32Array;

  /** @param state one element of a shared buffer, 0 at the start */
  constructor(state: Int32Array = new Int32Array(new SharedArrayBuffer(4))) {
    this.state = state;
  }

  /** Makes a native call; calls must not overlap. Once the gate is closed nothing comes back: the thread is about to end. */
  async through<T>(call: () => Promise<T>): Promise<T> {
    if (Atomics.compareExchange(this.state, 0, IDLE, RUNNING) >= CLOSING) return never();
    try {
      return await call();
    } finally {
      if (Atomics.compareExchange(this.state, 0, RUNNING, IDLE) === CLOSING) {
        Atomics.store(this.state, 0, CLOSED);
        await never();
      }
    }
  }

  /** Asks for the end of native calls; true as soon as none runs and none can begin. */
  close(): boolean {
    if (Atomics.compareExchange(this.state, 0, IDLE, CLOSED) === IDLE) return true;
    Atomics.compareExchange(this.state, 0, RUNNING, CLOSING);
    return Atomics.load(this.state, 0) === CLOSED;
  }
}

const never = (): Promise<never> => new Promise(() => undefined);

let present = new NativeGate();

/** The gate of this thread's present task. */
export function nativeGate(): NativeGate {
  return present;
}

/** Called by the worker when it takes a task. */
export function useNativeGate(gate: NativeGate): void {
  present = gate;
}
