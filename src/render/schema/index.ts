export { linesJsonSchema } from "./lines-json-schema.js";
export { linesMmdJsonSchema } from "./lines-mmd-json-schema.js";
