import { describe, expect, it } from "vitest";
import { Composer, LEFT, prose, textsOf } from "../../support/compose-page.js";
import { resolveAll } from "./pages.js";

describe("rows of labels and values", () => {
  it("are paragraphs of their own, label and value together", () => {
    const composer = new Composer(400).paragraph(prose(60)).skip(1);
    for (const [label, value] of [
      ["Invoice no.", "2024-0117"],
      ["Customer", "C-4471"],
      ["Your order", "PO 88/24"],
    ] as const) {
      composer.line(label, { stay: true }).line(value, { x: LEFT + 420 });
      composer.skip(0.6);
    }
    const [page] = resolveAll([composer.skip(1).paragraph(prose(60)).layout({ page: 1 })]);
    const texts = textsOf(page!, "text");
    expect(texts).toEqual(expect.arrayContaining(["Invoice no. 2024-0117", "Customer C-4471", "Your order PO 88/24"]));
  });
});
