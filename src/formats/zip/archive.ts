import { storedZip } from "./stored-zip.js";

/** `<name>/<name>.<extension>` and `<name>/images/…`, as the vendor packs its archives. */
export function documentArchive(
  documentName: string,
  extension: string,
  main: string,
  images: ReadonlyMap<string, Uint8Array>,
  imagesFolder = "images",
): Uint8Array {
  const none = new Uint8Array();
  const folder = images.size > 0 ? [{ path: `${documentName}/${imagesFolder}/`, bytes: none }] : [];
  return storedZip([
    { path: `${documentName}/`, bytes: none },
    { path: `${documentName}/${documentName}.${extension}`, bytes: new TextEncoder().encode(main) },
    ...folder,
    ...[...images].map(([name, bytes]) => ({ path: `${documentName}/${imagesFolder}/${name}`, bytes })),
  ]);
}
