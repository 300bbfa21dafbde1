/** Longest base name, in bytes of UTF-8: file systems hold 255, extensions and temporary suffixes need the rest. */
const MAX_NAME_BYTES = 180;
const WINDOWS_DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** File name without extension that is safe on every system and in a shell: no separators, controls or leading dots. */
export function safeBaseName(name: string): string {
  let safe = name
    .normalize("NFC")
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*\u2028\u2029]/g, "_")
    .replace(/^[.\s-]+/, "")
    .replace(/[.\s]+$/, "");
  while (Buffer.byteLength(safe) > MAX_NAME_BYTES) safe = [...safe].slice(0, -1).join("");
  if (safe === "") return "document";
  return WINDOWS_DEVICES.test(safe) ? `${safe}_` : safe;
}

/** `paper.v2.pdf` → `paper.v2`; names without extension stay. */
export function withoutExtension(file: string): string {
  return file.replace(/(?<=.)\.[A-Za-z0-9]{1,5}$/, "");
}

/** Names taken by runs under way; the second asker for `paper` gets `paper-2`. Case is ignored, as some file systems do. */
export class NameRegister {
  private readonly taken = new Set<string>();

  /** @returns the name to use and a function that gives it back */
  take(folder: string, name: string): { name: string; release: () => void } {
    for (let number = 1; ; number++) {
      const candidate = number === 1 ? name : `${name}-${number}`;
      const key = `${folder}\u0000${candidate.toLowerCase()}`;
      if (this.taken.has(key)) continue;
      this.taken.add(key);
      return { name: candidate, release: () => this.taken.delete(key) };
    }
  }
}
