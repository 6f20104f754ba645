import { Injectable } from '@nestjs/common';

/** German ones that the list, which comes from breaches around the world, lacks. */
const GERMAN: readonly string[] = [
  ...['willkommen', 'qwertzuiop', 'geheimnis', 'passwort', 'kennwort', 'anmeldung', 'zugang'],
  ...['verwaltung', 'kreisverwaltung', 'stadtverwaltung', 'landratsamt', 'rathaus', 'jobcenter'],
  ...['buchhaltung', 'finanzen', 'kämmerei', 'controlling', 'sachbearbeitung', 'integration'],
  ...['verein', 'fördermittel', 'zuwendung', 'weiterleitung', 'frühling', 'sommer', 'herbst'],
  ...['winter', 'januar', 'februar', 'märz', 'april', 'august', 'september', 'oktober'],
  ...['november', 'dezember', 'montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag'],
  ...['samstag', 'sonntag', 'deutschland', 'nordrhein', 'westfalen', 'ruhrgebiet', 'dortmund'],
  ...['ichliebedich', 'schatzi', 'liebling', 'hallohallo', 'hallowelt', 'keineahnung'],
  ...['passwortvergessen', 'meinpasswort', 'meinkennwort', 'ichhabekeins', 'sicherespasswort'],
];

/** The list of passwords that many people use. It is read with the first password that is chosen. */
@Injectable()
export class CommonPasswords {
  private list: Promise<ReadonlySet<string>> | undefined;

  /** Some 49 000 of them, in lower case, as breaches show them. */
  all(): Promise<ReadonlySet<string>> {
    this.list ??= read();
    return this.list;
  }
}

async function read(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set([...dictionary['passwords-common'], ...GERMAN]);
}
