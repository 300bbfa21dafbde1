import { type Script, writeText } from "./text/write-text.js";

export type TexEngine = "pdflatex" | "xelatex";

/** What a document turns out to use while it is written: the preamble holds that and nothing else. */
export class TexNeeds {
  readonly packages = new Set<string>();
  /** Scripts with fonts of their own. */
  readonly scripts = new Set<Script>();
  /** Labels given so far; a second one of the same name would be an error. */
  readonly labels = new Set<string>();
  /** Columns of the widest matrix. */
  matrixColumns = 0;
  /** Something cannot be written for pdfLaTeX. */
  unicode = false;

  constructor(readonly engine: TexEngine) {}

  use(name: string | undefined): void {
    if (name !== undefined) this.packages.add(name);
  }

  /** Plain text as TeX. */
  text(text: string): string {
    return writeText(text, this);
  }
}
