import type { DocumentProfile } from "../layout/document/document-profile.js";
import type { PageLayout } from "../page.js";

/** Layouts that wait for an earlier page and are kept in memory; beyond that they are read back. */
const MAX_WAITING = 16;

/**
 * Adds pages to the profile in page order, whichever order they finish in: the profile, and with it the document, must
 * not depend on timing.
 */
export class ProfileFeeder {
  private readonly waiting = new Map<number, PageLayout | undefined>();
  private next = 0;
  private adding: Promise<void> = Promise.resolve();

  constructor(
    private readonly pages: readonly number[],
    private readonly profile: DocumentProfile,
    /** Layout of a page that is stored. */
    private readonly read: (page: number) => Promise<PageLayout>,
  ) {}

  /** @param layout of the page, which is stored already; undefined to have it read back */
  async finished(page: number, layout: PageLayout | undefined): Promise<void> {
    this.waiting.set(page, this.waiting.size < MAX_WAITING ? layout : undefined);
    this.adding = this.adding.then(() => this.addReady());
    await this.adding;
  }

  private async addReady(): Promise<void> {
    for (;;) {
      const page = this.pages[this.next];
      if (page === undefined || !this.waiting.has(page)) return;
      this.profile.add(this.waiting.get(page) ?? (await this.read(page)));
      this.waiting.delete(page);
      this.next++;
    }
  }
}
