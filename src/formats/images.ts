/**
 * Images of an MMD. Documents come from anywhere, so a target is opened only when it is a plain file name, alone or in
 * `images/`, or a crop address, which is looked up by the name its numbers give.
 */

/**
 * Gives the bytes of a stored image, or undefined when there is none. Asked for the target as the MMD writes it, then for
 * `images/<name>` and `<name>`; never for one that leaves its folder or has a scheme other than a crop address.
 */
export type ImageReader = (target: string) => Promise<Uint8Array | undefined>;

const CROP_ADDRESS = /^https?:\/\/[^\s]+\/cropped\/([A-Za-z0-9_.-]+?)\.jpg\?([^#\s]*)$/;
const LOCAL = /^(?:\.\/)?(?:images\/)?([^/\\:*?"<>|\u0000-\u001f]+)$/;
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;

/** What an image target turns out to be. */
export type ImageTarget =
  /** `name`: file in `images/`; `target`: what may be written where the document refers to it. */
  | { kind: "local"; name: string; target: string }
  | { kind: "crop"; name: string; target: string }
  | { kind: "remote"; target: string }
  /** Never opened nor referred to: other schemes, absolute and climbing paths. */
  | { kind: "unsafe"; target: string };

export function cropTarget(src: string): ImageTarget {
  const bare = src.trim();
  const crop = CROP_ADDRESS.exec(bare);
  if (crop) {
    const query = new URLSearchParams(crop[2]!.replaceAll("&amp;", "&"));
    const numbers = ["height", "width", "top_left_y", "top_left_x"].map((key) => query.get(key) ?? "");
    if (numbers.every((number) => /^\d{1,6}$/.test(number)))
      return { kind: "crop", name: `${crop[1]}_${numbers.join("_")}.jpg`, target: bare };
  }
  if (/^https?:\/\//i.test(bare)) return { kind: "remote", target: bare };
  const local = LOCAL.exec(bare);
  const name = local?.[1];
  if (name !== undefined && !SCHEME.test(bare) && name !== "." && name !== "..")
    return { kind: "local", name, target: bare.startsWith("images/") || bare.startsWith("./") ? bare : name };
  return { kind: "unsafe", target: "" };
}

const SIGNATURES: readonly [string, readonly number[]][] = [
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/png", [0x89, 0x50, 0x4e, 0x47]],
  ["image/gif", [0x47, 0x49, 0x46, 0x38]],
  ["image/webp", [0x52, 0x49, 0x46, 0x46]],
];

/** Media type by content; undefined for anything that is no raster image (an SVG could run scripts). */
export function imageMediaType(bytes: Uint8Array): string | undefined {
  return SIGNATURES.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte))?.[0];
}
