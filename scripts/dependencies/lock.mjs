// What package-lock.json installs: each package once per version, with its licence and whether it is shipped.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** How a licence's own text begins, for packages that forget to name theirs. */
const TEXTS = [
  ['MIT', /Permission is hereby granted, free of charge, to any person/],
  ['ISC', /Permission to use, copy, modify, and\/or distribute this software for any/],
  ['Apache-2.0', /Apache License\s+Version 2\.0/],
  ['BSD-3-Clause', /Redistribution and use in source and binary forms[^]*Neither the name/],
  ['BSD-2-Clause', /Redistribution and use in source and binary forms/],
];

function licenceText(folder) {
  const file = existsSync(folder) && readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (!file) return undefined;
  const text = readFileSync(join(folder, file), 'utf8');
  return TEXTS.find(([, pattern]) => pattern.test(text))?.[0];
}

function namedLicence(folder) {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return undefined;
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8'));
  return [license, licenses].flat().map((found) => found?.type ?? found)[0];
}

/**
 * The packages of a lock file, sorted by name and version.
 * The lock names the licence as the package does; only where it is silent, the installed package is read.
 */
export function lockedPackages(path) {
  const { packages } = JSON.parse(readFileSync(path, 'utf8'));
  const found = new Map();
  for (const [folder, entry] of Object.entries(packages)) {
    if (folder === '') continue;
    const name = entry.name ?? folder.slice(folder.lastIndexOf('node_modules/') + 13);
    const key = `${name}@${entry.version}`;
    const shipped = !entry.dev;
    const before = found.get(key);
    found.set(key, {
      name,
      version: entry.version,
      shipped: shipped || (before?.shipped ?? false),
      named: entry.license ?? namedLicence(folder),
      text: entry.license ? undefined : licenceText(folder),
      script: entry.hasInstallScript === true || (before?.script ?? false),
    });
  }
  return [...found.values()].sort(
    (a, b) => compare(a.name, b.name) || compare(a.version, b.version),
  );
}

/** The version that our own code gets of a package. */
export function directVersions(path) {
  const { packages } = JSON.parse(readFileSync(path, 'utf8'));
  const { dependencies = {}, devDependencies = {} } = packages[''];
  const version = (name) => [name, packages[`node_modules/${name}`]?.version];
  return {
    dependencies: Object.fromEntries(Object.keys(dependencies).map(version)),
    devDependencies: Object.fromEntries(Object.keys(devDependencies).map(version)),
  };
}

/** Orders text by its characters, the same on every machine. */
export function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
