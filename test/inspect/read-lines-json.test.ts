import { describe, expect, test } from "vitest";
import { InputError } from "../../src/errors.js";
import { readLinesJson } from "../../src/inspect/read-lines-json.js";

const page = (lines: unknown[]) => JSON.stringify({ pages: [{ page: 3, page_width: 100, page_height: 200, lines }] });

describe("readLinesJson", () => {
  test("lines of the first years: contour and text only", () => {
    const [read] = readLinesJson(
      page([
        {
          cnt: [
            [1, 2],
            [11, 2],
            [11, 8],
            [1, 8],
          ],
          text: "old",
        },
      ]),
      "a.lines.json",
    );
    expect(read).toMatchObject({ page: 3, width: 100, height: 200 });
    expect(read!.lines[0]).toMatchObject({
      type: "text",
      region: { top_left_x: 1, top_left_y: 2, width: 10, height: 6 },
      fragment: "old",
    });
  });

  test("lines that are not part of the MMD have no fragment", () => {
    const region = { top_left_x: 0, top_left_y: 0, width: 5, height: 5 };
    const [read] = readLinesJson(page([{ region, text: "7", text_display: "", conversion_output: false }]), "a");
    expect(read!.lines[0]!.fragment).toBe("");
  });

  test("lines without a place are left out", () => {
    expect(readLinesJson(page([{ text: "nowhere" }, null, 3]), "a")[0]!.lines).toEqual([]);
  });

  test.each([
    ["no JSON", "{"],
    ["no pages", "{}"],
    ["a page without size", '{"pages":[{"lines":[]}]}'],
    ["a page without lines", '{"pages":[{"page_width":1,"page_height":1}]}'],
    ["a list", "[]"],
  ])("%s is told from a lines.json", (_, text) => {
    expect(() => readLinesJson(text, "a.json")).toThrow(InputError);
  });
});
