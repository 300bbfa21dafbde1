/** MathML as MathJax writes it: elements, attributes in double quotes, text with entities. */
export interface MathNode {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: MathNode[];
  /** Characters of a leaf. */
  text: string;
}

const TAG = /<(\/)?([a-z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/)?>|([^<]+)/g;

/** @throws Error for markup whose elements do not nest */
export function parseMathml(markup: string): MathNode {
  const root: MathNode = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  for (const [, close, name, attributes, empty, text] of markup.matchAll(TAG)) {
    const parent = open[open.length - 1]!;
    if (text !== undefined) {
      parent.text += unescapeXml(text);
    } else if (close) {
      if (open.length === 1 || parent.name !== name)
        throw new Error(`MathML element ${name} ends where ${parent.name} is open`);
      open.pop();
    } else {
      const node: MathNode = { name: name!, attributes: readAttributes(attributes ?? ""), children: [], text: "" };
      parent.children.push(node);
      if (!empty) open.push(node);
    }
  }
  return root.children[0] ?? root;
}

function readAttributes(source: string): Record<string, string> {
  return Object.fromEntries(
    [...source.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key, unescapeXml(value!)]),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]+));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
