/** The only file that loads pptxgenjs. Its types speak of a module whose default is the class; under Node the module is it. */
import { createRequire } from "node:module";
import type library from "pptxgenjs";

export type Deck = library.default;
export type Slide = library.default.Slide;
export type TextProps = library.default.TextProps;
export type TableRow = library.default.TableRow;
export type TableCellProps = library.default.TableCell;
export type BorderProps = library.default.BorderProps;

export function createDeck(): Deck {
  const Library = createRequire(import.meta.url)("pptxgenjs") as new () => Deck;
  return new Library();
}
