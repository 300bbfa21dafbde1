import type { Token } from "./tokens.js";

/** Walks a flat list of block tokens. */
export class TokenReader {
  #at = 0;
  readonly #tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  next(): Token | undefined {
    return this.#tokens[this.#at++];
  }

  /** Tokens up to and with the next that `isEnd` accepts, which are read; undefined, and none read, when there is none. */
  upTo(isEnd: (token: Token) => boolean): Token[] | undefined {
    for (let at = this.#at; at < this.#tokens.length; at++) {
      if (!isEnd(this.#tokens[at]!)) continue;
      const taken = this.#tokens.slice(this.#at, at + 1);
      this.#at = at + 1;
      return taken;
    }
    return undefined;
  }

  /**
   * Tokens between an opening token, already read, and the closing one of its type, which is read as well. Everything that is
   * left when it never comes.
   */
  inside(open: Token): Token[] {
    const close = open.type.replace(/_open$/, "_close");
    const start = this.#at;
    let depth = 1;
    while (this.#at < this.#tokens.length) {
      const token = this.#tokens[this.#at++]!;
      if (token.type === open.type) depth++;
      else if (token.type === close && --depth === 0) return this.#tokens.slice(start, this.#at - 1) as Token[];
    }
    return this.#tokens.slice(start) as Token[];
  }
}

/** Value of an attribute, "" without it. */
export function attribute(token: Token, name: string): string {
  for (const [key, value] of token.attrs ?? []) if (key === name) return String(value);
  return "";
}
