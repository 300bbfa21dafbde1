/** Addresses that may become links. Everything else (`javascript:`, `data:`, `file:`, …) stays text. */
const SAFE = /^(?:https?:\/\/|mailto:|ftp:\/\/|tel:|#)/i;

/** The address when it is safe to follow, else undefined. */
export function safeHref(address: string): string | undefined {
  // browsers ignore controls and blanks inside a scheme: judge the address without them
  const bare = address.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028\u2029\ufeff]/g, "");
  if (SAFE.test(bare)) return bare;
  // relative addresses have no scheme and do not leave their folder
  return /^[^:/\\?#]+(?:[/?#][^:\\]*)?$/.test(bare) && !bare.includes("..") ? bare : undefined;
}
