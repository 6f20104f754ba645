import { getMetadataArgsStorage } from 'typeorm';
import { ENTITIES } from '../../src/app.entities.js';
import { AUDITED_FACTS } from '../../src/audited-facts.js';
import { RevisionColumns } from '../../src/platform/database/revision-columns.js';
import { hasFieldName } from '../../src/web/audit/audit-fields.words.js';
import { kindName } from '../../src/web/audit/audit.words.js';

type Class = abstract new (...parameters: never[]) => object;

/** Whether rows of a class are rows of another, too. */
const isBelow = (entity: Class, base: Class): boolean => entity.prototype instanceof base;

const OF_EACH_REVISION = new Set(
  getMetadataArgsStorage()
    .columns.filter(({ target }) => target === RevisionColumns)
    .map(({ propertyName }) => propertyName),
);

/** The tables of facts, with the fields that are their own. */
const FACTS = (ENTITIES as readonly Class[])
  .filter((entity) => isBelow(entity, RevisionColumns))
  .map((entity) => {
    const { tables, columns } = getMetadataArgsStorage();
    const table = tables.find(({ target }) => target === entity)?.name ?? '';
    const fields = columns
      .filter(({ target }) => entity === target || isBelow(entity, target as Class))
      .map(({ propertyName }) => propertyName)
      .filter((name) => !OF_EACH_REVISION.has(name));
    return { table, fields };
  });

describe('the audit trail of facts', () => {
  it('knows each table of facts, and no other', () => {
    const tables = FACTS.map(({ table }) => table).toSorted();
    expect(Object.keys(AUDITED_FACTS).toSorted()).toEqual(tables);
  });

  it('has a German word for each kind and for each field', () => {
    const kinds = Object.values(AUDITED_FACTS).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kindName(kind) === kind)).toEqual([]);
    const fields = FACTS.flatMap((fact) => fact.fields);
    expect([...new Set(fields)].filter((field) => !hasFieldName(field))).toEqual([]);
  });

  it('names fields that the tables have', () => {
    const wrong = FACTS.flatMap(({ table, fields }) => {
      const { partOf, personal = [] } = AUDITED_FACTS[table] ?? { kind: '' };
      return [...personal, ...(partOf ? [partOf.at] : [])].filter((name) => !fields.includes(name));
    });
    expect(wrong).toEqual([]);
  });
});
