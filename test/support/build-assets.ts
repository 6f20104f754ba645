import { spawnSync } from 'node:child_process';

/** Builds style sheet, fonts and icons where they are missing or old. */
export function buildAssets(): void {
  const { status } = spawnSync(process.execPath, ['scripts/build-assets.mjs'], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the assets could not be built');
}
