import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
];

/** The browser of this machine; undefined where none is installed. */
export function browserPath(): string | undefined {
  return CANDIDATES.find((path) => existsSync(path));
}

/**
 * Tests in a real browser. Where none is installed they are skipped and named; with CI=true that
 * is a failure, so that nobody takes a skipped journey for a passed one.
 */
export function describeInBrowser(name: string, tests: (browser: () => Browser) => void): void {
  if (browserPath() === undefined && process.env['CI'] !== 'true') {
    describe.skip(`${name} (no Chromium found)`, () => {
      tests(() => {
        throw new Error('no browser');
      });
    });
    return;
  }
  describe(name, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      const executablePath = browserPath();
      if (executablePath === undefined) throw new Error('CI needs Chromium; .ci/run installs it');
      browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    }, 60_000);
    afterAll(() => browser?.close());
    tests(() => {
      if (browser === undefined) throw new Error('the browser has not started');
      return browser;
    });
  });
}

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

/** What a browser complains about while a page is open: blocked files, errors of scripts. */
export function complaints(page: Page): readonly string[] {
  const found: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(error.message));
  page.on('requestfailed', (request) => {
    // What a page still loads when somebody goes on to the next one is broken off by the browser.
    const brokenOff = request.failure()?.errorText === 'net::ERR_ABORTED';
    if (!brokenOff) found.push(`not loaded: ${request.url()}`);
  });
  return found;
}

/** Whether the page as a whole scrolls sideways, which no page may. */
export function scrollsSideways(page: Page): Promise<boolean> {
  const root = 'document.documentElement';
  return page.evaluate<boolean>(`${root}.scrollWidth > ${root}.clientWidth`);
}
