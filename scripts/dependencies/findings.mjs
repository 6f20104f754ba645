// What is wrong with the installed packages by our own rules: one sentence each, none if all is well.
import { isConcerned } from './versions.mjs';

const YEARS_UNTIL_QUIET = 2;

/** "(MIT OR X)" needs one of them, "MIT AND X" both. */
function fits(expression, shipped, licences) {
  const one = (name) => name in licences && !(shipped && licences[name].only === 'development');
  const all = (part) => part.split(' AND ').every(one);
  return expression
    .replace(/^\(|\)$/g, '')
    .split(' OR ')
    .some(all);
}

function licenceFindings(packages, { licences, unnamed }) {
  return packages.flatMap(({ name, version, named, text, shipped }) => {
    const licence = named ?? unnamed[name]?.licence;
    if (licence === undefined)
      return [`${name} ${version} names no licence (its text: ${text ?? 'unknown'})`];
    if (named === undefined && text !== undefined && text !== licence)
      return [`${name} ${version} is recorded as ${licence}, but its text is ${text}`];
    if (fits(licence, shipped, licences)) return [];
    return [
      `${name} ${version} has the licence ${licence}, which no rule allows${shipped ? ' to ship' : ''}`,
    ];
  });
}

function scriptFindings(packages, { installScripts }, allowScripts) {
  const withScript = [...new Set(packages.filter(({ script }) => script).map(({ name }) => name))];
  return [
    ...withScript
      .filter((name) => allowScripts[name] !== false)
      .map((name) => `${name} runs a script when it is installed: set it false in allowScripts`),
    ...withScript
      .filter((name) => !(name in installScripts))
      .map(
        (name) => `${name} runs a script when it is installed: say in rules.yaml what it would do`,
      ),
    ...unknown(Object.keys(installScripts), new Set(withScript), 'has no install script'),
  ];
}

function unknown(names, known, what) {
  return names.filter((name) => !known.has(name)).map((name) => `${name} is recorded, but ${what}`);
}

function recordFindings(direct, recorded, lookedUpOn) {
  const quietSince = `${Number(lookedUpOn.slice(0, 4)) - YEARS_UNTIL_QUIET}${lookedUpOn.slice(4)}`;
  return ['dependencies', 'devDependencies'].flatMap((kind) => [
    ...Object.keys(direct[kind])
      .filter((name) => !recorded[kind][name]?.for || !recorded[kind][name].released)
      .map(
        (name) => `${name} is not in packages.yaml under ${kind} with what it is for and its day`,
      ),
    ...unknown(Object.keys(recorded[kind]), new Set(Object.keys(direct[kind])), `not in ${kind}`),
    ...Object.entries(recorded[kind])
      .filter(([, { released, kept }]) => released < quietSince && !kept)
      .map(
        ([name, { released }]) => `${name} is of ${released}: packages.yaml lacks why it is kept`,
      ),
  ]);
}

function advisoryFindings(packages, { advisories }) {
  return packages.flatMap(({ name, version }) =>
    (advisories[name] ?? [])
      .filter((advisory) => isConcerned(version, advisory))
      .map(({ id, fixed }) => `${name} ${version} has ${id}, mended in ${fixed.join(', ')}`),
  );
}

/** All that speaks against the packages, in sentences that say what to do. */
export function findings({ packages, direct, rules, recorded, advisories, allowScripts }) {
  const names = new Set(packages.map(({ name }) => name));
  return [
    ...licenceFindings(packages, rules),
    ...scriptFindings(packages, rules, allowScripts),
    ...recordFindings(direct, recorded, advisories.lookedUpOn),
    ...advisoryFindings(packages, advisories),
    ...unknown(Object.keys(advisories.advisories), names, 'is not installed'),
    ...unknown(advisories.nothingFound, names, 'is not installed'),
    ...unknown(
      rules.old.flatMap((group) => group.packages),
      names,
      'is not installed',
    ),
  ];
}
