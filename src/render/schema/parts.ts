/** Parts that the schemas of lines.json and lines.mmd.json share (JSON Schema 2020-12). */

export const DRAFT = "https://json-schema.org/draft/2020-12/schema";

export const region = {
  type: "object",
  description: "Integer box in page pixels, origin top left",
  required: ["top_left_x", "top_left_y", "width", "height"],
  additionalProperties: false,
  properties: {
    top_left_x: { type: "integer", minimum: 0 },
    top_left_y: { type: "integer", minimum: 0 },
    width: { type: "integer", minimum: 1 },
    height: { type: "integer", minimum: 1 },
  },
} as const;

export const contour = {
  type: "array",
  description: "Corners in page pixels",
  minItems: 4,
  items: { type: "array", minItems: 2, maxItems: 2, items: { type: "integer", minimum: 0 } },
} as const;

export const share = { type: "number", minimum: 0, maximum: 1 } as const;

export const lineId = { type: "string", pattern: "^[0-9a-f]{32}$" } as const;

export const confidencePair = { confidence: ["confidence_rate"], confidence_rate: ["confidence"] } as const;
