import { unzipSync, zipSync } from "fflate";

/** The first date a ZIP can hold, in the zone of the machine, as its format has none. */
const FIXED_TIME = new Date(1980, 0, 1);
const STAMP = "1980-01-01T00:00:00Z";

/** An office package with its parts in the order they came, all times fixed: the same input gives the same bytes. */
export function repack(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const core = parts["docProps/core.xml"];
  if (core) {
    const text = new TextDecoder().decode(core);
    const fixed = text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${STAMP}`);
    parts["docProps/core.xml"] = new TextEncoder().encode(fixed);
  }
  // entries of folders say nothing that the files do not
  const files = Object.entries(parts).filter(([path]) => !path.endsWith("/"));
  return zipSync(Object.fromEntries(files), { mtime: FIXED_TIME, level: 6 });
}
