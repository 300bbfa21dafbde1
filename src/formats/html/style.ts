import type { HtmlOptions } from "./options.js";

const PAGE_STYLE = `
:root{color-scheme:light dark;--text:#1e2029;--back:#fff;--soft:#5b6070;--line:#c9ccd6;--panel:#f4f5f8;--link:#0b57b7}
@media (prefers-color-scheme:dark){:root{--text:#e4e6eb;--back:#17181c;--soft:#a2a8b8;--line:#444854;--panel:#22242b;--link:#8ab4f8}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--text);font:1.0625rem/1.6 Georgia,"Times New Roman","Noto Serif",serif}
main{max-width:46rem;margin:0 auto;padding:2rem 1.25rem 4rem;overflow-wrap:break-word}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.8em 0 .6em;font-weight:600}
h1.title{font-size:2rem;text-align:center;margin:.5em 0 .8em}
h2{font-size:1.45rem}h3{font-size:1.2rem}h4{font-size:1.05rem}
.authors{display:flex;flex-wrap:wrap;justify-content:center;gap:.5rem 2.5rem;text-align:center;margin:0 0 1.5rem}
.authors>div>span{display:block}.authors>div>span+span{color:var(--soft);font-size:.95em}
.abstract{margin:1.5rem 1.5rem 2rem;font-size:.97em}
.abstract h2{font-size:1rem;text-align:center;margin:0 0 .4em}
p{margin:.8em 0}a{color:var(--link)}
.math{white-space:nowrap}.math svg,.equation svg{overflow:visible;vertical-align:baseline}
.equation{display:block;margin:1em 0;text-align:center;overflow-x:auto;overflow-y:hidden;padding:.15em 0}
.equation.full svg{width:100%}
.math math,.equation math{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.math,.equation{position:relative}
.math-source{color:#b3261e;font-size:.9em}
svg [data-frame],svg [data-line]{stroke-width:70px;fill:none}.glyphs{position:absolute}
figure{margin:1.6em 0;text-align:center}figcaption{color:var(--soft);font-size:.94em;margin:.5em 0;text-align:center}
.picture{text-align:center}img{max-width:100%;height:auto}img.crop{background:#fff;padding:4px;border-radius:3px}
.missing{color:var(--soft);border:1px dashed var(--line);padding:.4em .8em;display:inline-block;font-size:.9em}
.table{overflow-x:auto;margin:1em 0}table{border-collapse:collapse;margin:0 auto;font-size:.95em}
td,th{padding:.25em .6em;vertical-align:top;text-align:left}td p,th p{margin:0}td .table{margin:0}td table{font-size:1em}td td{padding:.05em .4em}
.one{white-space:nowrap}td.c,th.c{text-align:center}td.r,th.r{text-align:right}
.bt{border-top:1px solid var(--text)}.bb{border-bottom:1px solid var(--text)}.bl{border-left:1px solid var(--text)}.br{border-right:1px solid var(--text)}
.md td,.md th{border-bottom:1px solid var(--line)}
blockquote{margin:1em 0;padding:.1em 1.2em;border-left:3px solid var(--line);color:var(--soft)}
pre{background:var(--panel);padding:.8em 1em;overflow-x:auto;border-radius:4px;line-height:1.45;font-size:.9em}
code,kbd{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.92em}
li>p{margin:.25em 0}li.marked{list-style:none;position:relative}li.marked>.marker{position:absolute;right:calc(100% + .5em);white-space:nowrap}
aside.footnote,.notes{font-size:.9em;color:var(--soft)}aside.footnote{border-top:1px solid var(--line);margin:1.2em 0;padding-top:.3em}aside.footnote+aside.footnote{border-top:0;margin-top:-.9em;padding-top:0}
aside.footnote p{margin:.3em 0}.notes{border-top:1px solid var(--line);margin-top:3em}
nav.contents{background:var(--panel);border-radius:4px;padding:.6em 1.2em;margin:1.5em 0;font-size:.95em}
nav.contents summary{cursor:pointer;font-weight:600}nav.contents ol{list-style:none;margin:.4em 0;padding-left:1.2em}
.theorem{margin:1.2em 0}.theorem>p:first-of-type{display:inline}.theorem.statement{font-style:italic}.theorem .head{font-style:normal;font-weight:600}
.theorem.proof .head{font-style:italic;font-weight:400}.qed{float:right}
.double{text-decoration:underline double}.wave{text-decoration:underline wavy}.dash{text-decoration:underline dashed}.dot{text-decoration:underline dotted}
.page-break{border:0;border-top:1px dashed var(--line);margin:2em 0}
@media screen and (min-width:62rem){main>.table:has(>table[style]){margin-inline:calc(50% - 46vw)}}
@media print{:root{--room:165mm;--text:#000;--back:#fff;--soft:#333;--line:#999;--panel:#f4f4f4;--link:#000}
table[style]{font-size:min(.95em,calc(var(--room)/(var(--signs)*.58)))}
main{max-width:none;padding:0}nav.contents{display:none}h1,h2,h3,h4{break-after:avoid}figure,table,pre,.equation{break-inside:avoid}
.page-break{break-after:page;visibility:hidden;margin:0}a{text-decoration:none}}
`
  .trim()
  .replace(/\n/g, "");

/** Only what a colour can be. */
export const COLOUR = /^(?:#[0-9a-fA-F]{3,8}|[a-zA-Z]{3,24}|(?:rgb|hsl)a?\([\d\s.,%/]+\))$/;

export function pageStyle(options: HtmlOptions): string {
  const set = (name: string, value: string | undefined) =>
    value !== undefined && COLOUR.test(value.trim()) ? `--${name}:${value.trim()};` : "";
  const colours = set("text", options.textColor) + set("back", options.backgroundColor);
  const own = (options.customCss ?? "").replace(/<(?=[a-z/!?])|-->|@import|url\(/gi, "");
  return (
    PAGE_STYLE + (colours === "" ? "" : `:root{${colours}}@media (prefers-color-scheme:dark){:root{${colours}}}`) + own
  );
}
