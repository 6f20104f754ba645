import { acting } from '../../identity/identity.js';

const PAGES_PER_MODEL = 64;
const KEY_MOST = 600;

/**
 * Pages as they were rendered from a read model that is itself kept until the book changes: the
 * same question of the same session gets the same text, for each page greets somebody, carries their
 * form token and says until when they are signed in. With the model its pages are forgotten.
 */
export class KeptPages {
  private readonly kept = new WeakMap<object, Map<string, string>>();

  /** @param question everything beside the model that the page depends on. */
  get(model: object, question: readonly unknown[], render: () => string): string {
    const { ref, session, roles, limits } = acting();
    const key = JSON.stringify([ref, session, roles, limits?.idleAt, ...question]);
    const pages = this.kept.get(model) ?? new Map<string, string>();
    const known = pages.get(key);
    if (known !== undefined) return known;
    const page = render();
    if (key.length > KEY_MOST) return page;
    const [oldest] = pages.keys();
    if (oldest !== undefined && pages.size >= PAGES_PER_MODEL) pages.delete(oldest);
    this.kept.set(model, pages.set(key, page));
    return page;
  }
}
