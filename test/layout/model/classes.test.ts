import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { LAYOUT_CLASSES } from "../../../src/layout/model/classes.js";

it("the layout net's classes stand in the order in which it is trained", () => {
  const path = new URL("../../../models/training/layout/layoutnet/classes.py", import.meta.url);
  const tuple = /^CLASSES = \(([\s\S]*?)^\)/mu.exec(readFileSync(path, "utf8"))?.[1] ?? "";
  expect([...tuple.matchAll(/"(\w+)"/gu)].map(([, name]) => name)).toEqual(LAYOUT_CLASSES);
});
