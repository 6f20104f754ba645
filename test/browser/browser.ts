import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

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

export interface WindowOptions {
  /** In pixels: 1366 is a desk, 390 a phone. */
  readonly width?: number;
  readonly javaScriptEnabled?: boolean;
}

/** Opens an empty window; one that a test opened is closed after it. */
export type OpenWindow = (options?: WindowOptions) => Promise<Page>;

/** For a step on a slow machine: who waits longer waits for something that does not come. */
const PATIENCE_MS = 60_000;

/**
 * Tests in a real browser. Where none is installed they are skipped and named; with CI=true that
 * is a failure, so that nobody takes a skipped journey for a passed one.
 */
export function describeInBrowser(name: string, tests: (open: OpenWindow) => void): void {
  if (browserPath() === undefined && process.env['CI'] !== 'true') {
    describe.skip(`${name} (no Chromium found)`, () => {
      tests(() => Promise.reject(new Error('no browser')));
    });
    return;
  }
  describe(name, () => {
    let windows: Windows | undefined;
    beforeAll(async () => {
      const executablePath = browserPath();
      if (executablePath === undefined) throw new Error('CI needs Chromium; .ci/run installs it');
      windows = new Windows(await chromium.launch({ executablePath, args: ['--no-sandbox'] }));
    });
    beforeEach(() => windows?.beginTest());
    afterEach(() => windows?.endTest());
    afterAll(() => windows?.close());
    tests((options = {}) => {
      if (windows === undefined) throw new Error('the browser has not started');
      return windows.open(options);
    });
  });
}

/**
 * The windows of a browser. The product keeps nothing in a browser, so a test may go on in the
 * profile of one that is over: a new one takes longer than most steps. Two windows at once have
 * a profile each, as two people have.
 */
class Windows {
  private readonly free = new Map<string, BrowserContext[]>();
  private ofTest: { readonly page: Page; readonly key: string }[] = [];

  constructor(private readonly browser: Browser) {}

  async open({ width = 1366, javaScriptEnabled = true }: WindowOptions): Promise<Page> {
    const key = `${width} ${javaScriptEnabled}`;
    const viewport = { width, height: 900 };
    const options = { viewport, javaScriptEnabled, locale: 'de-DE' };
    const profile = this.free.get(key)?.pop() ?? (await this.browser.newContext(options));
    const page = await profile.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    this.ofTest.push({ page, key });
    return page;
  }

  /** Whatever was opened before the first test stays open for all of them. */
  beginTest(): void {
    this.ofTest = [];
  }

  async endTest(): Promise<void> {
    for (const { page, key } of this.ofTest) {
      const profile = page.context();
      if (!page.isClosed()) await page.close();
      this.free.set(key, [...(this.free.get(key) ?? []), profile]);
    }
  }

  close(): Promise<void> {
    return this.browser.close();
  }
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
