import { safeHref } from "../mmd/links.js";
import { loadMathJax } from "../mmd/vendor.js";

export interface TypesetFormula {
  /** SVG whose glyphs are references into `glyphDefinitions`, hidden from screen readers, and MathML for them. */
  html: string;
  /** The SVG takes the full line: formulas with numbers. */
  full: boolean;
}

/**
 * Typesets formulas with MathJax as SVG. Glyph outlines are stored once per page and referred to, so that a page with a
 * thousand formulas stays small.
 */
export class FormulaTypesetter {
  readonly #glyphs = new Map<string, string>();
  readonly #cache = new Map<string, TypesetFormula>();

  /**
   * @param counter number before the first one this formula may take
   * @throws Error with MathJax's message when the LaTeX cannot be read
   */
  typeset(latex: string, display: boolean, counter: number, numbered: boolean): TypesetFormula {
    const key = `${display ? "d" : "i"}${latex}`;
    const cached = numbered ? undefined : this.#cache.get(key);
    if (cached) return cached;
    const mathJax = loadMathJax();
    mathJax.Reset(counter + 1);
    const { svg = "", mathml = "" } = mathJax.TexConvert(
      latex,
      { display, metric: { cwidth: 1200 }, outMath: { include_svg: true, include_mathml: true } },
      true,
    );
    const picture = /<svg[\s\S]*<\/svg>/.exec(svg)?.[0] ?? "";
    const formula = {
      html: `${this.#shareGlyphs(clean(picture)).replace("<svg", '<svg aria-hidden="true"')}${clean(mathml).replace(/\n\s*/g, "")}`,
      full: /<mjx-container[^>]*\swidth="full"/.test(svg) || /<svg[^>]*\swidth="100%"/.test(svg),
    };
    if (!numbered) this.#cache.set(key, formula);
    return formula;
  }

  /** Outlines of all glyphs used, as one invisible SVG; "" without formulas. */
  glyphDefinitions(): string {
    if (this.#glyphs.size === 0) return "";
    const paths = [...this.#glyphs].map(([outline, id]) => `<path id="${id}" d="${outline}"/>`);
    return `<svg class="glyphs" aria-hidden="true" width="0" height="0"><defs>${paths.join("")}</defs></svg>`;
  }

  #shareGlyphs(svg: string): string {
    return svg.replace(/<path data-c="[^"]*" d="([^"]*)"([^>]*)><\/path>/g, (whole, outline: string, rest: string) => {
      if (outline === "") return "";
      if (outline.length < 24) return whole;
      let id = this.#glyphs.get(outline);
      if (id === undefined) {
        id = `g${this.#glyphs.size}`;
        this.#glyphs.set(outline, id);
      }
      return `<use href="#${id}"${rest}/>`;
    });
  }
}

/** `\href`, `\style`, `\cssId` and `\class` let a formula write attributes: unsafe addresses, ids, classes and styles go. */
function clean(markup: string): string {
  return markup
    .replace(/\s(?:xlink:)?href="([^"]*)"/g, (whole, address: string) => {
      const href = safeHref(address.replaceAll("&amp;", "&"));
      return href === undefined || href !== address.replaceAll("&amp;", "&") ? "" : whole;
    })
    .replace(/\s(?:id|class|onclick|on[a-z]+)="[^"]*"/g, "")
    .replace(/\sstyle="([^"]*)"/g, (whole, style: string) =>
      /^[\s\w:;.,%#()-]*$/.test(style) && !/url|expression|import|position|@/i.test(style) ? whole : "",
    );
}
