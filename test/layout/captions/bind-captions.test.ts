import { describe, expect, it } from "vitest";
import { blocksOf, Composer, outline, prose, textsOf } from "../../support/compose-page.js";
import { BODY_SIZE } from "../../support/make-evidence.js";

const picture = (x0: number, y0: number, x1: number, y1: number) => ({
  box: { x0, y0, x1, y1 },
  pixelWidth: 800,
  pixelHeight: 600,
  stencil: false,
});

describe("captions", () => {
  it("binds the caption under a picture to it", () => {
    const page = new Composer().paragraph(prose(60));
    const top = page.y;
    const layout = page
      .skip(12)
      .line("Figure 1: Boats below the wall.", { x: 700, size: 0.9 * BODY_SIZE })
      .skip(1)
      .paragraph(prose(60))
      .layout({ page: 2, pictures: [picture(600, top, 1500, top + 11 * 1.2 * BODY_SIZE)] });
    const [figure] = blocksOf(layout, "diagram");
    const [caption] = blocksOf(layout, "figure_label");
    expect(figure?.captions, outline(layout).join("\n")).toEqual([caption?.key]);
  });

  it("keeps two figures side by side with their own captions", () => {
    const page = new Composer().paragraph(prose(60)).skip(1);
    const top = page.y;
    const layout = page
      .skip(12)
      .line("Figure 1: Left boats.", { x: 350, stay: true })
      .line("Figure 2: Right boats.", { x: 1250 })
      .skip(1)
      .paragraph(prose(60))
      .layout({
        page: 2,
        pictures: [picture(320, top, 900, top + 440), picture(1200, top, 1780, top + 440)],
      });
    const captions = blocksOf(layout, "figure_label").map((block) => block.key);
    expect(blocksOf(layout, "diagram").map((figure) => figure.captions)).toEqual(captions.map((key) => [key]));
  });

  it("take a caption whose first word reads like a sentence about the figure", () => {
    const page = new Composer().paragraph(prose(60));
    const top = page.y;
    const layout = page
      .skip(12)
      .line("Figure 6. We moor the boats below the wall.", { x: 650 })
      .skip(1)
      .paragraph(prose(60))
      .layout({ page: 2, pictures: [picture(600, top, 1500, top + 11 * 1.2 * BODY_SIZE)] });
    expect(textsOf(layout, "figure_label"), outline(layout).join("\n")).toHaveLength(1);
  });

  it("leaves a caption without float, and sentences about figures, in the text", () => {
    const layout = new Composer()
      .paragraph(prose(60))
      .skip(1)
      .line("Figure 4: Lost at sea.")
      .skip(1)
      .paragraph(`Figure 3 shows that ${prose(30, "the")}`)
      .layout({ page: 2 });
    expect(blocksOf(layout, "figure_label")).toEqual([]);
    expect(textsOf(layout, "text")).toContain("Figure 4: Lost at sea.");
  });

  it("tell a plot set as a picture", () => {
    const figure = (caption: string) => {
      const page = new Composer().paragraph(prose(60));
      const top = page.y;
      page
        .skip(12)
        .line(caption, { x: 700, size: 0.9 * BODY_SIZE })
        .skip(1)
        .paragraph(prose(60));
      return page.layout({ page: 2, pictures: [picture(600, top, 1500, top + 11 * 1.2 * BODY_SIZE)] });
    };
    expect(blocksOf(figure("Figure 1: Growth of boats. Black bars represent the mean."), "chart")).toHaveLength(1);
    expect(blocksOf(figure("Figure 1: Flow duration curves of the harbour."), "chart")).toHaveLength(1);
    expect(blocksOf(figure("Figure 1: The harbour wall and its curve."), "diagram")).toHaveLength(1);
  });
});
