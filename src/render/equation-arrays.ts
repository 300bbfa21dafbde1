/** The outer environment of a displayed formula: plain `array` or the idiomatic `aligned`, `gathered`, `cases`; and its tags. */

export interface OuterEnvironment {
  name: string;
  /** Argument of `array` (`rl`); "" otherwise. */
  columns: string;
  body: string;
  /** `\left\{` in front and `\right.` behind, as in a spelled-out `cases`. */
  leftBrace: boolean;
}

const ENVIRONMENT =
  /^(\\left\s*\\\{\s*)?\\begin\s*\{(array|aligned|gathered|cases|align\*?|gather\*?)\}(?:\s*\{([^{}]*)\})?([\s\S]*)\\end\s*\{\2\}(\s*\\right\s*\.)?$/;

/** The environment that spans the whole formula, or undefined. */
export function outerEnvironment(latex: string): OuterEnvironment | undefined {
  const match = ENVIRONMENT.exec(latex.trim());
  if (!match) return undefined;
  const [, left, name = "", argument, inner = "", right] = match;
  if ((left === undefined) !== (right === undefined)) return undefined;
  const takesColumns = name === "array";
  const body = takesColumns || argument === undefined ? inner : `{${argument}}${inner}`;
  if (!closesOnlyAtEnd(body, name)) return undefined;
  return { name, columns: takesColumns ? (argument ?? "") : "", body: body.trim(), leftBrace: left !== undefined };
}

/** False for `\begin{aligned}…\end{aligned} + \begin{aligned}…\end{aligned}`: two environments, not one. */
function closesOnlyAtEnd(body: string, name: string): boolean {
  let depth = 1;
  for (const [, which] of body.matchAll(new RegExp(`\\\\(begin|end)\\s*\\{${name.replace("*", "\\*")}\\}`, "g"))) {
    depth += which === "begin" ? 1 : -1;
    if (depth === 0) return false;
  }
  return depth === 1;
}

/** Rows of an environment body, split at `\\` outside braces and inner environments. */
export function splitRows(body: string): string[] {
  return splitOutside(body, "\\\\");
}

function splitOutside(body: string, separator: string): string[] {
  const parts: string[] = [];
  let braces = 0;
  let environments = 0;
  let start = 0;
  for (const match of body.matchAll(/\\(begin|end)\s*\{[^{}]*\}|\\[\s\S]|[{}&]/g)) {
    const [token, environment] = match;
    if (environment !== undefined) environments += environment === "begin" ? 1 : -1;
    else if (token === "{") braces++;
    else if (token === "}") braces--;
    else if (token === separator && braces === 0 && environments === 0) {
      parts.push(body.slice(start, match.index).trim());
      start = match.index + separator.length;
    }
  }
  parts.push(body.slice(start).trim());
  while (parts.length > 1 && parts[parts.length - 1] === "") parts.pop();
  return parts;
}

/** `array` → `aligned`, `gathered` or `cases`; other formulas stay as they are. */
export function idiomaticArrays(latex: string): string {
  const outer = outerEnvironment(latex);
  if (outer?.name !== "array") return latex;
  const columns = outer.columns.replace(/[^lcr]/g, "");
  if (columns !== outer.columns.replace(/\s/g, "")) return latex;
  const rows = splitRows(outer.body);
  if (outer.leftBrace) return columns.length <= 2 ? environment("cases", rows) : latex;
  if (/^(rl)+$/.test(columns) || columns === "r") return environment("aligned", rows);
  if (columns === "c") return environment("gathered", rows);
  if (columns === "l")
    return environment(
      "aligned",
      rows.map((row) => `& ${row}`),
    );
  return latex;
}

/** `aligned`, `gathered`, `cases` → `array`. */
export function plainArrays(latex: string): string {
  const outer = outerEnvironment(latex);
  if (!outer || outer.leftBrace) return latex;
  const rows = splitRows(outer.body);
  switch (outer.name) {
    case "gathered":
      return environment("array", rows, "{c}");
    case "cases":
      return `\\left\\{${environment("array", rows, rows.some((row) => splitOutside(row, "&").length > 1) ? "{ll}" : "{l}")}\\right.`;
    case "aligned": {
      const cells = rows.map((row) => splitOutside(row, "&"));
      const width = Math.max(...cells.map((row) => row.length));
      if (width <= 2 && cells.every((row) => row.length < 2 || row[0] === "")) {
        return environment(
          "array",
          cells.map((row) => row[row.length - 1] ?? ""),
          "{l}",
        );
      }
      return environment("array", rows, `{${"rl".repeat(Math.ceil(width / 2)).slice(0, width)}}`);
    }
    default:
      return latex;
  }
}

/** Environments that carry one tag per row, by the environment found inside. */
const TAGGED_ROWS: Readonly<Record<string, string>> = { aligned: "align*", gathered: "gather*" };

/**
 * Numbered form: `equation*` for a single formula, `align*`/`gather*` with a tag per row; `array` and `cases` keep the last number.
 * @param latex idiomatic form
 * @param numbers printed numbers top to bottom, without parentheses; not empty
 */
export function withTags(latex: string, numbers: readonly string[]): string {
  const outer = outerEnvironment(latex);
  const tagged = outer && TAGGED_ROWS[outer.name];
  if (!outer || tagged === undefined)
    return environment("equation*", [`${latex} \\tag{${numbers[numbers.length - 1]}}`]);
  const rows = splitRows(outer.body);
  // fewer numbers than rows: they stand at the last rows, as printed most often
  const first = rows.length - numbers.length;
  return environment(
    tagged,
    rows.map((row, i) => {
      const number = i >= first ? numbers[numbers.length - rows.length + i] : undefined;
      return number === undefined ? row : `${row} \\tag{${number}}`;
    }),
  );
}

function environment(name: string, rows: readonly string[], argument = ""): string {
  return `\\begin{${name}}${argument}\n${rows.join(" \\\\\n")}\n\\end{${name}}`;
}
