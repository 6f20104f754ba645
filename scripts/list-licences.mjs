// Lists every installed package with its licence, or checks them against docs/dependencies/*.yaml.
//   npm run licences               prints how many packages have which licence
//   npm run licences -- --write    writes docs/dependencies.md
//   npm run licences -- --check    says what is wrong, and fails if anything is
//   … --lock FILE                  reads another lock file than package-lock.json
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { findings } from './dependencies/findings.mjs';
import { compare, directVersions, lockedPackages } from './dependencies/lock.mjs';
import { page } from './dependencies/page.mjs';

const PAGE = 'docs/dependencies.md';
const { values } = parseArgs({
  options: {
    write: { type: 'boolean' },
    check: { type: 'boolean' },
    lock: { type: 'string', default: 'package-lock.json' },
  },
});

const record = (name) => parse(readFileSync(`docs/dependencies/${name}.yaml`, 'utf8'));
const facts = {
  packages: lockedPackages(values.lock),
  direct: directVersions(values.lock),
  rules: record('rules'),
  recorded: record('packages'),
  advisories: record('advisories'),
  allowScripts: JSON.parse(readFileSync('package.json', 'utf8')).allowScripts,
};

function print() {
  for (const shipped of [true, false]) {
    const counts = new Map();
    for (const { name, named, shipped: here } of facts.packages) {
      if (here !== shipped) continue;
      const licence = named ?? `${facts.rules.unnamed[name]?.licence ?? 'none'} (by its text)`;
      counts.set(licence, (counts.get(licence) ?? 0) + 1);
    }
    console.log(shipped ? 'shipped:' : 'for development only:');
    for (const [licence, count] of [...counts].sort(([a], [b]) => compare(a, b)))
      console.log(`  ${String(count).padStart(4)}  ${licence}`);
  }
}

function check() {
  const wrong = findings(facts);
  if (page(facts) !== readFileSync(PAGE, 'utf8'))
    wrong.push(`${PAGE} is not what is installed: npm run licences -- --write`);
  for (const sentence of wrong) console.log(sentence);
  console.log(`${facts.packages.length} packages, ${wrong.length} findings`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
}

if (values.write) writeFileSync(PAGE, page(facts));
else if (values.check) check();
else print();
