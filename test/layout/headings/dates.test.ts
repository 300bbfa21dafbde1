import { describe, expect, it } from "vitest";
import { isDate } from "../../../src/layout/headings/dates.js";

describe("dates of a document", () => {
  it.each([
    "30 November 2026",
    "November 30, 2026",
    "le 3 mai 2021",
    "10 October 2012 Revised 8 October 2014",
    "Spring 2008; Aug 2022 (typeset on November 10, 2022)",
    "Version 1.2, 2024-05-01",
  ])("are told: %s", (text) => {
    expect(isDate(text)).toBe(true);
  });

  it.each(["Results of 2012", "The May 2021 election", "Version 1.2", "Revised edition"])("are not: %s", (text) => {
    expect(isDate(text)).toBe(false);
  });
});
