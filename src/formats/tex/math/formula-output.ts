/** An argument without its braces. */
export function bare(value: string): string {
  return value.startsWith("{") && value.endsWith("}") ? value.slice(1, -1) : value;
}

/** What is written, with what TeX would trip over. */
export class FormulaOutput {
  text = "";
  infix = false;
  /** The last thing was an operator that takes `\limits`. */
  operator = false;
  #sup = false;
  #sub = false;

  nucleus(piece: string, operator = false): void {
    this.#append(piece);
    this.#sup = false;
    this.#sub = false;
    this.operator = operator;
  }

  keepOperator(piece: string): void {
    this.#append(piece);
  }

  edge(piece: string): void {
    this.nucleus(piece);
  }

  space(piece: string): void {
    if (!/\s$/.test(this.text)) this.text += piece;
    else if (piece === "\n" && !/\n\s*$/.test(this.text) && !this.text.endsWith("\\ "))
      this.text = this.text.replace(/\s$/, "\n");
  }

  script(mark: "^" | "_", argument: string): void {
    const taken = mark === "^" ? this.#sup && !this.text.endsWith("'") : this.#sub;
    if (taken) this.nucleus("{}");
    this.text += mark + argument;
    if (mark === "^") this.#sup = true;
    else this.#sub = true;
    this.operator = false;
  }

  prime(): void {
    if (this.#sup && !this.text.endsWith("'")) this.nucleus("{}");
    this.text += "'";
    this.#sup = true;
  }

  #append(piece: string): void {
    // a command's name must not run into a letter
    const runs = /\\[A-Za-z]+$/.test(this.text) && /^[A-Za-z]/.test(piece);
    this.text += runs ? ` ${piece}` : piece;
  }
}
