import { Injectable } from '@nestjs/common';
import { acting } from '../../identity/identity.js';
import { Organisations } from '../../identity/organisations.js';
import { PeopleQueries, type NamedPerson } from '../../identity/people/people.queries.js';
import { Reader } from '../../platform/database/reader.js';
import { WebSettings } from '../shell/web-settings.js';

/** Who looks at a page: partners' people know each other by name, and others as organisations. */
interface Onlooker {
  readonly partner?: string | undefined;
  readonly officeName: string;
}

/**
 * The words for who did something: the book holds ids only, a page shows the names of today. The one
 * place that turns "person:…", "token:…" and "system:…" into words.
 */
export class PeopleNames {
  private readonly people: ReadonlyMap<string, NamedPerson>;

  constructor(
    people: readonly NamedPerson[],
    private readonly organisations: ReadonlyMap<string, string>,
    private readonly onlooker: Onlooker,
  ) {
    this.people = new Map(people.map((person) => [`person:${person.id}`, person]));
  }

  /** To be read after "von": "Sabine Vogt", "der Konsole". */
  after(ref: string): string {
    return SYSTEMS[ref]?.after ?? this.nameOf(ref) ?? (isProgram(ref) ? 'einem Programm' : ref);
  }

  /** Standing alone: "Sabine Vogt", "Konsole". */
  alone(ref: string): string {
    return SYSTEMS[ref]?.alone ?? this.nameOf(ref) ?? (isProgram(ref) ? 'Programm' : ref);
  }

  private nameOf(ref: string): string | undefined {
    const person = this.people.get(ref);
    const { partner, officeName } = this.onlooker;
    if (person === undefined) {
      if (ref.startsWith('person:')) return UNKNOWN;
      return isProgram(ref) && partner !== undefined ? officeName : undefined;
    }
    const { name, partnerId } = person;
    const organisation =
      partnerId === undefined ? officeName : (this.organisations.get(partnerId) ?? partnerId);
    if (partner !== undefined) return partnerId === partner ? name : organisation;
    return partnerId === undefined ? name : `${name} (${organisation})`;
  }
}

const UNKNOWN = 'jemand ohne Konto';

function isProgram(ref: string): boolean {
  return ref.startsWith('token:');
}

/** Who records without being a person. */
const SYSTEMS: Readonly<Record<string, { readonly after: string; readonly alone: string }>> = {
  'system:start': { after: 'den mitgelieferten Dateien', alone: 'mitgelieferte Dateien' },
  'system:console': { after: 'der Konsole', alone: 'Konsole' },
  'system:local': { after: 'der Sachbearbeitung', alone: 'Sachbearbeitung' },
  'system:upgrade': {
    after: 'der Umstellung auf diese Programmfassung',
    alone: 'Umstellung auf diese Programmfassung',
  },
};

/** Reads the names of today, once for a page. */
@Injectable()
export class PeopleNamesReader {
  constructor(
    private readonly people: PeopleQueries,
    private readonly organisations: Organisations,
    private readonly reader: Reader,
    private readonly settings: WebSettings,
  ) {}

  async read(): Promise<PeopleNames> {
    const { officeName } = this.settings;
    const organisations = await this.organisations.all(this.reader);
    const names = new Map(organisations.map(({ id, name }) => [id, name]));
    const { partner } = acting();
    return new PeopleNames(await this.people.names(), names, { partner, officeName });
  }
}
