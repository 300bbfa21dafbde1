import type { MathNode } from "./tree.js";

/** A place along the row; exact where the pen is known, the ink's edge else. */
export interface Place {
  x: number;
  exact: boolean;
}

/** TeX's \nulldelimiterspace and \scriptspace, text sizes of 10 pt. */
const NULL_DELIMITER = 0.12;
const SCRIPT_SPACE = 0.05;

/** TeX adds a slanted letter's italic correction behind it, which reaches this far beyond the ink, text sizes. */
const CORRECTION = 0.025;

/** Where TeX's pen stood before a node. `em`: text size, px. */
export function penBefore(node: MathNode, em: number): Place {
  if (node.pen) return { x: node.pen[0], exact: true };
  switch (node.type) {
    case "row":
      return node.children[0] ? penBefore(node.children[0], em) : ink(node);
    case "scripts":
      return node.base ? penBefore(node.base, em) : ink(node);
    case "fraction":
      return { x: node.box.x0 - NULL_DELIMITER * em, exact: true };
    case "accent":
    case "negation":
      return node.box.x0 < node.body.box.x0 - 0.02 * em ? ink(node) : penBefore(node.body, em);
    case "stack":
      return leftmost([node.base, node.over, node.under].flatMap((part) => (part ? [penBefore(part, em)] : [])));
    default:
      return ink(node);
  }
}

/** Where it stood behind the node. */
export function penBehind(node: MathNode, em: number): Place {
  if (node.pen) {
    const overhang = node.box.x1 > node.pen[1] + 0.01 * em;
    return { x: overhang ? node.box.x1 + CORRECTION * em : node.pen[1], exact: true };
  }
  switch (node.type) {
    case "row":
      return node.children.length > 0 ? penBehind(node.children.at(-1)!, em) : ink(node, 1);
    case "scripts": {
      const ends = [node.sub, node.sup].flatMap((script) => (script ? [penBehind(script, em)] : []));
      return { x: Math.max(...ends.map(({ x }) => x)) + SCRIPT_SPACE * em, exact: ends.every(({ exact }) => exact) };
    }
    case "fraction":
      return { x: node.box.x1 + NULL_DELIMITER * em, exact: true };
    case "negation":
      return penBehind(node.body, em);
    default:
      return ink(node, 1);
  }
}

function ink({ box }: MathNode, side: 0 | 1 = 0): Place {
  return { x: side === 0 ? box.x0 : box.x1, exact: false };
}

/** The box of a base and its labels begins with the widest of them. */
function leftmost(places: readonly Place[]): Place {
  return places.reduce((first, place) => (place.x < first.x ? place : first));
}
