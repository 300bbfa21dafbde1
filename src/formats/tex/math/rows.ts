/** Rows and cells being read. `none`: neither may end here. */
export class Rows {
  rows = 1;
  columns = 1;
  column = 1;
  /** Nothing but rules since the row began. */
  atStart = true;

  constructor(readonly kind: "none" | "rows" | "cells" | "array") {}
}
