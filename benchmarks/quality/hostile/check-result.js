/** Time a document may take beyond its deadline: ending workers, writing what there is, a busy machine. */
export const GRACE_SECONDS = 15;

/**
 * What is wrong with the outcome of a hostile file; [] when nothing is.
 * @param {import("./handmade.js").HostileFile} file
 * @param {import("../../../src/index.js").ProcessResult} result
 * @param {string | undefined} mmd
 * @param {{ seconds: number, deadline: number }} time
 * @returns {string[]}
 */
export function checkResult(file, result, mmd, time) {
  const faults = [];
  if (time.seconds > time.deadline + GRACE_SECONDS)
    faults.push(`took ${time.seconds.toFixed(0)} s, deadline ${time.deadline} s`);
  if (file.expect === "error" && result.status !== "error")
    faults.push(`expected status error but received ${result.status}`);
  if (file.expect === "delivered" && result.status === "error")
    faults.push(`expected pages but received: ${result.error?.message}`);
  if (result.status === "error") faults.push(...checkError(result.error, file.name, "document"));
  else if (mmd === undefined) faults.push(`status ${result.status} without an MMD`);
  const completed = new Set(result.pages.filter((page) => page.status === "completed").map((page) => page.page));
  for (const page of file.goodPages ?? [])
    if (!completed.has(page)) faults.push(`page ${page} is sound but was not delivered`);
  for (const page of result.pages) {
    if (page.status !== "error") continue;
    faults.push(...checkError(page.error, file.name, `page ${page.page}`));
    if (page.error && page.error.page !== page.page)
      faults.push(`error of page ${page.page} names page ${page.error.page}`);
  }
  if (file.text !== undefined && !mmd?.replace(/\s+/g, " ").includes(file.text))
    faults.push(`the MMD lacks "${file.text}"`);
  if (result.status === "completed" && completed.size < result.pages.length)
    faults.push("status completed although a page failed");
  return faults;
}

function checkError(error, name, place) {
  if (error === undefined) return [`no error record for the ${place}`];
  const faults = [];
  if (error.file !== name && !error.message.includes(name))
    faults.push(`the error of the ${place} does not name the file: ${error.message}`);
  if (!error.code || error.message.length < 10)
    faults.push(`the error of the ${place} says too little: ${error.code} ${error.message}`);
  if (error.name === "InternalError") faults.push(`the ${place} is called an internal error: ${error.message}`);
  return faults;
}
