import type { Flag } from '../../positions/flags.queries.js';
import type { FlagView } from '../components/parts.js';
import { flagMessages } from '../messages/flags.js';

/**
 * The flags of the year about a contract, notice or post, and about its parts.
 * @param hrefOf where a flag can be looked into; '' if nowhere
 */
export function flagsAbout(
  flags: readonly Flag[],
  ids: readonly string[],
  hrefOf: (flag: Flag) => string = () => '',
): readonly FlagView[] {
  return flags
    .filter(({ subject }) => ids.includes(subject.id) || ids.includes(subject.parent ?? ''))
    .map((flag) => {
      const { code, rule, severity, subject, facts } = flag;
      const { title, detail } = flagMessages[code];
      return {
        tone: severity === 'red' ? 'danger' : 'warning',
        toneName: severity === 'red' ? 'Dringend' : 'Hinweis',
        title: ids.includes(subject.id) ? title : `${title}: ${subject.label}`,
        detail: detail(facts),
        href: hrefOf(flag),
        rule,
      };
    });
}
