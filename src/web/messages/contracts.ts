import type { Sentence } from './sentence.js';

const NAMING: Readonly<Record<string, string>> = {
  contract: 'die Weiterleitung',
  position: 'die Stelle',
  'take-over': 'die Übernahme',
};

export const contractsMessages: Readonly<Record<string, Sentence>> = {
  'contracts.unknown-partner': {
    title: 'Diesen Partner gibt es nicht',
    detail: ({ partner }) => `Im Buch steht kein Weiterleitungsempfänger „${String(partner)}“.`,
  },
  'contracts.partner-taken': {
    title: 'Die Kennung ist vergeben',
    detail: ({ partner, name }) =>
      `Unter „${String(partner)}“ steht schon ${String(name)} im Buch. ` +
      'Berichtigen Sie diesen Partner, oder wählen Sie eine andere Kennung.',
  },
  'contracts.unknown-contract': {
    title: 'Diesen Vertrag gibt es nicht',
    detail: ({ contract }) => `Im Buch steht kein Vertrag „${String(contract)}“.`,
  },
  'contracts.unknown-version': {
    title: 'Diese Fassung gibt es nicht',
    detail: ({ contract, version }) =>
      `Der Vertrag „${String(contract)}“ hat keine Fassung ${String(version)}.`,
  },
  'contracts.partner-missing': {
    title: 'Ein Partner fehlt im Buch',
    detail: ({ partner, by }) =>
      `„${String(by)}“ nennt den Partner „${String(partner)}“, den das Buch nicht kennt. ` +
      'Lesen Sie zuerst den Partner ein.',
  },
  'contracts.unknown-line': {
    title: 'Diese Zuweisungszeile gibt es nicht',
    detail: ({ line }) => `Kein Vertrag des Buchs hat eine Zuweisungszeile „${String(line)}“.`,
  },
  'contracts.line-taken': {
    title: 'Die Zeile gehört zu einem anderen Vertrag',
    detail: ({ line, contract, other }) =>
      `Die Zuweisungszeile „${String(line)}“ des Vertrags „${String(contract)}“ gibt es schon ` +
      `im Vertrag „${String(other)}“. Wählen Sie eine andere Kennung.`,
  },
  'contracts.line-in-use': {
    title: 'Auf die Zeile stützt sich noch etwas',
    detail: ({ contract, line, kind, by }) =>
      `Auf die Zuweisungszeile „${String(line)}“ des Vertrags „${String(contract)}“ stützt sich noch ` +
      `${NAMING[String(kind)] ?? ''} „${String(by)}“. ` +
      'Geben Sie ihr zuerst eine andere Zeile, oder nehmen Sie sie zurück. Es wurde nichts geändert.',
  },
  'contracts.line-id-too-long': {
    title: 'Die Kennung ist zu lang',
    detail: ({ id, limit }) =>
      `Vertrag, Fassung und Zeile ergeben zusammen die Kennung „${String(id)}“; ` +
      `möglich sind ${String(limit)} Zeichen. Kürzen Sie die Kennung des Vertrags oder der Zeile.`,
  },
  'contracts.contract-taken': {
    title: 'Die Kennung ist vergeben',
    detail: ({ contract, title }) =>
      `Unter „${String(contract)}“ steht schon „${String(title)}“ im Buch. ` +
      'Ändern Sie diesen Vertrag, oder wählen Sie eine andere Kennung.',
  },
  'contracts.parties-fixed': {
    title: 'Die Parteien stehen fest',
    detail: ({ contract }) =>
      `Vom Vertrag „${String(contract)}“ ist eine Fassung versandt oder in Kraft: ` +
      'Parteien, Programm, Rechtsform und Richtung stehen fest. ' +
      'Schließen Sie für andere Parteien einen neuen Vertrag.',
  },
  'contracts.unknown-document': {
    title: 'Diesen Bestandteil gibt es nicht',
    detail: ({ contract, document }) =>
      `Zum Vertrag „${String(contract)}“ ist kein Bestandteil „${String(document)}“ abgelegt.`,
  },
  'contracts.document-without-file': {
    title: 'Es gibt keine Datei',
    detail: ({ contract }) =>
      `Dieser Bestandteil des Vertrags „${String(contract)}“ ist nur vermerkt; eine Datei gibt es nicht.`,
  },
};
