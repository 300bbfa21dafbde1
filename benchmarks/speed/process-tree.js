import { readdirSync, readFileSync } from "node:fs";

/** Linux' page size; `/proc/<pid>/statm` counts in pages. */
const PAGE_BYTES = 4096;

/** Processor time in /proc is counted in ticks of 10 ms (USER_HZ). */
const TICKS_PER_SECOND = 100;

/**
 * Resident memory and processor time, so far, of a process and all its descendants, from /proc. Programs and libraries, which the
 * processes map from the same files, count once, with the process that maps most of them; the processor time of ended children is their
 * parent's, as the system keeps it.
 * @param {number} root pid
 * @returns {{ bytes: number, cpuSeconds: number }} zeros when the process is gone or there is no /proc
 */
export function treeUsage(root) {
  const children = new Map();
  const ticks = new Map();
  for (const entry of readdirSync("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = readProc(entry, "stat");
    if (stat === undefined) continue;
    // The command name in brackets may hold spaces; the parent's pid is the second field after it.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const parent = Number(fields[1]);
    // its own time, and that of children it has waited for
    ticks.set(
      Number(entry),
      fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0),
    );
    const list = children.get(parent);
    if (list) list.push(Number(entry));
    else children.set(parent, [Number(entry)]);
  }
  let [own, mapped, cpuTicks] = [0, 0, 0];
  const queue = [root];
  for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
    const statm = readProc(String(pid), "statm");
    if (statm) {
      const [, resident, fromFiles] = statm.split(" ").map(Number);
      own += resident - fromFiles;
      mapped = Math.max(mapped, fromFiles);
    }
    cpuTicks += ticks.get(pid) ?? 0;
    queue.push(...(children.get(pid) ?? []));
  }
  return { bytes: (own + mapped) * PAGE_BYTES, cpuSeconds: cpuTicks / TICKS_PER_SECOND };
}

function readProc(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return undefined;
  }
}
