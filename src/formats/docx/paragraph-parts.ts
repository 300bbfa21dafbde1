import type { Block, Inline, ParagraphBlock } from "../document.js";

/** Parts of a paragraph that stand in the line, and blocks that stand between them. */
export function splitFlow(nodes: readonly Inline[]): (Inline[] | Block)[] {
  const segments: (Inline[] | Block)[] = [];
  let line: Inline[] = [];
  const flush = () => {
    const trimmed = trimBreaks(line);
    if (trimmed.length > 0) segments.push(trimmed);
    line = [];
  };
  for (const node of nodes) {
    if (node.type === "table") {
      flush();
      segments.push(node.table);
    } else if (node.type === "math" && node.display) {
      flush();
      segments.push({ type: "math", latex: node.latex, firstNumber: 0, numbers: 0, labels: [], offset: node.offset });
    } else line.push(node);
  }
  flush();
  return segments;
}

function trimBreaks(nodes: Inline[]): Inline[] {
  const isGap = (node: Inline | undefined) =>
    node?.type === "break" || (node?.type === "text" && node.text.trim() === "");
  let [start, end] = [0, nodes.length];
  while (start < end && isGap(nodes[start])) start++;
  while (end > start && isGap(nodes[end - 1])) end--;
  return nodes.slice(start, end);
}

export function isPicture({ children }: ParagraphBlock): boolean {
  return (
    children.some((node) => node.type === "image") &&
    children.every(
      (node) => node.type === "image" || node.type === "break" || (node.type === "text" && node.text.trim() === ""),
    )
  );
}

export function pictureAlign(
  { children }: ParagraphBlock,
  place: { align?: "left" | "center" | "right"; inTable?: boolean },
): "left" | "center" | "right" {
  const own = children.flatMap((node) => (node.type === "image" && node.align ? [node.align] : []))[0];
  return own ?? place.align ?? (place.inTable ? "left" : "center");
}
