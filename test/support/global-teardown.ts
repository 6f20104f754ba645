import type { TestRun } from './global-setup.js';
import { removeTemplates } from './templates.js';

export default async function tearDown(): Promise<void> {
  const { testRun } = globalThis as unknown as { readonly testRun?: TestRun };
  if (testRun === undefined) return;
  await removeTemplates(testRun.templates);
  await testRun.server?.stop();
}
