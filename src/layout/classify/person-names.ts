/** Given name and surname, with initials and particles; several names with commas or `and` between them. */
const FULL_NAME =
  /^(?:by\s+)?\p{Lu}[\p{L}.'’-]*(?:[\s,&·*†‡\d]+(?:and|und|et|y|e|de|van|von|\p{Lu}[\p{L}.'’-]*))+[*†‡\d\s]*$/u;
/** One name of a list of names. */
const NAME = /^\p{Lu}[\p{L}.'’-]*(?:\s+(?:(?:de|van|von|der|den|la|le|di|da)\s+)?\p{Lu}[\p{L}.'’-]*){1,3}[*†‡\d\s]*$/u;
/** Small words that join names and addresses. */
const JOINING =
  /^(?:and|und|et|y|e|de|del|della|di|da|do|du|des|van|von|der|den|la|le|of|for|in|at|für|im|am|by|the)$/u;

/** Two names or more with a comma, a point at mid height or a word between them. */
export function isListOfNames(text: string): boolean {
  const parts = text.split(/\s*[·•,;&]\s*|\s+(?:and|und|et|y|e)\s+/u).filter((part) => part !== "");
  return parts.length >= 2 && parts.every(isNames);
}

/** One name or several, with the marks of their notes and addresses: `Xiao Kong,1 Cui-Xian Guo,1 and Su-Peng Kou1, ∗`. */
export function isByline(text: string): boolean {
  const bare = text
    .replace(/[\d*∗†‡§¶‖⋆#]+/gu, " ")
    .replace(/(?:\s*,)+/gu, ",")
    .trim();
  const parts = bare
    .split(/\s*[·•,;&]\s*|(?:^|\s+)(?:and|und|et|y|e|by)\s+/iu)
    .map((part) => part.trim())
    .filter((part) => part.length > 1);
  return parts.length > 0 && parts.every((part) => isNames(part.replace(/^(?:and|und|et|y|e|by)\s+/u, "")));
}

/** One name, or two where the line between them ended without a sign. */
function isNames(part: string): boolean {
  if (NAME.test(part)) return true;
  const words = part.split(/\s+/u);
  return words.length === 4 && NAME.test(words.slice(0, 2).join(" ")) && NAME.test(words.slice(2).join(" "));
}

/** Names, or names with an address behind a comma: every word begins with a capital, but for those that join. */
export function areFullNames(text: string): boolean {
  if (FULL_NAME.test(text)) return true;
  const words = text.split(/[\s,]+/u).filter((word) => /\p{L}/u.test(word));
  return text.includes(",") && words.every((word) => /^\p{Lu}/u.test(word) || JOINING.test(word));
}

/** `For the year ended 31 December, in thousands of euros`: small words other than those that join names. */
export function isPhrase(text: string, least = 2): boolean {
  const words = text.split(/\s+/u).filter((word) => /\p{L}/u.test(word) && !/[@./]\S/u.test(word));
  const small = words
    .filter((word) => /^[(“"]?\p{Ll}{2,}[\p{Ll}’'-]*[).,;:”"]*$/u.test(word))
    .map((word) => word.replace(/[^\p{L}]/gu, ""));
  const telling = small.filter((word) => !JOINING.test(word));
  const share = least < 2 ? small.length / 0.4 : telling.length / 0.25;
  return telling.length >= least && share >= words.length;
}
