import { DefaultNamingStrategy } from 'typeorm';

/** "recordedAt" -> "recorded_at". */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter, index) => (index > 0 ? '_' : '') + letter.toLowerCase());
}

/** Columns and keys are named the same on both databases, and as a person would name them. */
export class BookNaming extends DefaultNamingStrategy {
  override columnName(property: string, custom: string, prefixes: string[]): string {
    return [...prefixes, custom || snakeCase(property)].join('_');
  }

  override primaryKeyName(table: string | { name: string }): string {
    return `pk_${typeof table === 'string' ? table : table.name}`;
  }
}
