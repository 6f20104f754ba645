import { setTimeout as pause } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';

/**
 * What a page is to show, and how one gets on to the next. A page comes in its own time: what is
 * read of it at once may still be the page before. So a test never reads, it says what comes.
 */

const LOOKS_MAX = 600;
const BETWEEN_LOOKS_MS = 100;

/** Waits until the text that people see there contains the words, or fits the pattern. */
export function shows(place: Locator, text: string | RegExp): Promise<void> {
  const read = async () => (await place.innerText()).replaceAll('\u00a0', ' ');
  return comes(read, (found) => {
    if (typeof text === 'string') expect(found).toContain(text);
    else expect(found).toMatch(text);
  });
}

/** Waits until the title of the page says so. */
export function isTitled(page: Page, title: string | RegExp): Promise<void> {
  return shows(page.getByRole('heading', { level: 1 }), title);
}

/** Waits until the field holds just this. */
export function holds(field: Locator, text: string): Promise<void> {
  return comes(
    () => field.inputValue(),
    (found) => {
      expect(found).toBe(text);
    },
  );
}

/** Waits until the button or box is ticked. */
export function isTicked(field: Locator): Promise<void> {
  return comes(
    () => field.isChecked(),
    (ticked) => {
      expect(ticked).toBe(true);
    },
  );
}

/** Waits until there is nothing of the kind; what does come must have been waited for before. */
export function isGone(kind: Locator): Promise<void> {
  return comes(
    () => kind.count(),
    (count) => {
      expect(count).toBe(0);
    },
  );
}

/** Presses the last button of this name, and waits for the page that it leads to. */
export function press(page: Page, name: string | RegExp): Promise<void> {
  return leads(page, page.getByRole('button', { name, exact: true }).last());
}

/** Follows the first link of this name, and waits for the page that it leads to. */
export function follow(page: Page, name: string | RegExp): Promise<void> {
  return leads(page, page.getByRole('link', { name, exact: true }).first());
}

/** Clicks what leads to another page, and waits until that is there. */
export async function leads(page: Page, place: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load'), place.click()]);
}

/** Presses a key that leads to another page, and waits until that is there. */
export async function leadsByKey(page: Page, key: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)]);
}

/** Reads again and again until what is read is as it is to be. */
async function comes<T>(read: () => Promise<T>, judge: (found: T) => void): Promise<void> {
  for (let looks = 1; looks < LOOKS_MAX; looks += 1) {
    try {
      judge(await read());
      return;
    } catch {
      await pause(BETWEEN_LOOKS_MS);
    }
  }
  judge(await read());
}
