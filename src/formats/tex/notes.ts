import type { Place, TexWriter } from "./write-tex.js";

/** Footnotes: at their mark where LaTeX can put them there, else behind the block that holds the mark. */
export class TexNotes {
  readonly #pending: string[] = [];
  readonly #marked = new Map<number, string>();
  #inNote = false;

  constructor(readonly writer: TexWriter) {}

  mark(id: number, label: string, place: Place): string {
    const number = /^\d{1,5}$/.test(label) ? `[${label}]` : "";
    if (number === "" || this.#marked.has(id) || this.#inNote) return this.#bareMark(id, label, number);
    this.#marked.set(id, label);
    const content = this.content(id);
    if (place === "text") return `\\footnote${number}{${content}}`;
    this.#pending.push(`\\footnotetext${number}{${content}}`);
    return `\\footnotemark${number}`;
  }

  /** Notes whose marks stood where no note can; for the end of the outermost block. */
  flush(): string {
    return this.#pending.splice(0).join("\n");
  }

  /** A note whose mark is printed text. */
  unmarked(id: number): string {
    const content = this.content(id);
    if (content === "") return "";
    if (this.#inNote) return content;
    this.writer.needs.use("blfootnotetext");
    const note = `\\blfootnotetext{${content}}`;
    if (this.writer.depth.boxes === 0) return note;
    this.#pending.push(note);
    return "";
  }

  content(id: number): string {
    const before = this.#inNote;
    this.#inNote = true;
    const blocks = this.writer.document.footnotes.get(id) ?? [];
    const content = before ? "" : this.writer.blocks(blocks, "note");
    this.#inNote = before;
    return content.replace(/\n\s*\n/g, "\n\\par\n");
  }

  #bareMark(id: number, label: string, number: string): string {
    const first = !this.#marked.has(id);
    this.#marked.set(id, label);
    const mark = `\\textsuperscript{${this.writer.text(label)}}`;
    if (number !== "" && !this.#inNote) return `\\footnotemark${number}`;
    if (!first || this.#inNote) return mark;
    this.writer.needs.use("blfootnotetext");
    this.#pending.push(`\\blfootnotetext{${mark} ${this.content(id)}}`);
    return mark;
  }
}
