import type { Span, TextBlock } from "../../page.js";
import { inlineMmd, plainText } from "../inline.js";
import type { LineRecord } from "../lines-json.js";
import { addContainer, addTextLines, blockFlow, type PageScope, textSpec } from "../page-scope.js";
import type { RenderOptions } from "../render-options.js";

/** The language has three levels; deeper headings share the last. */
const COMMANDS = ["section", "subsection", "subsubsection"] as const;

/** Printed section number: `1`, `2.3`, `A.1`, `IV.`, `§ 4`, `1)`; a lone letter or Roman number needs its full stop. */
const SECTION_NUMBER = /^\s*(?:§\s*)?(?:\d+(?:\.\d+)*[.)]?|[A-Z](?:\.\d+)+\.?|[A-Z][.)]|[IVXLC]+[.)])(?:\s+|$)/u;

export function renderSectionHeader(block: TextBlock, scope: PageScope, parent: LineRecord | undefined): void {
  const container = addContainer(scope, "section_header", block, parent);
  const flow = blockFlow(scope, block, { context: "braced" }).map((line) => ({
    ...line,
    joint: line.joint === "\n" ? " " : line.joint,
  }));
  const first = flow.find(({ body }) => body !== "");
  if (first && dropsNumber(scope.options)) {
    const rest = withoutNumber(first.line.spans);
    const body = rest && inlineMmd(rest, "braced", scope.options);
    // a heading that is nothing but its number keeps it
    if (body || flow.some((line) => line !== first && line.body !== "")) first.body = body ?? first.body;
    const next = flow.find((line) => line !== first && line.body !== "");
    if (first.body === "" && next) next.joint = "";
  }
  addTextLines(
    scope,
    flow,
    { open: `\\${command(block.level, scope.options)}{`, close: "}" },
    (line, display) => textSpec(line, display, container),
    () => scope.separators.block(),
  );
}

function command(level: number | undefined, options: RenderOptions): string {
  const index = Math.min(Math.max(level ?? 1, 1), COMMANDS.length) - 1;
  return COMMANDS[index]! + (options.autoNumberSections ? "" : "*");
}

/** With automatic numbers the printed one would stand twice. */
function dropsNumber(options: RenderOptions): boolean {
  return options.removeSectionNumbering || options.autoNumberSections;
}

/** Spans behind the printed number, or undefined when there is none. */
function withoutNumber(spans: readonly Span[]): Span[] | undefined {
  const first = spans[0];
  if (first?.kind !== "text") return undefined;
  const joined = plainText(spans.filter((span) => span.kind === "text"));
  const match = SECTION_NUMBER.exec(joined);
  if (!match) return undefined;
  let left = match[0].length;
  const rest: Span[] = [];
  let leading = true;
  for (const span of spans) {
    if (span.kind === "math" || left === 0) {
      rest.push(span);
      continue;
    }
    const text: string = leading ? span.text.trimStart() : span.text;
    leading = leading && text === "";
    const cut = Math.min(left, text.length);
    left -= cut;
    if (cut < text.length) rest.push({ ...span, text: text.slice(cut) });
  }
  return rest;
}
