// How Jest runs a test file here: as a module of Node itself. Jest would load the whole product anew
// for each file, into a context of its own, which takes longer than most tests; so a worker loads it
// once and keeps it. Nothing of ours lives in a module's scope, so that files cannot meet in it.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import circus from 'jest-circus/runner';

const require = createRequire(import.meta.url);
const hooks = require('node:async_hooks');

/** What Jest keeps of the tests of a file: theirs alone. */
const OF_ONE_FILE = ['JEST_STATE_SYMBOL', 'EVENT_HANDLERS'];

export default async function run(globalConfig, config, environment, runtime, testPath, tell) {
  const native = Object.assign(Object.create(runtime), {
    requireInternalModule: anew,
    requireModule: require,
    setGlobalsForRuntime: () => undefined,
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: (path) => import(pathToFileURL(path).href),
  });
  const here = { global: globalThis };
  try {
    return await circus.default(globalConfig, config, here, native, testPath, tell);
  } finally {
    forget();
  }
}

/** What the modules of a file carry along from promise to promise. */
const carried = new Set();

/** A module whose state is empty. */
function anew(path) {
  Reflect.deleteProperty(require.cache, path);
  const { AsyncLocalStorage } = hooks;
  hooks.AsyncLocalStorage = class extends AsyncLocalStorage {
    constructor(...options) {
      super(...options);
      carried.add(this);
    }
  };
  try {
    return require(path);
  } finally {
    hooks.AsyncLocalStorage = AsyncLocalStorage;
  }
}

function forget() {
  // Node would go on to hand it from each promise to the next as long as the worker lives: slower
  // with every file, and none of them would ever leave the memory.
  for (const storage of carried) storage.disable();
  carried.clear();
  for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
    if (OF_ONE_FILE.includes(symbol.description)) Reflect.deleteProperty(globalThis, symbol);
  }
}
