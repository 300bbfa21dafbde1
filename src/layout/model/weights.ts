import type { TextBlockKind } from "../../page.js";

/**
 * How much the rules' word weighs against the net's: natural logarithms of odds. A rule that says k with weight w is overruled by a class that the
 * net holds e^(w / `NET`) times as likely as k. Set before the first weights existed, by how often each rule is wrong on the annotated pages; to be
 * tuned with `npm run eval -- layout --set tuning`, never on the unseen set.
 */
export const RULE_WEIGHTS: Readonly<Record<TextBlockKind, number>> = {
  // proved by their form: a label, a number, a marker, leaders
  figure_label: 8,
  equation_number: 8,
  toc_row: 7,
  list_item: 6,
  code: 5,
  pseudocode: 6,
  // proved by place and size together
  footnote: 4,
  page_info: 4,
  abstract: 5,
  title: 3,
  authors: 3,
  // suggested by one thing
  section_header: 2.5,
  quote: 1,
  form_field: 2,
  // what is left
  text: 2,
};

/** Weight of the net's logarithm. */
export const NET = 1;

/** Kinds the net may give: the others need what only a rule finds, a marker or a number. */
export const NET_KINDS = ["text", "title", "authors", "abstract", "section_header", "footnote", "quote"] as const;

/** Probabilities are taken to be at least this: the net is never sure that something is impossible. */
export const LEAST_PROBABILITY = 1e-3;
