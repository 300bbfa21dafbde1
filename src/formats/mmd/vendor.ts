/**
 * The only file that loads mathpix-markdown-it. Its markdown rules import MathJax, highlight.js, a DOM and fonts, half a second
 * of loading that tokenising does not need: formulas stay LaTeX until a format typesets them. So the rules are loaded against
 * stand-ins of those modules, and the loader's memory of them is wiped afterwards, so that whoever wants the whole package
 * later gets it whole.
 */
import { createRequire } from "node:module";
import type { Token, TokenizerLibrary } from "./tokens.js";

const require = createRequire(import.meta.url);
const PACKAGE = "mathpix-markdown-it";

const nothing = () => undefined;

/** Modules the rules import but do not use while tokenising, and what they look for when loaded. */
const STAND_INS: Readonly<Record<string, unknown>> = {
  [`${PACKAGE}/lib/mathjax/index.js`]: {
    MathJax: { Reset: nothing, GetLastEquationNumber: () => 0 },
    OuterHTML: nothing,
  },
  [`${PACKAGE}/lib/mathpix-markdown-model/index.js`]: {
    MathpixMarkdownModel: {},
    ParserErrors: { show: "show", hide: "hide", show_input: "show_input" },
    TTocStyle: {},
  },
  "highlight.js": {},
  "@mathpix/domino": {},
  "opentype.js": {},
};

/** Plugins applied to markdown-it after the package's own, as its renderer does. */
const PLUGINS: readonly (readonly [string, unknown?])[] = [
  ["markdown-it-multimd-table", { enableRowspan: true, enableMultilineRows: true }],
  ["markdown-it-footnote"],
  ["markdown-it-sub"],
  ["markdown-it-sup"],
  ["markdown-it-deflist"],
  ["markdown-it-mark"],
  ["markdown-it-ins"],
];

let tokenizer: TokenizerLibrary | undefined;

/** markdown-it with the rules of Mathpix Markdown, without MathJax. Loaded once. */
export function loadTokenizer(): TokenizerLibrary {
  tokenizer ??= withStandIns(() => {
    const inside = createRequire(require.resolve(`${PACKAGE}/package.json`));
    const { mathpixMarkdownPlugin } = require(`${PACKAGE}/lib/markdown/mathpix-markdown-plugins.js`) as Record<
      string,
      unknown
    >;
    const { mdPluginCollapsible } = require(`${PACKAGE}/lib/markdown/mdPluginConfigured.js`) as Record<string, unknown>;
    return {
      MarkdownIt: inside("markdown-it") as TokenizerLibrary["MarkdownIt"],
      mathpixMarkdownPlugin,
      plugins: [
        ...PLUGINS.map(([name, options]) => [inside(name), options] as const),
        [mdPluginCollapsible, undefined] as const,
      ],
      emojiPlugin: inside("markdown-it-emoji"),
    };
  });
  return tokenizer;
}

/** What MathJax gives for one formula. */
export interface Typeset {
  /** `<mjx-container>` with the SVG. */
  svg?: string;
  mathml?: string;
  asciimath?: string;
  /** Size in ex, when the picture has one. */
  widthEx?: number;
  heightEx?: number;
  labels?: Record<string, { tag: string; id: string }> | null;
}

export interface MathJaxLibrary {
  /** @throws Error with MathJax's message, or for a formula that is too long */
  TexConvert(latex: string, options: object, throwError: boolean): Typeset;
  /** Sets the equation counter so that the next number is `next`. */
  Reset(next: number): void;
}

/** Longest formula that MathJax gets: its own buffer ends at 15 KiB, and deep ones cost it quadratic time. */
const MAX_LATEX = 12_000;

function checkLength(latex: string): void {
  if (latex.length > MAX_LATEX) throw new Error(`formula of ${latex.length} characters is too long`);
}

let mathJax: MathJaxLibrary | undefined;

export function loadMathJax(): MathJaxLibrary {
  if (mathJax) return mathJax;
  const { MathJax: vendor } = require(`${PACKAGE}/lib/mathjax/index.js`) as { MathJax: MathJaxLibrary };
  mathJax = {
    TexConvert: (latex, options, throwError) => {
      checkLength(latex);
      return vendor.TexConvert(expandMacros(latex), options, throwError);
    },
    Reset: (next) => vendor.Reset(next),
  };
  return mathJax;
}

/** A node of MathJax's inner tree: MathML elements, `TeXAtom` and `inferredMrow` for groups, `text` for characters. */
export interface MathJaxNode {
  kind: string;
  childNodes: (MathJaxNode | null)[];
  /** 0–8 by The TeXbook, chapter 17, -1 for none. */
  texClass?: number | null;
  attributes?: { get(name: string): unknown; getExplicit(name: string): unknown };
  getProperty?(name: string): unknown;
  /** The operator at the core of an embellished one. */
  coreMO?(): MathJaxNode;
  /** Of kind `text`. */
  text?: string;
}

/** MathJax's packages of commands: the vendor's, and what papers use besides. */
const MATH_PACKAGES =
  "base ams boldsymbol html newcommand unicode color mhchem enclose extpfeil empheq cases cancel array icon " +
  "mathtools braket upgreek textmacros textcomp gensymb centernot configmacros";

