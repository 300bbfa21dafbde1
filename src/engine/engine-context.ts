import type { ConversionPool } from "./convert/conversion-pool.js";
import type { NameRegister } from "./output/file-names.js";
import type { PagePool } from "./pool/page-pool.js";

/** What the documents of an engine share. */
export interface EngineContext {
  pool: PagePool;
  conversions: ConversionPool;
  names: NameRegister;
  /** Folder for inputs that come as bytes and for spools without a destination. */
  temporaryFolder: string;
  /** Aborted by `close()`. */
  closing: AbortSignal;
  /** Keep the finished pages when a run with a destination is aborted. */
  keepSpoolOnAbort: boolean;
}
