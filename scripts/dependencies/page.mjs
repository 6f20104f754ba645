// docs/dependencies.md: what is recorded and what is installed, on one page for people.

const row = (...cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [row(...head), row(...head.map(() => '---')), ...rows];

function licenceOf({ name, named }, { unnamed }) {
  return named ?? unnamed[name]?.licence ?? 'none';
}

function count(packages) {
  return `${new Set(packages.map(({ name }) => name)).size} packages`;
}

function directSection(title, versions, recorded, page) {
  const rows = Object.keys(versions).map((name) => {
    const { for: purpose, released, older } = recorded[name] ?? {};
    const found = page.packages.find(
      (each) => each.name === name && each.version === versions[name],
    );
    const state = knownState(name, page.advisories);
    return row(
      name,
      versions[name],
      licenceOf(found, page.rules),
      purpose,
      `${released}${older ? ' *' : ''}`,
      state,
    );
  });
  return [
    `## ${title}`,
    '',
    ...table(['Package', 'Version', 'Licence', 'For', 'Released', 'Advisories'], rows),
    '',
  ];
}

function knownState(name, { advisories, nothingFound }) {
  if (name in advisories) return 'all known are mended';
  if (name.startsWith('@types/')) return 'types, no code';
  return nothingFound.includes(name) ? 'none found' : 'not looked up by itself';
}

function keptSection({ recorded, rules }) {
  const all = Object.entries({ ...recorded.dependencies, ...recorded.devDependencies });
  return [
    '## Quiet for more than two years, and kept',
    '',
    ...all.filter(([, { kept }]) => kept).map(([name, { kept }]) => `- **${name}**: ${kept}`),
    '',
    'Below these, in what is shipped (each came out before June 2025; all other shipped packages are younger):',
    '',
    ...rules.old.map(
      ({ through, packages, why }) => `- through ${through}: ${packages.join(', ')}. ${why}`,
    ),
    '',
    '## A newer version exists',
    '',
    ...all
      .filter(([, { behind }]) => behind)
      .map(([name, { behind }]) => `- **${name}**: ${behind}`),
    '',
  ];
}

function advisorySection({ advisories: { advisories } }) {
  const rows = Object.entries(advisories).flatMap(([name, known]) =>
    known.map(({ id, about, fixed, from }) =>
      row(name, id, about, fixed.join(', '), from === 'memory' ? 'memory' : 'thread'),
    ),
  );
  return [
    '## Known advisories',
    '',
    ...table(['Package', 'Advisory', 'About', 'Mended in', 'Known from'], rows),
    '',
  ];
}

function rulesSection({ rules }) {
  const licences = Object.entries(rules.licences).map(([name, { why, only }]) =>
    row(name, why, only === 'development' ? 'development only' : 'shipped too'),
  );
  const unnamed = Object.entries(rules.unnamed).map(
    ([name, { licence, why }]) => `- **${name}**: ${licence}; ${why}`,
  );
  const scripts = Object.entries(rules.installScripts).map(([name, would]) => row(name, would));
  return [
    '## Licences that fit',
    '',
    ...table(['Licence', 'Why', 'Where'], licences),
    '',
    'Named by no package.json:',
    '',
    ...unnamed,
    '',
    '## Scripts that would run when installed, all off',
    '',
    'package.json, `allowScripts` (npm 11.19 heeds it by its manual; an old npm does not know it and needs',
    '`--ignore-scripts`, then `node scripts/build-driver.mjs`).',
    '',
    ...table(['Package', 'Its script'], scripts),
    '',
  ];
}

function allSection(title, packages, rules) {
  const rows = packages.map((each) => row(each.name, each.version, licenceOf(each, rules)));
  return [
    `## ${title} (${count(packages)})`,
    '',
    ...table(['Package', 'Version', 'Licence'], rows),
    '',
  ];
}

const introduction = ({ lookedUpOn }) => [
  '# Dependencies',
  '',
  'Written by `npm run licences -- --write` from package-lock.json and docs/dependencies/*.yaml; change those, not this page.',
  'A test holds them against each other: a package without a record, with a licence that no rule allows, with an install',
  'script that is not off, or below the version that mended a known advisory fails the build.',
  'Why each library was taken: [decision 0008](decisions/0008-libraries.md).',
  '',
  `Looked up on ${lookedUpOn}. The registry's audit endpoint could not be reached, so advisories were looked up in public`,
  'threads that reach into September 2026, and from what we knew. That is less than an audit: `npm run advisories` asks the',
  'registry and is to be run where it answers, before each release.',
  '"Not looked up by itself" stands where no search was made for that package alone.',
  '"Released" is the day on which the registry had our version; * where its authors name an earlier one.',
  '',
];

/** The whole page, as text. */
export function page(facts) {
  const { packages, direct, recorded, rules } = facts;
  const shipped = packages.filter((each) => each.shipped);
  const lines = [
    ...introduction(facts.advisories),
    ...directSection('What we ship with', direct.dependencies, recorded.dependencies, facts),
    ...directSection(
      'What we develop with',
      direct.devDependencies,
      recorded.devDependencies,
      facts,
    ),
    ...keptSection(facts),
    ...advisorySection(facts),
    ...rulesSection(facts),
    ...allSection('All that is shipped', shipped, rules),
    ...allSection(
      'All that is for development only',
      packages.filter((each) => !each.shipped),
      rules,
    ),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
