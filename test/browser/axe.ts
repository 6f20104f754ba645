import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** Which rules of the check are asked. */
type Rules = Readonly<{ type: 'tag' | 'rule'; values: readonly string[] }>;

const ALL: Rules = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** What depends on the room there is. All else is as at the desk: the phone gets the same page. */
const OF_ROOM: Rules = { type: 'rule', values: ['target-size', 'scrollable-region-focusable'] };

// What is right, and where a finding stands as a selector, takes as long as the check itself.
const AXE_OPTIONS = { resultTypes: ['violations'], selectors: false, preload: false };

const AXE_SOURCE = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

interface WithAxe {
  readonly axe?: { run(options: object): Promise<AxeResult> };
}

/** What the accessibility check finds on the page, one line a finding. */
export async function barriers(page: Page, runOnly = ALL): Promise<readonly string[]> {
  const isThere = await page.evaluate(() => (globalThis as WithAxe).axe !== undefined);
  // As an expression of the debugger: a script tag would be refused by the page's own policy.
  if (!isThere) await page.evaluate(AXE_SOURCE);
  const result = await page.evaluate(async (options) => (globalThis as WithAxe).axe?.run(options), {
    ...AXE_OPTIONS,
    runOnly,
  });
  if (result === undefined) throw new Error('the page was left while it was checked');
  return result.violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(' | ')})`,
  );
}

/** What hinders people on the open page, at a desk and on a phone, one line a finding. */
export async function flaws(page: Page): Promise<readonly string[]> {
  return [...(await flawsAt(page, 1366, ALL)), ...(await flawsAt(page, 390, OF_ROOM))];
}

/** What hinders people on a phone, by every rule: also by those of colours, and of what only it shows. */
export async function flawsOnPhone(page: Page): Promise<readonly string[]> {
  return flawsAt(page, 390, ALL);
}

async function flawsAt(page: Page, width: number, rules: Rules): Promise<readonly string[]> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 900 });
  const here = [...(await barriers(page, rules))];
  if (await scrollsSideways(page)) here.push('the page scrolls sideways');
  if (before !== null) await page.setViewportSize(before);
  return here.map((flaw) => `${new URL(page.url()).pathname} at ${width}: ${flaw}`);
}

/** Whether the page as a whole scrolls sideways, which no page may. */
export function scrollsSideways(page: Page): Promise<boolean> {
  const root = 'document.documentElement';
  return page.evaluate<boolean>(`${root}.scrollWidth > ${root}.clientWidth`);
}
