// A picture that every program can open.
import { sharp } from "../../dist/engine/raster/sharp.js";

export async function picture() {
  const drawn = sharp({ create: { width: 400, height: 200, channels: 3, background: "#88aacc" } }).jpeg();
  return new Uint8Array(await drawn.toBuffer());
}
