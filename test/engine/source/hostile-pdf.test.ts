import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { openPdf } from "../../../src/engine/source/pdf.js";
import { makePdf, PdfBuilder, rect, text } from "../../support/make-pdf.js";
import { evidenceOf, textOf } from "./open-page.js";

describe("hostile content", () => {
  it("of unfinished operators gives what can be read", async () => {
    const content = `q q q BT /F1 12 Tf 72 700 Td (before) Tj ET ET Q Q Q Q Q EMC EMC [ << ( BT /F1 12 Tf 72 600 Td (after`;
    expect(textOf(await evidenceOf(makePdf(content)))).toBe("before");
  });

  it("with absurd numbers gives finite boxes only", async () => {
    const absurd = "1e38 0 0 1e38 0 0 cm BT /F1 1e30 Tf 1e38 Tc 1e30 1e30 Td (far) Tj ET 0 0 1e38 1e38 re f";
    const flat = "q 0 0 0 0 0 0 cm BT /F1 12 Tf (flat) Tj ET 0 0 10 10 re f Q";
    const { glyphs, rules, fills } = await evidenceOf(makePdf(`${flat} ${text(72, 700, 12, "ok")} ${absurd}`));
    expect(glyphs.map((glyph) => glyph.text).join("")).toContain("ok");
    const numbers = [...glyphs, ...rules, ...fills].flatMap(({ box }) => Object.values(box));
    expect(numbers.every(Number.isFinite)).toBe(true);
  });

  it("that puts everything in one place is read in time", async () => {
    const glyphs = text(100, 700, 10, "a".repeat(60)).replace("Tj", `Tj ${"0 0 Td (b) Tj (c) Tj ".repeat(8_000)}`);
    const whites = rect(5, 5, 40, 30, "1 1 1").repeat(4_000);
    const curves = "0 0 m 300 400 600 100 612 792 c S ".repeat(4_000);
    const started = performance.now();
    const evidence = await evidenceOf(makePdf(rect(0, 0, 100, 100, "0.5 0.5 0.5") + glyphs + whites + curves));
    expect(evidence.drawings).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it("that calls itself ends", async () => {
    const pdf = new PdfBuilder();
    const form = pdf.stream(
      "/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << /XObject << /Me 100 0 R >> >>",
      "/Me Do",
    );
    pdf.page({ content: `/Me Do ${text(72, 700, 12, "end")}`, resources: `/XObject << /Me ${form} 0 R >>` });
    const data = Buffer.from(pdf.build()).toString("latin1").replace("/Me 100 0 R", `/Me ${form} 0 R  `);
    expect(textOf(await evidenceOf(new Uint8Array(Buffer.from(data, "latin1"))))).toBe("end");
  });

  it("in one page leaves the others readable", async () => {
    const pdf = new PdfBuilder();
    pdf.page({ content: text(72, 700, 12, "first") });
    pdf.page({ content: text(72, 700, 12, "second"), resources: "/XObject 17 /ExtGState [ ] /Properties (x)" });
    pdf.page({ content: `/Nothing Do /None gs /F77 12 Tf ${text(72, 700, 12, "third")}` });
    const source = await openPdf(pdf.build(), { file: "odd.pdf" });
    const texts: string[] = [];
    for (let page = 1; page <= 3; page++) texts.push(textOf(await source.evidence(page)));
    await source.close();
    expect(texts).toEqual(["first", "second", "third"]);
  });
});

/** Three pages whose dictionaries lie in an object stream; the second is damaged. */
function damagedMiddlePage(): Uint8Array {
  const page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] >>";
  const bodies = [page, `) ${page.slice(2)}`, page];
  const numbers = bodies.map((_, i) => `${3 + i} ${bodies.slice(0, i).join(" ").length + Math.sign(i)}`);
  const head = `${numbers.join(" ")}\n`;
  const packed = head + bodies.join(" ");
  let out = "%PDF-1.7\n";
  const at: number[] = [];
  const put = (number: number, body: string) => {
    at[number] = out.length;
    out += `${number} 0 obj\n${body}\nendobj\n`;
  };
  put(1, "<< /Type /Catalog /Pages 2 0 R >>");
  put(2, "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>");
  put(6, `<< /Type /ObjStm /N 3 /First ${head.length} /Length ${packed.length} >>\nstream\n${packed}\nendstream`);
  at[7] = out.length;
  const entries = [
    [0, 0, 255],
    [1, at[1]!, 0],
    [1, at[2]!, 0],
    [2, 6, 0],
    [2, 6, 1],
    [2, 6, 2],
    [1, at[6]!, 0],
    [1, at[7]!, 0],
  ];
  const table = entries.map(([type, a, b]) => String.fromCharCode(type!, a! >> 8, a! & 255, b!)).join("");
  out += `7 0 obj\n<< /Type /XRef /Size 8 /W [1 2 1] /Root 1 0 R /Length ${table.length} >>\nstream\n${table}\nendstream\nendobj\nstartxref\n${at[7]}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(out, "latin1"));
}

describe("a damaged page tree", () => {
  it("does not end the process: pdf.js reads pages ahead and waits for none of them", async () => {
    const script = `
      import { openPdf } from ${JSON.stringify(new URL("../../../dist/engine/source/pdf.js", import.meta.url).href)};
      const data = new Uint8Array(Buffer.from(process.argv[1], "base64"));
      const source = await openPdf(data, { file: "damaged.pdf" });
      console.log((await source.evidence(1)).width);
      await new Promise((resolve) => setTimeout(resolve, 50));
      console.log("alive");
    `;
    const data = Buffer.from(damagedMiddlePage()).toString("base64");
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script, data]);
    expect(stdout).toBe("35\nalive\n");
  });
});
