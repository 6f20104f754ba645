import { Injectable } from '@nestjs/common';
import { acting } from '../../identity/identity.js';
import { Organisations } from '../../identity/organisations.js';
import { PeopleQueries, type NamedPerson } from '../../identity/people/people.queries.js';
import { ApiTokensQueries } from '../../identity/tokens/api-tokens.queries.js';
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
    /** What each program is for, by the id of its key. */
    private readonly programs: ReadonlyMap<string, string>,
    private readonly organisations: ReadonlyMap<string, string>,
    private readonly onlooker: Onlooker,
  ) {
    this.people = new Map(people.map((person) => [person.id, person]));
  }

  /** To be read after "von": "Sabine Vogt", "der Konsole", "dem Programm „Kasse“". */
  after(ref: string): string {
    const program = this.programOf(ref);
    if (program !== undefined) return `dem ${program}`;
    return SYSTEMS[ref]?.after ?? this.nameOf(ref);
  }

  /** Standing alone: "Sabine Vogt", "Konsole", "Programm „Kasse“". */
  alone(ref: string): string {
    return SYSTEMS[ref]?.alone ?? this.programOf(ref) ?? this.nameOf(ref);
  }

  private programOf(ref: string): string | undefined {
    const purpose = this.programs.get(idOf(ref, 'token'));
    if (purpose === undefined || this.onlooker.partner !== undefined) return undefined;
    return `Programm „${purpose}“`;
  }

  private nameOf(ref: string): string {
    const person = this.people.get(idOf(ref, 'person'));
    const { partner, officeName } = this.onlooker;
    if (person === undefined) return partner !== undefined && !isSystem(ref) ? officeName : ref;
    const { name, partnerId } = person;
    const organisation =
      partnerId === undefined ? officeName : (this.organisations.get(partnerId) ?? partnerId);
    if (partner !== undefined) return partnerId === partner ? name : organisation;
    return partnerId === undefined ? name : `${name} (${organisation})`;
  }
}

/** "person:01J…" -> "01J…"; '' for another kind of actor. */
function idOf(ref: string, kind: 'person' | 'token'): string {
  return ref.startsWith(`${kind}:`) ? ref.slice(kind.length + 1) : '';
}

function isSystem(ref: string): boolean {
  return ref.startsWith('system:');
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
    private readonly tokens: ApiTokensQueries,
    private readonly organisations: Organisations,
    private readonly reader: Reader,
    private readonly settings: WebSettings,
  ) {}

  async read(): Promise<PeopleNames> {
    const { officeName } = this.settings;
    const organisations = await this.organisations.all(this.reader);
    const names = new Map(organisations.map(({ id, name }) => [id, name]));
    const [people, programs] = [await this.people.names(), await this.tokens.purposes()];
    return new PeopleNames(people, programs, names, { partner: acting().partner, officeName });
  }
}
