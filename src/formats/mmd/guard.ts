/**
 * Makes hostile MMD harmless to the tokeniser before it sees it. Its rules search the rest of the document for the end of each
 * environment and command they see begin, so unclosed ones cost cubic time (250 lines of `\begin{tabular}` take seconds).
 * Here a linear scan finds the beginnings without an end, the ends without a beginning and what is nested too deep, and takes
 * away their backslash: same length, so offsets stay. `restore` brings it back in the text that comes out.
 */

/** A noncharacter: stands for a backslash that starts nothing. */
const DEAD_BACKSLASH = "\ufdd0";
/** Stands for characters that mean structure only in number, such as the 200th `>` of a line. */
const NONCHARACTERS = /[\ufdd0-\ufdef\ufffe\uffff\u0000]/g;

const MAX_ENVIRONMENTS = 24;
const MAX_BRACES = 24;

/** Commands with one argument in braces that the rules match to its end. */
const COMMANDS = new Set(
  (
    "title author section subsection subsubsection caption footnote footnotetext footnotemark textbf textit texttt underline " +
    "uline uuline uwave dashuline dotuline sout xout url href multicolumn multirow diagbox label captionsetup"
  ).split(" "),
);

const TOKEN =
  /\\(begin|end)[ \t]*\{([^{}\n]{1,40})\}|\\([A-Za-z]+)\*?|\\[\s\S]|[{}]|^[ \t]*(`{3,}|~{3,})[^\n]*$|\n[ \t]*\n/gm;

interface Open {
  /** Name of the environment, or "{" for a brace. */
  name: string;
  /** Backslash to kill when it never closes; -1 for a brace of no command. */
  at: number;
}

export interface GuardedSource {
  source: string;
  /** Offsets of what was made harmless. */
  dead: number[];
}

export function guardSource(mmd: string): GuardedSource {
  const clean = mmd.replace(NONCHARACTERS, "\ufffd").replace(/\r\n?/g, "\n");
  const dead = findDead(clean);
  if (dead.length === 0) return { source: limitMarkers(clean), dead };
  const parts: string[] = [];
  let end = 0;
  for (const at of dead) {
    parts.push(clean.slice(end, at), DEAD_BACKSLASH);
    end = at + 1;
  }
  parts.push(clean.slice(end));
  return { source: limitMarkers(parts.join("")), dead };
}

export function restore(text: string): string {
  return text.includes(DEAD_BACKSLASH) ? text.replaceAll(DEAD_BACKSLASH, "\\") : text;
}

function findDead(source: string): number[] {
  const dead: number[] = [];
  const stack: Open[] = [];
  let fence = "";
  let environments = 0;
  let command = -1;
  let commandEnd = -1;
  let listing = false;
  const lastListingEnd = source.lastIndexOf("\\end{lstlisting}");
  // environments open by name: an end without a beginning must not search the stack
  const openNames = new Map<string, number>();
  const count = (name: string, change: number) => openNames.set(name, (openNames.get(name) ?? 0) + change);
  for (const match of source.matchAll(TOKEN)) {
    const [token, edge, environment, name, ticks] = match;
    const at = match.index;
    if (ticks !== undefined) {
      if (listing) continue;
      if (fence === "") fence = ticks;
      else if (ticks.startsWith(fence) && token.trim() === ticks) fence = "";
      continue;
    }
    if (fence !== "") continue;
    if (listing) {
      if (edge === "end" && environment === "lstlisting") {
        listing = false;
        stack.pop();
        environments--;
        count("lstlisting", -1);
      }
      continue;
    }
    if (edge === "begin") {
      if (environments >= MAX_ENVIRONMENTS) {
        dead.push(at);
        continue;
      }
      stack.push({ name: environment!, at });
      environments++;
      count(environment!, 1);
      listing = environment === "lstlisting" && lastListingEnd > at;
    } else if (edge === "end") {
      // close the innermost of that name; what stays open inside it is dead
      const open = openNames.get(environment!) ? stack.findLastIndex((entry) => entry.name === environment) : -1;
      if (open < 0) {
        dead.push(at);
        continue;
      }
      for (const entry of stack.splice(open)) {
        if (entry.name !== "{") {
          environments--;
          count(entry.name, -1);
        }
        if (entry.name !== environment && entry.at >= 0) dead.push(entry.at);
      }
    } else if (name !== undefined) {
      command = COMMANDS.has(name) ? at : -1;
      commandEnd = at + token.length;
    } else if (token === "{") {
      const belongs =
        command >= 0 &&
        /^(?:\s*\[[^\]\n]*\])?[ \t]*$/.test(source.slice(commandEnd, Math.min(at, commandEnd + 200))) &&
        at - commandEnd < 200;
      stack.push({ name: "{", at: belongs ? command : -1 });
      command = -1;
      if (belongs && stack.length > MAX_BRACES) {
        dead.push(stack[stack.length - 1]!.at);
        stack[stack.length - 1]!.at = -1;
      }
    } else if (token === "}") {
      if (stack[stack.length - 1]?.name === "{") stack.pop();
    } else if (token.startsWith("\n")) {
      command = -1;
      if (stack[stack.length - 1]?.name === "{") endParagraph(stack, source, dead);
    }
  }
  for (const entry of stack) if (entry.at >= 0) dead.push(entry.at);
  return dead.sort((a, b) => a - b);
}

/** Only titles, authors and notes may hold a blank line; other open braces are given up at a paragraph's end. */
function endParagraph(stack: Open[], source: string, dead: number[]): void {
  while (stack[stack.length - 1]?.name === "{") {
    const { at } = stack[stack.length - 1]!;
    if (at >= 0 && /^\\(?:title|author|footnote)/.test(source.slice(at, at + 10))) return;
    if (at >= 0) dead.push(at);
    stack.pop();
  }
}

/** Runs of quote marks and brackets longer than any nesting that is followed. */
function limitMarkers(source: string): string {
  return source
    .replace(/(?:>[ \t]?){40,}/g, (run) => run.replaceAll(">", "\uff1e"))
    .replace(/\[{100,}|\]{100,}/g, (run) => run.replace(/./g, (char) => (char === "[" ? "\uff3b" : "\uff3d")));
}
