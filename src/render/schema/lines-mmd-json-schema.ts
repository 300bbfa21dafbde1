import { confidencePair, contour, DRAFT, region, share } from "./parts.js";

const line = {
  type: "object",
  required: ["cnt", "region", "is_printed", "is_handwritten", "text", "line"],
  additionalProperties: false,
  properties: {
    cnt: contour,
    region,
    is_printed: { type: "boolean" },
    is_handwritten: { type: "boolean" },
    text: { type: "string", minLength: 1 },
    line: { type: "integer", minimum: 1 },
    confidence: share,
    confidence_rate: share,
  },
  dependentRequired: confidencePair,
} as const;

/** JSON Schema of `lines.mmd.json`. */
export const linesMmdJsonSchema = {
  $schema: DRAFT,
  title: "lines.mmd.json",
  type: "object",
  required: ["pages"],
  additionalProperties: false,
  properties: {
    pages: {
      type: "array",
      items: {
        type: "object",
        required: ["image_id", "page", "page_height", "page_width", "lines"],
        additionalProperties: false,
        properties: {
          image_id: { type: "string", minLength: 1 },
          page: { type: "integer", minimum: 1 },
          page_height: { type: "integer", minimum: 1 },
          page_width: { type: "integer", minimum: 1 },
          lines: { type: "array", items: line },
        },
      },
    },
  },
} as const;
