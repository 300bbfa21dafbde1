/** Well-formed XML as a string. Made by `element` and `escapeXml` only, so that text can't break out of its place. */
export type Xml = string;

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What XML 1.0 (§2.2) can't hold, lone halves of surrogate pairs among it. */
export const FORBIDDEN_IN_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export function escapeXml(text: string): Xml {
  return text.replace(FORBIDDEN_IN_XML, "\ufffd").replace(/[&<>"]/g, (char) => ESCAPES[char]!);
}

/** `<name …>children</name>`; attributes that are undefined are left out. */
export function element(name: string, attributes: Attributes, ...children: readonly Xml[]): Xml {
  let open = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) open += ` ${key}="${escapeXml(String(value))}"`;
  }
  const content = children.length === 1 ? children[0]! : children.join("");
  return content === "" ? `${open}/>` : `${open}>${content}</${name}>`;
}

/** `<name w:val="value"/>`, the commonest shape of a property. */
export function property(name: string, value: string | number): Xml {
  const prefix = name.slice(0, name.indexOf(":"));
  return `<${name} ${prefix}:val="${escapeXml(String(value))}"/>`;
}
