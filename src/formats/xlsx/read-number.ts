/** A number as a spreadsheet holds it, with the format that shows it as it was printed. */
export interface SheetNumber {
  value: number;
  format: string;
}

const CURRENCIES: Readonly<Record<string, string>> = { $: '"$"', "€": '"€"', "£": '"£"', "¥": '"¥"' };
const PATTERN =
  /^(?<open>\()?(?<sign>[-−–+])?\s*(?<before>[$€£¥])?\s*(?<sign2>[-−–])?(?<digits>\d[\d.,'’\u00a0\u202f ]*|[.,]\d+)\s*(?<percent>%)?(?<after>\s?[€£$])?(?<close>\))?$/u;

/** Digits a double keeps. */
const MAX_DIGITS = 15;

/**
 * The number a cell prints, or undefined for anything that is not plainly one: codes with leading zeros, dates, ranges and
 * numbers with more digits than a spreadsheet keeps stay text.
 */
export function readNumber(text: string): SheetNumber | undefined {
  const groups = PATTERN.exec(text.trim())?.groups;
  if (!groups) return undefined;
  const { open, close, sign, sign2, before, after, percent, digits = "" } = groups;
  if ((open === undefined) !== (close === undefined)) return undefined;
  const plain = plainDigits(digits.trim());
  if (!plain) return undefined;
  const { whole, decimals, grouped } = plain;
  if (whole.length > 1 && whole.startsWith("0")) return undefined;
  if (whole.length + decimals.length > MAX_DIGITS) return undefined;
  const size = Number(`${whole === "" ? "0" : whole}.${decimals === "" ? "0" : decimals}`);
  const isNegative = open !== undefined || (sign ?? sign2 ?? "+") !== "+";
  const places = decimals === "" ? "" : `.${"0".repeat(decimals.length)}`;
  const number = `${grouped ? "#,##0" : "0"}${places}${percent ? "%" : ""}`;
  const currency = before ?? after?.trim();
  const money =
    currency === undefined ? number : before ? CURRENCIES[currency] + number : `${number} ${CURRENCIES[currency]}`;
  const format = open !== undefined ? `${money};(${money})` : sign === "+" ? `+${money};-${money}` : money;
  return { value: (isNegative ? -size : size) / (percent ? 100 : 1), format };
}

/** `1,234.56`, `1.234,56`, `1 234`, `12,5` → digits before and after the mark. */
function plainDigits(text: string): { whole: string; decimals: string; grouped: boolean } | undefined {
  if (/^\d*$/.test(text)) return { whole: text, decimals: "", grouped: false };
  const spaced = /^\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?:([.,])(\d+))?$/.exec(text);
  if (spaced) return { whole: text.split(/[.,]/)[0]!.replace(/\D/g, ""), decimals: spaced[2] ?? "", grouped: true };
  const english = /^\d{1,3}(?:,\d{3})+(?:\.(\d+))?$/.exec(text);
  if (english) return { whole: text.split(".")[0]!.replace(/,/g, ""), decimals: english[1] ?? "", grouped: true };
  const continental = /^\d{1,3}(?:\.\d{3})+,(\d+)$|^\d{1,3}(?:\.\d{3}){2,}$/.exec(text);
  if (continental)
    return { whole: text.split(",")[0]!.replace(/\./g, ""), decimals: continental[1] ?? "", grouped: true };
  const decimal = /^(\d*)[.,](\d+)$/.exec(text);
  return decimal ? { whole: decimal[1]!, decimals: decimal[2]!, grouped: false } : undefined;
}
