// node verify-chain.mjs FILE: proves, without the product, what `ledger export --format jsonl` wrote.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

// Canonical JSON (RFC 8785): keys in order, no blanks.
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const pair = (key) => `${JSON.stringify(key)}:${canonical(value[key])}`;
  return `{${Object.keys(value).sort().map(pair).join(',')}}`;
}
function need(fact, why) {
  if (!fact) console.error(`Zeile ${head.sequence + 1}: ${why}`);
  if (!fact) process.exit(1);
}
let head = { sequence: 0, hash: '0'.repeat(64), recordedAt: '' };
const memo = new Set(); // the accounts off the balance sheet, as the book itself says

function verify({ hash, ...link }) {
  const { content, sequence, previousHash, recordedAt } = link;
  need(sequence === head.sequence + 1, `Glied ${head.sequence + 1} fehlt`);
  need(previousHash === head.hash, `vorheriger Hash ${previousHash} statt ${head.hash}`);
  need(recordedAt >= head.recordedAt, 'früher aufgenommen als das Glied davor');
  const own = createHash('sha256').update(canonical(link)).digest('hex');
  need(own === hash, `der Inhalt hat den Hash ${own} statt ${hash}`);
  if (content.type === 'account' && content.kind === 'memo') memo.add(content.key);
  const sums = [0n, 0n];
  for (const { account, amount } of content.postings ?? [])
    sums[memo.has(account) ? 1 : 0] += BigInt(amount.replace('.', ''));
  need(sums[0] === 0n && sums[1] === 0n, 'Soll und Haben sind nicht gleich');
  head = { sequence, hash, recordedAt };
}
let rest = '';
for await (const text of createReadStream(process.argv[2], 'utf8')) {
  const lines = (rest + text).split('\n');
  rest = lines.pop();
  lines.forEach((line) => verify(JSON.parse(line)));
}
need(rest === '', 'die Datei ist abgebrochen');
console.log(`${head.sequence} Glieder, letzter Hash ${head.hash}`);
