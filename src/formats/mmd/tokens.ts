/** The parts of markdown-it's and mathpix-markdown-it's tokens that the adapter reads. */
export interface Token {
  /** `paragraph_open`, `inline_math`, `tabular`, … */
  type: string;
  nesting: -1 | 0 | 1;
  /** Source lines [first, end) for top-level blocks. */
  map: [number, number] | null;
  attrs: [string, string | number][] | null;
  content: string;
  markup: string;
  info: string;
  children: Token[] | null;
  hidden: boolean;
  meta: unknown;
  /** What the package keeps for its LaTeX export: the command, column specification, rules … */
  latex?: string;
  inputLatex?: string;
  mmd_type?: string;
  parentType?: string;
  environment?: string;
  envNumber?: string;
  envDescription?: string;
  isUnNumbered?: boolean;
  marker?: string;
  markerTokens?: Token[];
  /** Lists around a list. */
  prentLevel?: number;
  startValue?: number | string;
  underlineType?: string;
}

export interface InlineState {
  src: string;
  pos: number;
  posMax: number;
  push(type: string, tag: string, nesting: -1 | 0 | 1): Token;
  md: MarkdownIt;
  env: unknown;
}

export type InlineRule = (state: InlineState, silent: boolean) => boolean;

export interface MarkdownIt {
  use(plugin: unknown, options?: unknown): MarkdownIt;
  parse(source: string, env: object): Token[];
  inline: {
    parse(source: string, md: MarkdownIt, env: object, out: Token[]): void;
    ruler: {
      before(name: string, own: string, rule: InlineRule): void;
      at(name: string, rule: InlineRule): void;
      /** All rules in their order; the library has no other way to a rule by its name. */
      __rules__: { name: string; fn: InlineRule }[];
    };
  };
  options: { linkify?: boolean };
  disable(rules: string[]): MarkdownIt;
  linkify: { set(options: object): void };
  validateLink: (url: string) => boolean;
}

export interface TokenizerLibrary {
  MarkdownIt: new (options: object) => MarkdownIt;
  mathpixMarkdownPlugin: unknown;
  plugins: readonly (readonly [unknown, unknown])[];
  emojiPlugin: unknown;
}
