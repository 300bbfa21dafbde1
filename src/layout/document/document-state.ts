import type { TextBlock } from "../../page.js";

/** The last block of running text, as far as joining needs it. */
export interface OpenBlock {
  kind: "text" | "list_item";
  /** Text of its last line. */
  tail: string;
  /** px */
  size: number;
  font: string;
  /** The last line reaches the right edge of its block (so the text can go on). */
  full: boolean;
  /** Width of the block, px. */
  width: number;
}

/** What goes from page to page while a document is resolved in order. */
export interface DocumentState {
  open: OpenBlock | undefined;
  /** Inside a list of references: numbered entries are paragraphs, not lists. */
  inReferences: boolean;
  /** The title has been given. */
  titled: boolean;
}

export function createDocumentState(): DocumentState {
  return { open: undefined, inReferences: false, titled: false };
}

export type FlowBlock = TextBlock & { kind: "text" | "list_item" };
