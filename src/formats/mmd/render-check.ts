import { loadMathJax, loadRenderer } from "./vendor.js";

/** Structure commands that a renderer must have consumed; seen as text, they were not understood. */
const LEFT_OVER =
  /\\(?:begin|end)\{[^}]*\}|\\item\b|\\(?:title|author|caption|footnotetext|(?:sub)*section\*?|multicolumn|multirow|includegraphics)\b|\\(?:hline|cline)\b/g;

/**
 * Renders MMD with the vendor's own renderer and reports what it did not understand: formulas in error and commands that came
 * out as text. Loads MathJax (about half a second), so it is for tests and tools, not for conversions.
 * @returns one sentence per problem; empty when the document renders
 */
export function renderCheck(mmd: string): string[] {
  const mathJax = loadMathJax();
  const problems: string[] = [];
  const html = loadRenderer().markdownToHTML(mmd, {
    htmlTags: true,
    outMath: { include_svg: false, include_latex: true },
    codeHighlight: { auto: false, code: false },
  });
  if (mmd.trim() !== "" && html === "") return ["the renderer failed"];
  for (const [, block, latex] of html.matchAll(
    /<span class="math-(inline|block)[^>]*>\s*<latex[^>]*>([\s\S]*?)<\/latex>/g,
  )) {
    try {
      mathJax.TexConvert(unescapeHtml(latex ?? ""), { display: block === "block" }, true);
    } catch (error) {
      problems.push(
        `formula ${unescapeHtml(latex ?? "").trim()}: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  const visible = unescapeHtml(
    html
      .replace(/<latex[\s\S]*?<\/latex>/g, "")
      .replace(/<pre[\s\S]*?<\/pre>/g, "")
      .replace(/<code[\s\S]*?<\/code>/g, "")
      .replace(/<[^>]*>/g, ""),
  );
  const meant = literalCommands(mmd);
  for (const [command] of visible.matchAll(LEFT_OVER)) {
    const at = meant.indexOf(command);
    if (at >= 0) meant.splice(at, 1);
    else problems.push(`${command} came out as text`);
  }
  return problems;
}

/** Commands that the MMD escapes on purpose: `\\section{…}` is meant to be read. */
function literalCommands(mmd: string): string[] {
  return [...mmd.replaceAll("\\\\", "\u0000").matchAll(/\u0000([a-z]+\*?(?:\{[^}]*\})?)/g)].flatMap(([, name]) => {
    const matched = `\\${name}`.match(LEFT_OVER);
    return matched ?? [];
  });
}

function unescapeHtml(html: string): string {
  return html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
