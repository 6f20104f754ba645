// Compiles src and test for Jest. The folder is made anew each time a source file has gone:
// a deleted spec would stay behind as JavaScript and go on running.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const OUT = '.test-build';

function hasOrphan() {
  if (!existsSync(OUT)) return false;
  return readdirSync(OUT, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .some((path) => !existsSync(path.replace(/\.js$/, '.ts')));
}

if (hasOrphan()) rmSync(OUT, { recursive: true });
const tsc = join('node_modules', 'typescript', 'bin', 'tsc');
const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.test.json'], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
