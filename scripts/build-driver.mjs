// Makes sure that the SQLite driver has its binary: fetched ready-made where the network allows,
// else compiled. Its own install step gives up where Node's headers cannot be downloaded, even if
// they lie beside Node; so it is switched off in package.json (allowScripts), and this runs instead.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const driver = dirname(require.resolve('better-sqlite3/package.json'));

function loads() {
  const check = `new (require(${JSON.stringify(driver)}))(':memory:').close()`;
  return spawnSync(process.execPath, ['-e', check], { stdio: 'ignore' }).status === 0;
}

function run(script, args) {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: driver,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return status === 0;
}

function fetchBinary() {
  const { status } = spawnSync(
    process.execPath,
    [createRequire(join(driver, 'package.json')).resolve('prebuild-install/bin.js')],
    { cwd: driver, stdio: 'ignore' },
  );
  return status === 0 && loads();
}

function beside() {
  return dirname(dirname(process.execPath));
}

/** The folder whose include/node holds the headers of the running Node, if they are there. */
function nodeDir() {
  return [process.env.npm_config_nodedir, beside(), '/usr', '/usr/local']
    .filter(Boolean)
    .find((folder) => existsSync(join(folder, 'include', 'node', 'node_version.h')));
}

function compile() {
  const gyp =
    process.env.npm_config_node_gyp ??
    join(beside(), 'lib', 'node_modules', 'npm', 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
  const headers = nodeDir();
  return run(gyp, ['rebuild', '--release', ...(headers ? [`--nodedir=${headers}`] : [])]);
}

if (!loads() && !fetchBinary() && !(compile() && loads())) {
  console.error(
    'Der SQLite-Treiber better-sqlite3 ließ sich weder laden noch übersetzen. Nötig sind Python 3, ' +
      'make, ein C++-Compiler und die Header von Node (siehe README, Abschnitt „Start“).',
  );
  process.exit(1);
}
