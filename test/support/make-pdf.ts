/**
 * Writes small PDFs for tests, from PDF operators as text. Standard fonts are at hand in every page's resources: /F1
 * Helvetica, /F2 Times-Roman, /F3 Courier, /F4 Symbol, /F5 Helvetica-Bold.
 *
 *     const pdf = new PdfBuilder();
 *     pdf.page({ content: text(72, 720, 12, "Hello") + rect(72, 700, 200, 0.4) });
 *     const bytes = pdf.build();
 */
import { deflateSync } from "node:zlib";

export interface PageSpec {
  /** Content stream operators. */
  content: string;
  /** Points; Letter when absent. */
  size?: [number, number];
  rotate?: number;
  cropBox?: [number, number, number, number];
  userUnit?: number;
  /** Annotation dictionaries, `<< /Subtype /Link … >>`. */
  annotations?: string[];
  /** Entries for the resource dictionary besides /Font, such as `/XObject << /Im1 5 0 R >>`. */
  resources?: string;
  /** Entries for the font resources: `/F9 7 0 R`. */
  fonts?: string;
}

const STANDARD_FONTS = ["Helvetica", "Times-Roman", "Courier", "Symbol", "Helvetica-Bold"];

export class PdfBuilder {
  private readonly objects: (string | Buffer)[] = [];
  private readonly pages: number[] = [];
  private readonly pagesNumber: number;
  private readonly catalogNumber: number;
  private readonly fonts: string;
  private catalogExtra = "";

  constructor() {
    this.catalogNumber = this.reserve();
    this.pagesNumber = this.reserve();
    this.fonts = STANDARD_FONTS.map((name, index) => {
      const encoding = name === "Symbol" ? "" : " /Encoding /WinAnsiEncoding";
      const number = this.object(`<< /Type /Font /Subtype /Type1 /BaseFont /${name}${encoding} >>`);
      return `/F${index + 1} ${number} 0 R`;
    }).join(" ");
  }

  /** Adds an object and returns its number. */
  object(body: string | Buffer): number {
    this.objects.push(body);
    return this.objects.length;
  }

  /** Adds a stream; `dictionary` without << >> and /Length. */
  stream(dictionary: string, data: string | Uint8Array): number {
    const bytes = typeof data === "string" ? Buffer.from(data, "latin1") : Buffer.from(data);
    return this.object(
      Buffer.concat([
        Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`, "latin1"),
        bytes,
        Buffer.from("\nendstream", "latin1"),
      ]),
    );
  }

  /** Adds an image XObject of 8-bit samples: 1 component is grey, 3 RGB. */
  image(width: number, height: number, components: 1 | 3, samples: Uint8Array): number {
    const space = components === 1 ? "DeviceGray" : "DeviceRGB";
    return this.stream(
      `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /${space} /BitsPerComponent 8 /Filter /FlateDecode`,
      deflateSync(samples),
    );
  }

  /** Adds a form XObject. */
  form(content: string, bbox: [number, number, number, number], dictionary = ""): number {
    return this.stream(
      `/Type /XObject /Subtype /Form /BBox [${bbox.join(" ")}] /Resources << /Font << ${this.fonts} >> >> ${dictionary}`,
      content,
    );
  }

  /** Entries for the document catalog, such as `/OCProperties …`. */
  catalog(entries: string): void {
    this.catalogExtra += ` ${entries}`;
  }

  page(spec: PageSpec): number {
    const contents = this.stream("", spec.content);
    const [width, height] = spec.size ?? [612, 792];
    const annotations = (spec.annotations ?? []).map((annotation) => `${this.object(annotation)} 0 R`);
    const number = this.object(
      [
        `<< /Type /Page /Parent ${this.pagesNumber} 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${contents} 0 R`,
        `/Resources << /Font << ${this.fonts} ${spec.fonts ?? ""} >> ${spec.resources ?? ""} >>`,
        spec.rotate === undefined ? "" : `/Rotate ${spec.rotate}`,
        spec.cropBox === undefined ? "" : `/CropBox [${spec.cropBox.join(" ")}]`,
        spec.userUnit === undefined ? "" : `/UserUnit ${spec.userUnit}`,
        annotations.length === 0 ? "" : `/Annots [${annotations.join(" ")}]`,
        ">>",
      ].join(" "),
    );
    this.pages.push(number);
    return number;
  }

  build(): Uint8Array {
    this.objects[this.catalogNumber - 1] = `<< /Type /Catalog /Pages ${this.pagesNumber} 0 R${this.catalogExtra} >>`;
    const kids = this.pages.map((page) => `${page} 0 R`).join(" ");
    this.objects[this.pagesNumber - 1] = `<< /Type /Pages /Kids [${kids}] /Count ${this.pages.length} >>`;
    const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")];
    const offsets: number[] = [];
    let length = parts[0]!.length;
    const push = (part: Buffer) => {
      parts.push(part);
      length += part.length;
    };
    this.objects.forEach((body, index) => {
      offsets.push(length);
      push(Buffer.from(`${index + 1} 0 obj\n`, "latin1"));
      push(typeof body === "string" ? Buffer.from(body, "latin1") : body);
      push(Buffer.from("\nendobj\n", "latin1"));
    });
    const xref = length;
    const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
    const size = this.objects.length + 1;
    push(
      Buffer.from(
        `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root ${this.catalogNumber} 0 R >>\nstartxref\n${xref}\n%%EOF\n`,
        "latin1",
      ),
    );
    return new Uint8Array(Buffer.concat(parts));
  }

  private reserve(): number {
    return this.object("null");
  }
}

/** Shows `value` with its baseline starting at (x, y), points from the bottom left. */
export function text(x: number, y: number, size: number, value: string, font = "F1"): string {
  return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${value.replace(/[\\()]/g, "\\$&")}) Tj ET\n`;
}

/** Filled rectangle; `color` as `r g b` fractions. */
export function rect(x: number, y: number, width: number, height: number, color = "0 0 0"): string {
  return `q ${color} rg ${x} ${y} ${width} ${height} re f Q\n`;
}

/** Stroked line. */
export function line(x0: number, y0: number, x1: number, y1: number, width = 0.5): string {
  return `q ${width} w ${x0} ${y0} m ${x1} ${y1} l S Q\n`;
}

/** Places an image or form: the unit square becomes the rectangle. */
export function place(name: string, x: number, y: number, width: number, height: number): string {
  return `q ${width} 0 0 ${height} ${x} ${y} cm /${name} Do Q\n`;
}

/** One page with this content. */
export function makePdf(content: string, spec: Omit<PageSpec, "content"> = {}): Uint8Array {
  const pdf = new PdfBuilder();
  pdf.page({ ...spec, content });
  return pdf.build();
}
