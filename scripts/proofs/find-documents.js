import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** MMD files: those named, and in folders all of them, to the bottom. */
export function findDocuments(places) {
  return places.flatMap((place) =>
    statSync(place).isDirectory()
      ? readdirSync(place, { recursive: true })
          .map(String)
          .filter((file) => file.endsWith(".mmd"))
          .sort()
          .map((file) => join(place, file))
      : [place],
  );
}
