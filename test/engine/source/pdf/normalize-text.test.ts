import { expect, test } from "vitest";
import { normalizeText } from "../../../../src/engine/source/pdf/normalize-text.js";

test("resolves ligatures, spaces and presentation forms", () => {
  expect(normalizeText("ﬁ")).toBe("fi");
  expect(normalizeText("\u2003")).toBe(" ");
  expect(normalizeText("Ａ１")).toBe("A1");
  expect(normalizeText("\ue001")).toBeUndefined();
});

test("keeps the full-width marks of Chinese and Japanese", () => {
  expect(normalizeText("，")).toBe("，");
  expect(normalizeText("（一）")).toBe("（一）");
});
