import { existsSync } from 'node:fs';
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

export interface WindowOptions {
  /** In pixels: 1366 is a desk, 390 a phone. */
  readonly width?: number;
  readonly javaScriptEnabled?: boolean;
}

/** Opens an empty window, which nobody else uses until the test is over. */
export type OpenWindow = (options?: WindowOptions) => Promise<Page>;

/**
 * Features that only people at a browser's own bar need: each window would draw pages of its own
 * for them, which takes longer than ours. The switch replaces that of the driver, whose names follow.
 */
const FEATURES_OFF = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding'],
  ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'AimEnabled'],
  ...['OptimizationHints', 'NetworkTimeServiceQuerying', 'PreconnectToSearch'],
];

const SWITCHES = ['--no-sandbox', '--disable-gpu', `--disable-features=${FEATURES_OFF.join(',')}`];

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
      windows = new Windows(await chromium.launch({ executablePath, args: SWITCHES }));
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
 * The windows of a browser, each with a profile of its own, as two people have. The product keeps
 * nothing in a browser, so a test may go on in the window of one that is over: to open one takes
 * longer than most steps.
 */
class Windows {
  private readonly free = new Map<string, Page[]>();
  private ofTest: { readonly page: Page; readonly key: string }[] = [];

  constructor(private readonly browser: Browser) {}

  async open({ width = 1366, javaScriptEnabled = true }: WindowOptions): Promise<Page> {
    const key = `${width} ${javaScriptEnabled}`;
    const viewport = { width, height: 900 };
    const options = { viewport, javaScriptEnabled, locale: 'de-DE' };
    const page =
      this.free.get(key)?.pop() ?? (await (await this.browser.newContext(options)).newPage());
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
      if (page.isClosed()) continue;
      page.removeAllListeners();
      await page.unrouteAll({ behavior: 'wait' });
      await page.goto('about:blank');
      this.free.set(key, [...(this.free.get(key) ?? []), page]);
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