/** Commands of common packages that MathJax lacks, by what shows the same. */
const MATH_MACROS: Readonly<Record<string, string | readonly [string, number]>> = {
  bm: ["\\boldsymbol{#1}", 1],
  mathbbm: ["\\mathbb{#1}", 1],
  mathds: ["\\mathbb{#1}", 1],
  dag: "\\dagger",
  ddag: "\\ddagger",
  vcentcolon: "\\mathrel{:}",
  llbracket: "\\mathopen{⟦}",
  rrbracket: "\\mathclose{⟧}",
  textsc: ["\\text{#1}", 1],
  textsl: ["\\textit{#1}", 1],
  textmd: ["\\text{#1}", 1],
  emph: ["\\textit{#1}", 1],
  mathbfit: ["\\boldsymbol{#1}", 1],
  pmb: ["\\boldsymbol{#1}", 1],
  ensuremath: ["#1", 1],
  textnormal: ["\\text{#1}", 1],
  nicefrac: ["{}^{#1}/_{#2}", 2],
  sfrac: ["{}^{#1}/_{#2}", 2],
  slashed: ["\\not{#1}", 1],
  colonequals: "\\mathrel{:=}",
  equalscolon: "\\mathrel{=:}",
  coloncolonequals: "\\mathrel{::=}",
  xspace: "",
  displaylimits: "",
  allowbreak: "",
};

/** Relations of mathtools, which the vendor's MathJax does not load. */
const MATHTOOLS: Readonly<Record<string, string>> = {
  coloneqq: "\\mathrel{:=}",
  eqqcolon: "\\mathrel{=:}",
  Coloneqq: "\\mathrel{::=}",
  coloneq: "\\mathrel{:-}",
  eqcolon: "\\mathrel{-:}",
  dblcolon: "\\mathrel{::}",
  colonapprox: "\\mathrel{:\\approx}",
  colonsim: "\\mathrel{:\\sim}",
  lparen: "(",
  rparen: ")",
};

/** What to write for a command that the vendor's MathJax lacks; those that rearrange their arguments are left out. */
const MACRO_TEXTS = new Map(
  Object.entries({ ...MATH_MACROS, ...MATHTOOLS }).flatMap(([name, macro]) => {
    const text = typeof macro === "string" ? macro : macro[0];
    if (typeof macro === "string") return [[name, text === "" ? "" : `${text} `] as const];
    if (text === "#1") return [[name, ""] as const];
    return macro[1] === 1 && text.endsWith("{#1}") ? [[name, text.slice(0, -"{#1}".length)] as const] : [];
  }),
);

function expandMacros(latex: string): string {
  return latex.replace(/\\([A-Za-z]+)/g, (whole, name: string) => MACRO_TEXTS.get(name) ?? whole);
}

interface MathJaxInput {
  setMmlFactory(factory: object): void;
  reset(counter: number): void;
  compile(item: object, document: object): MathJaxNode;
}

/** MathJax's reader of LaTeX without its typesetter; definitions made by a formula stay within the parser. */
export function createMathParser(): (latex: string, display: boolean, counter: number) => MathJaxNode {
  const inside = createRequire(require.resolve(`${PACKAGE}/package.json`));
  const { TeX } = inside("mathjax-full/js/input/tex.js") as { TeX: new (options: object) => MathJaxInput };
  const { MmlFactory } = inside("mathjax-full/js/core/MmlTree/MmlFactory.js") as { MmlFactory: new () => object };
  const { AbstractMathItem } = inside("mathjax-full/js/core/MathItem.js") as {
    AbstractMathItem: new (latex: string, input: MathJaxInput, display: boolean) => object;
  };
  inside("mathjax-full/js/input/tex/AllPackages.js");
  for (const own of ["array/ArrayConfiguration", "icon/IconConfiguration"])
    require(`${PACKAGE}/lib/mathjax/helpers/${own}.js`);
  const input = new TeX({
    packages: MATH_PACKAGES.split(" "),
    tags: "ams",
    maxBuffer: 15 * 1024,
    macros: MATH_MACROS,
    formatError: (_: unknown, error: { message: string }) => {
      throw new Error(error.message);
    },
  });
  input.setMmlFactory(new MmlFactory());
  return (latex, display, counter) => {
    checkLength(latex);
    input.reset(counter);
    return input.compile(new AbstractMathItem(latex, input, display), {});
  };
}

interface Renderer {
  markdownToHTML(mmd: string, options: object): string;
}

/** The vendor's renderer, for checks. */
export function loadRenderer(): Renderer {
  return (require(PACKAGE) as { MathpixMarkdownModel: Renderer }).MathpixMarkdownModel;
}

function withStandIns<T>(load: () => T): T {
  const before = new Set(Object.keys(require.cache));
  const inside = createRequire(require.resolve(`${PACKAGE}/package.json`));
  const held = new Map<string, NodeJS.Module | undefined>();
  try {
    for (const [name, exports] of Object.entries(STAND_INS)) {
      const id = inside.resolve(name);
      held.set(id, require.cache[id]);
      require.cache[id] = {
        id,
        filename: id,
        loaded: true,
        exports,
        children: [],
        paths: [],
        path: "",
      } as unknown as NodeJS.Module;
    }
    return load();
  } finally {
    for (const [id, module] of held) {
      if (module) require.cache[id] = module;
      else delete require.cache[id];
    }
    for (const id of Object.keys(require.cache)) if (!before.has(id) && id.includes(PACKAGE)) delete require.cache[id];
  }
}

export type { Token };
