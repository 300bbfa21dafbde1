export type { ConvertFile, ConvertInput } from "./engine/convert/convert-input.js";
export { createEngine, type Engine } from "./engine/engine.js";
export type { EngineOptions } from "./engine/engine-options.js";
export { CONVERSION_FORMATS, type ConversionFormat } from "./engine/options/conversion-table.js";
export type { ProcessOptions } from "./engine/options/option-table.js";
export { type CropStore, DirectoryCropStore, type StoredCrop } from "./engine/output/crop-store.js";
export type { ProgressEvent, ProgressListener } from "./engine/progress.js";
export type {
  ConvertedFile,
  DocumentStatus,
  FormatReport,
  ImageEntry,
  OutputFile,
  PageReport,
  ProcessResult,
  StreamedPage,
} from "./engine/result.js";
export type { DocumentInput } from "./engine/stage-input.js";
export { ENGINE_VERSION } from "./engine/version.js";
export {
  EngineError,
  type ErrorRecord,
  InputError,
  InternalError,
  LimitError,
  ModelError,
  type Stage,
  TimeoutError,
} from "./errors.js";
