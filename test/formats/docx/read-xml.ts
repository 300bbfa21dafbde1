/** An element of a parsed XML part; text between elements is kept where it stands. */
export interface XmlElement {
  name: string;
  attributes: Map<string, string>;
  children: (XmlElement | string)[];
}

const TOKEN = /<\?[^>]*\?>|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;

/**
 * Strict reader of the XML this project writes: no comments, no CDATA, no doctype.
 * @throws Error where the text is not well-formed
 */
export function readXml(source: string): XmlElement {
  const root: XmlElement = { name: "", attributes: new Map(), children: [] };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (!match) throw new Error(`not well-formed at ${at}: ${source.slice(at, at + 60)}`);
    const [, close, name, attributes, empty, text] = match;
    const top = open.at(-1)!;
    if (text !== undefined) top.children.push(decodeText(text));
    else if (name === undefined) continue;
    else if (close === "/") {
      if (top.name !== name) throw new Error(`</${name}> closes <${top.name}> at ${at}`);
      open.pop();
    } else {
      const element: XmlElement = { name, attributes: readAttributes(attributes ?? "", at), children: [] };
      top.children.push(element);
      if (empty === "") open.push(element);
    }
  }
  const [only, ...others] = root.children.filter((child) => typeof child !== "string" || child.trim() !== "");
  if (open.length !== 1 || others.length > 0 || typeof only !== "object") throw new Error("expected one closed root");
  return only;
}

function readAttributes(source: string, at: number): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, key, value] of source.matchAll(/([\w.:-]+)="([^"]*)"/g)) {
    if (attributes.has(key!)) throw new Error(`attribute ${key} twice at ${at}`);
    attributes.set(key!, decodeText(value!));
  }
  return attributes;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

function decodeText(text: string): string {
  const bad = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.exec(text);
  if (bad) throw new Error(`character U+${bad[0].charCodeAt(0).toString(16)} is not allowed in XML`);
  return text.replace(/&([^;\s]*);?/g, (whole, name: string) => {
    const char = ENTITIES[name];
    if (char === undefined || !whole.endsWith(";")) throw new Error(`unknown entity ${whole}`);
    return char;
  });
}

/** Child elements, without text. */
export function elements(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== "string");
}

/** All elements of a name, the element itself among them. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  const found = element.name === name ? [element] : [];
  for (const child of elements(element)) found.push(...descendants(child, name));
  return found;
}

/** Text of an element and all within. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}
