// Which test files a run begins with: those that take longest, so that all workers end together.
// Jest knows that only from the run before; a fresh checkout has none.
import { createRequire } from 'node:module';

const jest = createRequire(createRequire(import.meta.url).resolve('jest'));
const { default: Sequencer } = createRequire(jest.resolve('@jest/core'))('@jest/test-sequencer');

/** A browser, a process of its own or a great many requests. */
const LONGEST = [
  ...['browser/contracts', 'browser/pages', 'browser/', 'web/odd-input/', 'console/'],
  ...['ledger/killed-posting', 'examples/refused/', 'api/odd-bodies', 'ledger/exchange/killed'],
  'verification/byte-flips',
];

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const index = LONGEST.findIndex((part) => path.includes(`/${part}`));
      return index < 0 ? LONGEST.length : index;
    };
    return super.sort(tests).sort((one, other) => place(one) - place(other));
  }
}
