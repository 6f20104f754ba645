import { benchChangedRate } from './changed-rate.js';
import { benchEntitlements } from './entitlements.js';
import { benchLists } from './lists.js';
import { benchPaste } from './paste.js';
import { benchOverview, CONTRACTS, largeBook } from './overview.js';
import { reportMachine } from './report.js';
import { benchStartUp } from './start-up.js';

/** `npm run bench`: prints the machine and each figure as a JSON line. */
reportMachine();
benchEntitlements();
const book = await largeBook();
try {
  await benchStartUp(book.url);
  await benchOverview(book.url);
  await benchChangedRate(book.url, CONTRACTS);
} finally {
  book.remove();
}
await benchPaste();
await benchLists();
