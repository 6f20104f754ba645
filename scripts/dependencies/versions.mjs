// Versions of packages, as far as an advisory needs them.

const numbers = (version) => version.split('-')[0].split('.').map(Number);

function order(a, b) {
  const [left, right] = [numbers(a), numbers(b)];
  const at = left.findIndex((number, index) => number !== right[index]);
  return at === -1 ? 0 : left[at] - right[at];
}

/**
 * Whether a version has what an advisory tells of: since `since`, if that is named, and not yet mended.
 * `fixed` names one version for each line of releases (a major version). In a line that is named, it must be reached;
 * a line that is not named must lie above all that are.
 */
export function isConcerned(version, { since, fixed }) {
  if (since !== undefined && order(version, since) < 0) return false;
  const [major] = numbers(version);
  const sameLine = fixed.filter((other) => numbers(other)[0] === major);
  return (sameLine.length > 0 ? sameLine : fixed).some((other) => order(version, other) < 0);
}
