import type { ErrorCode } from 'yaml';

/** What a mistake in the YAML itself means to the person who wrote the file. */
const SENTENCES: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_ALIAS: 'Der Verweis (*) nennt keinen gültigen Namen.',
  BAD_DIRECTIVE: 'Eine Anweisung mit % am Anfang der Datei gibt es hier nicht.',
  BAD_DQ_ESCAPE: 'In "…" steht hinter \\ ein Zeichen, das es dort nicht gibt.',
  BAD_INDENT: 'Die Einrückung passt nicht zu den Zeilen darüber.',
  BAD_SCALAR_START: 'Ein Wert, der mit diesem Zeichen beginnt, muss in Anführungszeichen stehen.',
  BLOCK_AS_IMPLICIT_KEY:
    'Hier steht ein Doppelpunkt zu viel, oder der Text braucht Anführungszeichen.',
  BLOCK_IN_FLOW: 'In […] und {…} darf keine eingerückte Liste stehen.',
  DUPLICATE_KEY: 'Dieser Schlüssel steht zweimal in derselben Gruppe.',
  MISSING_CHAR: 'Hier fehlt ein Zeichen: ein Anführungszeichen, eine Klammer, ein Komma oder „: “.',
  MULTILINE_IMPLICIT_KEY: 'Hinter dem Schlüssel fehlt „: “.',
  MULTIPLE_DOCS: 'Eine Datei enthält genau eine Definition; „---“ trennt hier eine zweite ab.',
  NON_STRING_KEY: 'Ein Schlüssel muss ein einfacher Name sein.',
  TAB_AS_INDENT: 'Zum Einrücken dienen Leerzeichen, keine Tabulatoren.',
  TAG_RESOLVE_FAILED: 'Angaben wie „!!int“ gibt es hier nicht; es genügt der Wert.',
  UNEXPECTED_TOKEN: 'Dieses Zeichen ist hier nicht zu erwarten.',
};

/** @param code how the parser calls the mistake. */
export function yamlSentence(code: ErrorCode): string {
  return SENTENCES[code] ?? 'Das ist kein gültiges YAML.';
}
