/**
 * Lines that publishers and servers print on a first page to say where and when it appeared. They stand over the title or at the very
 * foot, in no style of their own, so only their words tell them from names and notes.
 */
const NOTICES: readonly RegExp[] = [
  // `Journal of Hydrology 310 (2005) 253–265`, `(2004) 271, 147–152`, `71:107–116`
  /^\p{Lu}.*(?:\b\d{1,4}\s*\(\d{4}\)|\(\d{4}\)\s*\d{1,4}\s*[:,])\s*(?:pp?\.\s*)?[A-Z]?\d+\s*[–—-]\s*[A-Z]?\d+\b/u,
  /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi\s*:?\s*)10\.\d{4}/iu,
  /^(?:e-?)?issn\b|^isbn\b/iu,
  /\bvol(?:ume)?\.?\s*\d+.*\b(?:no|issue|number|pp?)\b\.?\s*\d+/iu,
  /\bsee front matter\b|\ball rights reserved\b/iu,
  /^(?:received|accepted|revised|published online|available online)\b.*\d{4}\b/iu,
  /^(?:\(c\)|©)\s*\p{L}?.*(?:\d{4}\b|society|press|publish|verlag)/iu,
  /^proceedings of\b.*(?:conference|meeting|symposium|workshop|association)/iu,
  /^arxiv:\d{4}\.\d{4,5}/iu,
];
/** Notices are short; what is longer tells more. */
const MAX_LENGTH = 240;

/** Whether a text says where and when the page was published and nothing else. */
export function isPublisherNotice(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length <= MAX_LENGTH && NOTICES.some((pattern) => pattern.test(trimmed));
}
