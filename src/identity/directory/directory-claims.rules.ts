import { printableLine } from '../../domain/text/printable-line.js';
import { isMailAddress } from '../../platform/config/settings.js';
import { DirectoryAnswerIncomplete } from './directory.errors.js';

/** What the directory tells about somebody (OpenID Connect Core, 5.1). */
export type Claims = Readonly<Record<string, unknown>>;

/** Who signed in at the directory. */
export interface DirectoryPerson {
  /** The directory's own name for the person: never given to anybody else. */
  readonly subject: string;
  readonly name: string;
  readonly mail: string;
  readonly groups: readonly string[];
}

/** Whether something has to be asked for that the first answer does not tell. */
export function lacks(claims: Claims, groupsClaim: string): boolean {
  return (
    nameOf(claims) === undefined ||
    mailOf(claims) === undefined ||
    claims[groupsClaim] === undefined
  );
}

/**
 * The person that the claims tell about. A mail address that the directory calls unverified is none.
 *
 * @throws DirectoryAnswerIncomplete
 */
export function toldBy(subject: string, claims: Claims, groupsClaim: string): DirectoryPerson {
  const [name, mail] = [nameOf(claims), mailOf(claims)];
  if (name === undefined) throw new DirectoryAnswerIncomplete({ missing: 'name' });
  if (mail === undefined) throw new DirectoryAnswerIncomplete({ missing: 'mail' });
  return { subject, name, mail, groups: groupsOf(claims[groupsClaim]) };
}

function nameOf(claims: Claims): string | undefined {
  const parts = [textOf(claims['given_name']), textOf(claims['family_name'])];
  return textOf(claims['name']) ?? textOf(parts.filter((part) => part !== undefined).join(' '));
}

function mailOf(claims: Claims): string | undefined {
  const mail = textOf(claims['email']);
  if (mail === undefined || claims['email_verified'] === false) return undefined;
  return isMailAddress(mail) ? mail : undefined;
}

function groupsOf(told: unknown): readonly string[] {
  const groups: readonly unknown[] = Array.isArray(told) ? told : [told];
  return groups.map(textOf).filter((group) => group !== undefined);
}

function textOf(told: unknown): string | undefined {
  return typeof told === 'string' ? printableLine(told) || undefined : undefined;
}
