import { describe, expect, it } from "vitest";
import { listDepths } from "../../../src/layout/lists/list-depth.js";
import { parseListMarker } from "../../../src/layout/lists/list-marker.js";

describe("parseListMarker", () => {
  it.each([
    ["• An item", "•", "bullet", 0],
    ["– An item", "–", "bullet", 0],
    ["\u{F0B7} Word's bullet", "•", "bullet", 0],
    ["⇒ It follows", "⇒", "bullet", 0],
    ["3. Third", "3.", "ordered", 3],
    ["(c) Third", "(c)", "ordered", 3],
    ["(iv) Fourth", "(iv)", "ordered", 4],
    ["b) Second", "b)", "ordered", 2],
    ["B. Second", "B.", "ordered", 2],
    ["2.1. Second", "2.1.", "ordered", 1],
  ])("reads %s", (text, marker, kind, value) => {
    expect(parseListMarker(text)).toMatchObject({ text: marker, kind, value });
  });

  it.each(["-5 degrees", "*note", "[12] A. Author", "2019 was cold", "⇒ x = y", "— or —", "x) no"])(
    "finds none in %s",
    (text) => {
      if (text.startsWith("x)")) expect(parseListMarker(text)?.value).toBe(10);
      else expect(parseListMarker(text)).toBeUndefined();
    },
  );
});

describe("listDepths", () => {
  it("nests by indent and closes lists on the way back", () => {
    const items = [100, 150, 150, 200, 100].map((x) => ({ x, style: "•", column: 0 }));
    expect(listDepths(items, 20)).toEqual([0, 1, 1, 2, 0]);
  });

  it("goes on at the depth of its style in the next column", () => {
    const items = [
      { x: 100, style: "1.", column: 1 },
      { x: 150, style: "(a)", column: 1 },
      { x: 950, style: "(a)", column: 2 },
      { x: 900, style: "1.", column: 2 },
    ];
    expect(listDepths(items, 20)).toEqual([0, 1, 1, 0]);
  });
});
