/** Super- and subscripts of text spans as inline maths. */

/** Raised endings that are read as part of the word: 1st, 2nd, M^me, n^o. */
const ORDINAL_ENDINGS = new Set([
  ..."st nd rd th e er re ère es ème ème. eme ieme ième o a os as º ª me lle mes le r ro do to mo vo no ste de".split(
    " ",
  ),
]);

const SYMBOLS: Readonly<Record<string, string>> = {
  "∗": "*",
  "⁎": "*",
  "†": "\\dagger",
  "‡": "\\ddagger",
  "§": "\\S",
  "¶": "\\P",
  "‖": "\\|",
  "∥": "\\|",
  "−": "-",
  "–": "-",
  "°": "\\circ",
  "∘": "\\circ",
  "◦": "\\circ",
  "′": "\\prime",
  "″": "\\prime \\prime",
  "×": "\\times",
  "·": "\\cdot",
  "±": "\\pm",
  "∞": "\\infty",
  "⊥": "\\perp",
  "⊤": "\\top",
  "⋆": "\\star",
  "★": "\\star",
  "♯": "\\sharp",
  "♭": "\\flat",
  "→": "\\rightarrow",
  "≤": "\\leq",
  "≥": "\\geq",
  "⩽": "\\leqslant",
  "⩾": "\\geqslant",
  "≠": "\\neq",
  "≈": "\\approx",
  "∈": "\\in",
  "∪": "\\cup",
  "∩": "\\cap",
  "⊂": "\\subset",
  "∅": "\\emptyset",
  "∂": "\\partial",
  ℓ: "\\ell",
  "←": "\\leftarrow",
  "⊕": "\\oplus",
  "⊗": "\\otimes",
  "…": "\\ldots",
  "⋯": "\\cdots",
  "%": "\\%",
  "#": "\\#",
  "&": "\\&",
  $: "\\$",
  _: "\\_",
  "{": "\\{",
  "}": "\\}",
  "\\": "\\backslash",
  "~": "\\sim",
  "^": "\\wedge",
};

const GREEK =
  "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho varsigma sigma tau upsilon phi chi psi omega".split(
    " ",
  );

/** Several words set small beside the line are a label, not a script. */
export function isScript(text: string): boolean {
  return !/\p{L}{2,}[\s,;]+\p{L}{2,}/u.test(text.trim()) && text.trim().length <= 24;
}

/**
 * Text that stays plain although it is raised: ordinal endings after a digit or letter, trade marks.
 * @param before the text in front of it
 * @returns the plain form, or undefined when the script must be kept
 */
export function plainScript(text: string, before: string): string | undefined {
  const bare = text.trim();
  if (bare === "TM") return "™";
  if (bare === "SM") return "℠";
  if (/^[™℠®©º°’'"”“,.;:)]+$/u.test(bare)) return text;
  if (ORDINAL_ENDINGS.has(bare) && /[\p{Lu}\d]$/u.test(before) && (bare.length > 1 || /\d$/.test(before))) return text;
  return undefined;
}

/** `9` → `{ }^{9}`, `a,b` → `{ }^{a, b}`, `max` → `_{\mathrm{max}}`; without delimiters. */
export function scriptLatex(text: string, script: "super" | "sub"): string {
  const body = scriptBody(text.trim());
  return script === "super" ? `{ }^{${body}}` : `_{${body}}`;
}

function scriptBody(text: string): string {
  const parts: string[] = [];
  for (const [token] of text.matchAll(/[A-Za-z]+|\d+(?:[.,]\d+)*|\s+|[\s\S]/gu)) {
    if (/^\s+$/.test(token)) continue;
    else if (/^[A-Za-z]{2,}$/.test(token)) parts.push(`\\mathrm{${token}}`);
    else parts.push(symbol(token));
  }
  let body = "";
  for (const part of parts) {
    // a command that ends in a letter must not swallow the next letter
    if (/\\[A-Za-z]+$/.test(body) && /^[A-Za-z0-9]/.test(part)) body += " ";
    body += part;
    if (part === ",") body += " ";
  }
  return body.trim();
}

function symbol(char: string): string {
  const known = SYMBOLS[char];
  if (known !== undefined) return known;
  const greek = char.codePointAt(0)! - 0x3b1;
  if (greek >= 0 && greek < GREEK.length) return `\\${GREEK[greek]}`;
  if (/^[\x20-\x7e]+$/.test(char)) return char;
  return `\\text{${char}}`;
}
