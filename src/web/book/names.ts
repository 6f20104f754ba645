import {
  KREIS,
  type ComponentDefinition,
  type ProgrammeDefinition,
} from '../../programmes/definitions/definition.js';
import type { PageFacts } from './book-facts.js';

/** The names behind the ids of a book; an id that nobody knows is shown as it is. */
export class Names {
  private readonly partners: PageFacts['partners'];
  private readonly programmes: ReadonlyMap<string, ProgrammeDefinition>;
  private readonly components: ReadonlyMap<string, ComponentDefinition>;

  constructor(
    { partners, programmes }: Pick<PageFacts, 'partners' | 'programmes'>,
    private readonly officeName: string,
  ) {
    this.partners = partners;
    this.programmes = new Map(programmes.map((programme) => [programme.id, programme]));
    this.components = new Map(
      programmes.flatMap(({ components }) => components.map((entry) => [entry.id, entry])),
    );
  }

  /** "Stadt Lünen"; the Kreis by the name of the office. */
  party(id: string): string {
    return id === KREIS ? this.officeName : (this.partners.get(id)?.name ?? id);
  }

  /** "Lünen" */
  shortParty(id: string): string {
    return id === KREIS ? this.officeName : (this.partners.get(id)?.shortName ?? id);
  }

  /** "KIM II" */
  component(id: string): string {
    return this.components.get(id)?.shortName ?? id;
  }

  componentDefinition(id: string): ComponentDefinition | undefined {
    return this.components.get(id);
  }

  programme(id: string): string {
    return this.programmes.get(id)?.name ?? id;
  }

  shortProgramme(id: string): string {
    return this.programmes.get(id)?.shortName ?? id;
  }
}
