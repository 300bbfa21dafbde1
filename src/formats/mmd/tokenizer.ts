import type { InlineRule, MarkdownIt, Token } from "./tokens.js";
import { loadTokenizer } from "./vendor.js";

/** Deepest nesting of blocks and of inlines that is followed; markdown-it's own guard. */
const MAX_NESTING = 60;

export interface Tokenizer {
  parse(source: string): Token[];
  /** Tokens of a fragment that the package leaves as raw text, such as captions. */
  inline(source: string): Token[];
  /** What the package knows about the notes of the document parsed last, by its own ids. */
  notes(): readonly unknown[];
  /** Block tokens of `[^label]: …`. */
  noteDefinition(label: string): Token[] | undefined;
}

/** Where the package keeps notes. */
interface Environment {
  mmd_footnotes?: { list?: unknown[]; refsTokens?: Record<string, Token[]> };
}

export interface TokenizerOptions {
  /** HTML tags are recognised; otherwise they are text. */
  htmlTags: boolean;
}

/** Tokenizer for one document. */
export function createTokenizer(options: TokenizerOptions): Tokenizer {
  const md = configured(options);
  let env: Environment = {};
  return {
    parse(source) {
      env = {};
      return md.parse(source, env);
    },
    inline(source) {
      const out: Token[] = [];
      md.inline.parse(source, md, env, out);
      return out;
    },
    notes: () => env.mmd_footnotes?.list ?? [],
    noteDefinition: (label) => env.mmd_footnotes?.refsTokens?.[`:${label}`],
  };
}

/** Setting up the rules takes longer than a short document; what they remember of one is in its environment. */
const parsers = new Map<boolean, MarkdownIt>();

function configured(options: TokenizerOptions): MarkdownIt {
  const known = parsers.get(options.htmlTags);
  if (known) return known;
  const made = configure(options);
  parsers.set(options.htmlTags, made);
  return made;
}

function configure({ htmlTags }: TokenizerOptions): MarkdownIt {
  const library = loadTokenizer();
  const md = new library.MarkdownIt({
    html: htmlTags,
    // matching tags looks through the rest of the document for each; the adapter pairs them itself
    htmlDisableTagMatching: true,
    breaks: true,
    linkify: true,
    typographer: false,
    maxNesting: MAX_NESTING,
  });
  // `forLatex` keeps commands, rules and column specifications on the tokens and leaves formulas untypeset
  md.use(library.mathpixMarkdownPlugin, {
    forLatex: true,
    htmlTags,
    width: 1200,
    codeHighlight: { auto: false, code: false },
  });
  for (const [plugin, settings] of library.plugins) md.use(plugin, settings);
  // emoji by name only: `:)` and `8)` in running text are no emoji
  md.use(library.emojiPlugin, { shortcuts: {} });
  // the first acts on any backslash before the word `usepackage`, and takes all blanks out of the paragraph; the second tries one number after
  // the other for headings alike, and the adapter makes anchors of its own
  md.disable(["usepackage", "anchor"]);
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  md.inline.ruler.before("escape", "mmd_href", href);
  md.inline.ruler.at("captionLatex", caption);
  for (const [name, start] of SEARCHING_RULES) onlyAt(md, name, start);
  keepLinkify(md);
  // every address reaches the adapter, which decides what becomes a link
  md.validateLink = () => true;
  return md;
}

/**
 * Rules that look for their command in all that follows: each backslash costs a look at the rest of the paragraph, and what
 * stands between it and the command is lost. They are asked only where their command starts.
 */
const SEARCHING_RULES: readonly (readonly [string, RegExp])[] = [
  ["inlineDiagbox", /\\(?:diagbox|backslashbox|slashbox)/y],
  ["latex_footnotetext", /\\(?:bl)?footnotetext/y],
];

function onlyAt(md: MarkdownIt, name: string, start: RegExp): void {
  const original = ruleOf(md, name);
  md.inline.ruler.at(name, (state, silent) => {
    start.lastIndex = state.pos;
    return start.test(state.src) && original(state, silent);
  });
}

/** A `\url` switches the recognition of addresses off for good, in this document and all that follow. */
function keepLinkify(md: MarkdownIt): void {
  const original = ruleOf(md, "linkifyURL");
  md.inline.ruler.at("linkifyURL", (state, silent) => {
    const matched = original(state, silent);
    // the list rules put other options in the place of the first
    state.md.options.linkify = true;
    return matched;
  });
}

function ruleOf(md: MarkdownIt, name: string): InlineRule {
  const rule = md.inline.ruler.__rules__.find((known) => known.name === name);
  if (!rule) throw new Error(`mathpix-markdown-it has no rule ${name}`);
  return rule.fn;
}

/** `\href{address}{text}`: part of the language, but not among the package's rules. */
const href: InlineRule = (state, silent) => {
  if (!state.src.startsWith("\\href", state.pos)) return false;
  const address = argument(state.src, state.pos + 5, state.posMax);
  const label = address && argument(state.src, address.end, state.posMax);
  if (!address || !label) return false;
  if (!silent) {
    const token = state.push("mmd_href", "", 0);
    token.attrs = [["href", address.text.replace(/\\([#%&_~$])/g, "$1").trim()]];
    token.children = [];
    token.content = label.text;
    state.md.inline.parse(label.text, state.md, state.env as object, token.children);
  }
  state.pos = label.end;
  return true;
};

/** `\caption{…}` with braces within, as formulas have them; the package's rule ends at the first that closes. */
const caption: InlineRule = (state, silent) => {
  const start = /\\caption\s*(?=\{)/y;
  start.lastIndex = state.pos;
  if (!start.test(state.src)) return false;
  const text = argument(state.src, start.lastIndex, state.posMax);
  if (!text) return false;
  if (!silent) {
    const token = state.push("caption", "", 0);
    token.content = text.text;
    token.children = [];
    token.hidden = true;
  }
  state.pos = text.end;
  return true;
};

/** Longest argument looked at: bounds the work on braces that never close. */
const MAX_ARGUMENT = 5000;

function argument(source: string, start: number, limit: number): { text: string; end: number } | undefined {
  if (source[start] !== "{") return undefined;
  let depth = 0;
  for (let i = start; i < Math.min(limit, start + MAX_ARGUMENT); i++) {
    const char = source[i];
    if (char === "\\") i++;
    else if (char === "{") depth++;
    else if (char === "}" && --depth === 0) return { text: source.slice(start + 1, i), end: i + 1 };
  }
  return undefined;
}
