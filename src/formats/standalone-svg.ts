import { svgSize, textWithout } from "./mmd/svg.js";

const STRANGE = new Set(["script", "foreignobject", "iframe", "animate", "set", "handler"]);

/** Without scripts, foreign content and addresses; only parts of the drawing itself and embedded raster pictures are referred to. */
function harmless(source: string): string {
  return textWithout(source, STRANGE)
    .replace(/\son[a-z]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s<>"']+)/gi, "")
    .replace(
      /\s(?:xlink:)?href\s*=\s*(?:"([^"]*)"|'([^']*)'|[^\s<>"']+)/gi,
      (whole, double?: string, single?: string) =>
        /^(?:#|data:image\/(?:png|jpeg|gif|webp);)/i.test((double ?? single ?? "").trim()) ? whole : "",
    )
    .replace(/@import[^;}<]*;?/gi, "")
    .replace(/url\(\s*["']?(?!["']?#)[^)<]*\)/gi, "none");
}

/**
 * SVG from within a page as a file of its own: with its size in pixels and the names XML asks for. It is a stranger's: nothing of it runs and
 * nothing outside of it is opened.
 * @param scale pixels to a CSS pixel
 */
export function standaloneSvg(source: string, scale = 1): string {
  const { width, height } = svgSize(source);
  return harmless(source).replace(/^<svg\b([^>]*?)(\/?)>/i, (_, attributes: string, end: string) => {
    const kept = attributes.replace(/\s(?:width|height)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, "");
    const space = /\sxmlns\s*=/.test(kept) ? "" : ' xmlns="http://www.w3.org/2000/svg"';
    const link = /xmlns:xlink/.test(kept) ? "" : ' xmlns:xlink="http://www.w3.org/1999/xlink"';
    const box = /\sviewBox\s*=/i.test(kept) ? "" : ` viewBox="0 0 ${width} ${height}"`;
    return `<svg${space}${link}${box} width="${Math.round(width * scale)}" height="${Math.round(height * scale)}"${kept}${end}>`;
  });
}
