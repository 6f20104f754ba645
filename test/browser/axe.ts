import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** Widths at which pages are looked at: a desk and a phone. */
export const WIDTHS = [1366, 390] as const;

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

const AXE_OPTIONS = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  // What is right, and where a finding stands as a selector, takes as long as the check itself.
  ...{ resultTypes: ['violations'], selectors: false, preload: false },
};

const AXE_SOURCE = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

interface WithAxe {
  readonly axe?: { run(options: object): Promise<AxeResult> };
}

/** What the accessibility check finds on the page, one line a finding. */
export async function barriers(page: Page): Promise<readonly string[]> {
  const isThere = await page.evaluate(() => (globalThis as WithAxe).axe !== undefined);
  // As an expression of the debugger: a script tag would be refused by the page's own policy.
  if (!isThere) await page.evaluate(AXE_SOURCE);
  const result = await page.evaluate(
    async (options) => (globalThis as WithAxe).axe?.run(options),
    AXE_OPTIONS,
  );
  if (result === undefined) throw new Error('the page was left while it was checked');
  return result.violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(' | ')})`,
  );
}

/** What hinders people on the open page, at a desk and on a phone, one line a finding. */
export async function flaws(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  const before = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const here = [...(await barriers(page))];
    if (await scrollsSideways(page)) here.push('the page scrolls sideways');
    found.push(...here.map((flaw) => `${new URL(page.url()).pathname} at ${width}: ${flaw}`));
  }
  if (before !== null) await page.setViewportSize(before);
  return found;
}

/** Whether the page as a whole scrolls sideways, which no page may. */
export function scrollsSideways(page: Page): Promise<boolean> {
  const root = 'document.documentElement';
  return page.evaluate<boolean>(`${root}.scrollWidth > ${root}.clientWidth`);
}
