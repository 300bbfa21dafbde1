import { deflateSync } from "node:zlib";

/** Takes the bytes of a file, front to back. */
export interface ByteSink {
  append(data: Uint8Array): Promise<void>;
}

const BINARY_MARK = Buffer.from("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n", "latin1");

/**
 * Writes a PDF (ISO 32000-1) object by object, so that a document of any length takes the memory of its largest object. Nothing in
 * it is dated: the same objects give the same bytes.
 */
export class PdfFile {
  /** Byte offsets by object number; 0 for numbers that are only reserved. */
  private readonly offsets: number[] = [0];
  private length = 0;

  constructor(private readonly sink: ByteSink) {}

  /** Number of an object that is written later. */
  reserve(): number {
    return this.offsets.push(0) - 1;
  }

  async object(body: string, number = this.reserve()): Promise<number> {
    return this.write(number, Buffer.from(body, "latin1"));
  }

  /** @param dictionary entries besides `/Length`, without the brackets */
  async stream(dictionary: string, data: Uint8Array): Promise<number> {
    const head = Buffer.from(`<< ${dictionary} /Length ${data.byteLength} >>\nstream\n`, "latin1");
    return this.write(this.reserve(), head, data, Buffer.from("\nendstream", "latin1"));
  }

  /** A stream that is deflated here. */
  async deflated(dictionary: string, data: string | Uint8Array): Promise<number> {
    return this.stream(`${dictionary} /Filter /FlateDecode`, deflateSync(data));
  }

  /** Writes the table of objects. All reserved numbers must have been written. */
  async finish(root: number, info: number): Promise<void> {
    const start = this.length;
    const rows = this.offsets.map((offset, number) =>
      number === 0 ? "0000000000 65535 f \n" : `${String(offset).padStart(10, "0")} 00000 n \n`,
    );
    const size = this.offsets.length;
    const trailer = `trailer\n<< /Size ${size} /Root ${root} 0 R /Info ${info} 0 R >>\nstartxref\n${start}\n%%EOF\n`;
    await this.append(Buffer.from(`xref\n0 ${size}\n${rows.join("")}${trailer}`, "latin1"));
  }

  private async write(number: number, ...parts: Uint8Array[]): Promise<number> {
    if (this.length === 0) await this.append(BINARY_MARK);
    this.offsets[number] = this.length;
    await this.append(Buffer.concat([Buffer.from(`${number} 0 obj\n`), ...parts, Buffer.from("\nendobj\n")]));
    return number;
  }

  private async append(data: Uint8Array): Promise<void> {
    await this.sink.append(data);
    this.length += data.byteLength;
  }
}

/** A text string (ISO 32000-1, 7.9.2.2) in UTF-16. */
export function textString(text: string): string {
  return `<feff${utf16(text)}>`;
}

/** UTF-16, big end first, in hexadecimal. */
export function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, "0")).join("");
}
