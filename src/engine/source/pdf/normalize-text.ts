/** Private-use, replacement, unassigned-by-design and control characters: no identity. */
const MEANINGLESS =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd\ufffe\uffff\ue000-\uf8ff]|[\u{f0000}-\u{10fffd}]|[\ud800-\udfff]/u;
/**
 * Alphabetic and Arabic presentation forms, full-width letters and digits. Full-width marks stay: they are how Chinese and
 * Japanese are punctuated.
 */
const COMPATIBILITY =
  /[\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufeff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u01c4-\u01cc\u0132\u0133\u2f00-\u2fd5\u2e80-\u2ef3]/u;
const SPACES = /[\t\n\r\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu;
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;

/**
 * Text of a glyph with ligatures resolved (ﬁ → fi), presentation forms folded, spaces of all widths as " " and soft
 * hyphens as "-". Undefined when the characters say nothing (private use, control, U+FFFD).
 */
export function normalizeText(text: string): string | undefined {
  if (text === "") return undefined;
  const spaced = text
    .replace(SPACES, " ")
    .replace(INVISIBLE, "")
    .replace(/\u0000/g, "")
    .replace(/\u00ad/g, "-");
  if (spaced === "" || MEANINGLESS.test(spaced)) return undefined;
  return COMPATIBILITY.test(spaced) ? spaced.normalize("NFKC") : spaced;
}
