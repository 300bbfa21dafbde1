import { nameOfCharacter } from "../../../layout/math/naming/unicode-symbols.js";
import type { TexNeeds } from "../needs.js";
import { TEX_COMMANDS } from "./commands.js";

/** Raised and lowered characters, as a mark and what it carries. */
export const SCRIPTS: Readonly<Record<string, string>> = {
  ..."⁰0¹1²2³3⁴4⁵5⁶6⁷7⁸8⁹9⁺+⁻-⁼=⁽(⁾)ⁿnⁱi"
    .match(/../gu)!
    .reduce((table, [from, to]) => Object.assign(table, { [from!]: `^${to}` }), {}),
  ..."₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9₊+₋-₌=₍(₎)"
    .match(/../gu)!
    .reduce((table, [from, to]) => Object.assign(table, { [from!]: `_${to}` }), {}),
};
const PLAIN: Readonly<Record<string, string>> = { "·": "\\cdot", "−": "-", "˙": "\\cdot", "∣": "\\mid", "\u00a0": "~" };

/** One character of a formula as TeX takes it, from offset `at`; letters of other scripts are taken together, as text. */
export function writeCharacter(source: string, at: number, needs: TexNeeds): { written: string; end: number } {
  const char = String.fromCodePoint(source.codePointAt(at)!);
  const end = at + char.length;
  const written = inMaths(char, needs);
  if (written !== undefined) return { written, end };
  const rest = char === '"' ? "" : (/^(?:[\p{L}\p{M}](?<![ -~]))*/u.exec(source.slice(end))?.[0] ?? "");
  needs.use("amsmath");
  return { written: `\\text{${needs.text(char + rest)}}`, end: end + rest.length };
}

/** undefined for what has to be set as text. */
function inMaths(char: string, needs: TexNeeds): string | undefined {
  if (char === "#" || char === "$") return `\\${char}`;
  if (char === '"') return undefined;
  if (char >= " " && char <= "~") return char;
  const plain = PLAIN[char] ?? nameOfCharacter(char);
  if (plain !== undefined && plain.length > 1) {
    const names = [...plain.matchAll(/\\([A-Za-z]+)/g)].map(([, name]) => TEX_COMMANDS.get(name!));
    if (names.length > 0 && names.every((known) => known?.arguments === "")) {
      for (const known of names) needs.use(known?.package);
      return `${plain} `;
    }
  }
  if (plain !== undefined && /^[!-~]$/.test(plain) && !/[\\{}$&#^_%~]/.test(plain)) return plain;
  const compatible = char.normalize("NFKC");
  return /^[!-Z`-z[\]]+$/.test(compatible) && !/[#$%&'^_]/.test(compatible) ? compatible : undefined;
}
