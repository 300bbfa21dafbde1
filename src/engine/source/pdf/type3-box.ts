import type { Box } from "../../../page.js";
import type { CharProc } from "./font-object.js";
import { cover, emptyBox, IDENTITY, intersect, isEmpty, isFiniteBox, type Matrix, mapBox, multiply } from "./matrix.js";
import { OP } from "./operators.js";

/** Operators of one glyph procedure that are read; real ones have some dozens. */
const MAX_OPERATORS = 5_000;

/**
 * Ink box of a Type 3 glyph in glyph space: what its procedure paints, within the box it declares with `d1`. Undefined
 * when it paints nothing.
 */
export function type3Box(proc: CharProc): Box | undefined {
  const { fnArray, argsArray } = proc;
  const ink = emptyBox();
  let declared: Box | undefined;
  let ctm: Matrix = IDENTITY;
  const stack: Matrix[] = [];
  const unitSquare = () => cover(ink, mapBox(ctm, 0, 0, 1, 1));
  for (let i = 0; i < Math.min(fnArray.length, MAX_OPERATORS); i++) {
    const args = argsArray[i] as unknown[];
    switch (fnArray[i]) {
      case OP.setCharWidthAndBounds: {
        const [, , x0, y0, x1, y1] = args as number[];
        declared = mapBox(IDENTITY, x0!, y0!, x1!, y1!);
        break;
      }
      case OP.save:
        stack.push(ctm);
        break;
      case OP.restore:
        ctm = stack.pop() ?? ctm;
        break;
      case OP.transform:
        ctm = multiply(ctm, args as number[]);
        break;
      case OP.paintFormXObjectBegin:
        stack.push(ctm);
        if (args[0]) ctm = multiply(ctm, args[0] as ArrayLike<number>);
        break;
      case OP.paintFormXObjectEnd:
        ctm = stack.pop() ?? ctm;
        break;
      case OP.constructPath: {
        const bounds = args[2] as ArrayLike<number> | null;
        if (args[0] !== OP.endPath && bounds) cover(ink, mapBox(ctm, bounds[0]!, bounds[1]!, bounds[2]!, bounds[3]!));
        break;
      }
      case OP.paintImageMaskXObject:
      case OP.paintImageXObject:
      case OP.paintInlineImageXObject:
      case OP.paintSolidColorImageMask:
        unitSquare();
        break;
      default:
    }
  }
  if (!isFiniteBox(ink)) return undefined;
  if (!declared || isEmpty(declared)) return ink;
  const clipped = intersect(ink, declared);
  return isEmpty(clipped) ? ink : clipped;
}
