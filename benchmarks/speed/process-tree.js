import { readdirSync, readFileSync } from "node:fs";

/** Linux' page size; `/proc/<pid>/statm` counts in pages. */
const PAGE_BYTES = 4096;

/**
 * Resident memory of a process and all its descendants in bytes, from /proc. Pages shared between processes count in each.
 * @param {number} root pid
 * @returns {number} 0 when the process is gone or there is no /proc
 */
export function treeMemory(root) {
  const children = new Map();
  for (const entry of readdirSync("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = readProc(entry, "stat");
    if (stat === undefined) continue;
    // The command name in brackets may hold spaces; the parent's pid is the second field after it.
    const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    const list = children.get(parent);
    if (list) list.push(Number(entry));
    else children.set(parent, [Number(entry)]);
  }
  let bytes = 0;
  const queue = [root];
  for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
    const statm = readProc(String(pid), "statm");
    if (statm) bytes += Number(statm.split(" ")[1]) * PAGE_BYTES;
    queue.push(...(children.get(pid) ?? []));
  }
  return bytes;
}

function readProc(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return undefined;
  }
}
