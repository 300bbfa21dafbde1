/** What XML 1.0 cannot hold. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text that any XML writer may take. */
export function xmlText(text: string): string {
  return text.replace(FORBIDDEN, "");
}
