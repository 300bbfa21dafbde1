import { expect, test } from "vitest";
import { settleRaised } from "../../../src/engine/recognize/text/raised-digits.js";

function settled(text: string): string {
  const symbols = [...text].map((label, index) => ({ label, probability: 0.9, centre: 8 * index }));
  return settleRaised(symbols)
    .map(({ label }) => label)
    .join("");
}

test("raised digits alone in brackets are digits", () => {
  expect(settled("(²)")).toBe("(2)");
  expect(settled("(¹.³)")).toBe("(1.3)");
});

test("raised digits behind something, and marks of notes, stay raised", () => {
  expect(settled("(x²)")).toBe("(x²)");
  expect(settled("(²3)")).toBe("(²3)");
  expect(settled("²")).toBe("²");
  expect(settled("²)")).toBe("²)");
});
