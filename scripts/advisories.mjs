// Asks the registry for advisories on the packages of package-lock.json. What is known already, and for registries that
// do not answer that question, stands in docs/dependencies/advisories.yaml.
import { spawnSync } from 'node:child_process';

const FAILING = ['high', 'critical'];

function audit() {
  const { stdout, error } = spawnSync('npm', ['audit', '--json'], {
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (error) return { message: error.message };
  try {
    return JSON.parse(stdout);
  } catch {
    return { message: 'npm audit gave no answer that could be read' };
  }
}

const { vulnerabilities, message, error } = audit();
if (vulnerabilities === undefined) {
  const reason = (message ?? error?.summary ?? 'no reason given').split('\n')[0];
  console.log(
    `advisories: NOT ASKED, the registry does not answer (${reason}); see docs/dependencies/advisories.yaml`,
  );
} else {
  const found = Object.values(vulnerabilities);
  for (const { name, severity, range, via } of found) {
    const about = via.map((each) => each.title ?? `through ${each}`).join('; ');
    console.log(`${severity}: ${name} ${range}: ${about}`);
  }
  console.log(`advisories: asked, ${found.length} packages affected`);
  if (found.some(({ severity }) => FAILING.includes(severity))) process.exitCode = 1;
}
