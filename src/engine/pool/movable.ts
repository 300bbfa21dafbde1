import { move, transferableSymbol, valueSymbol } from "piscina";
import type { FinishedPage, WorkerReply } from "./messages.js";

const hasCrops = (value: unknown): value is FinishedPage =>
  typeof value === "object" && value !== null && "crops" in value;

/**
 * Marks a reply so that the bytes of its crops are moved to the other thread, not copied. Only a buffer that belongs
 * to its crop alone is moved; a slice of a larger one would take its neighbours along.
 */
export function movable(reply: WorkerReply): WorkerReply {
  if (!reply.ok || !hasCrops(reply.value)) return reply;
  const buffers = reply.value.crops
    .filter(({ jpeg }) => jpeg.buffer instanceof ArrayBuffer && jpeg.byteLength === jpeg.buffer.byteLength)
    .map(({ jpeg }) => jpeg.buffer);
  if (buffers.length === 0) return reply;
  return move({ [transferableSymbol]: buffers, [valueSymbol]: reply }) as unknown as WorkerReply;
}
