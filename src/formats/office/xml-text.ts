import { FORBIDDEN_IN_XML } from "../xml.js";

/** Text that any XML writer may take. */
export function xmlText(text: string): string {
  return text.replace(FORBIDDEN_IN_XML, "");
}
