/** Line starts that would change the meaning of a paragraph's next line. */
const ACTS_AT_START = /^(?:[-+*>#|=:~`]|\d+[.)](?:\s|$))/;

/**
 * Wraps lines at blanks to at most `width` characters; words longer than that stand alone. Formulas, code and links may
 * break at their blanks, which means nothing in them.
 */
export function wrapLines(text: string, width: number): string {
  const limit = Math.max(10, Math.floor(width));
  return text
    .split("\n")
    .map((line) => (line.length <= limit ? line : wrapLine(line, limit)))
    .join("\n");
}

function wrapLine(line: string, limit: number): string {
  // two blanks at the end are a line break of the source
  const [, body = "", end = ""] = /^(.*?)( {2})?$/s.exec(line) ?? [];
  const lines: string[] = [];
  let current = "";
  for (const word of body.split(" ")) {
    const fits = current === "" || current.length + 1 + word.length <= limit;
    if (fits || ACTS_AT_START.test(word)) current += current === "" ? word : ` ${word}`;
    else {
      lines.push(current);
      current = word;
    }
  }
  lines.push(current + end);
  return lines.join("\n");
}
