/** Records of lines.json and lines.mmd.json with their JSON Schemas, for programs that read the engine's files. */

export type { ImageEntry, ProcessResult } from "./engine/result.js";
export type {
  Contour,
  LineRecord,
  LinesJson,
  LinesPage,
  LineType,
  MmdLineRecord,
  MmdLinesJson,
  MmdLinesPage,
} from "./render/lines-json.js";
export { linesJsonSchema, linesMmdJsonSchema } from "./render/schema/index.js";
