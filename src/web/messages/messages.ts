import type { Facts } from '../../domain/errors/domain-error.js';
import { accountsMessages } from './accounts.js';
import { amendmentsMessages } from './amendments.js';
import { capacityMessages } from './capacity.js';
import { contractsMessages } from './contracts.js';
import { draftsMessages } from './drafts.js';
import { directoryMessages } from './directory.js';
import { documentsMessages } from './documents.js';
import { fourEyesMessages } from './four-eyes.js';
import { grantsMessages } from './grants.js';
import { identityMessages } from './identity.js';
import { httpMessages } from './http.js';
import { inputMessages } from './input.js';
import { interestMessages } from './interest.js';
import { ledgerMessages } from './ledger.js';
import { passwordsMessages } from './passwords.js';
import { platformMessages } from './platform.js';
import { positionsMessages } from './positions.js';
import { programmesMessages } from './programmes.js';
import { prorationMessages } from './proration.js';
import { takeOverMessages } from './take-over.js';
import { tokensMessages } from './tokens.js';
import type { Sentence } from './sentence.js';
import { versionsMessages } from './versions.js';

/** The German sentences of all modules. A code may stand in one file only; a test holds this. */
export const MESSAGE_FILES: readonly Readonly<Record<string, Sentence>>[] = [
  accountsMessages,
  amendmentsMessages,
  capacityMessages,
  contractsMessages,
  draftsMessages,
  directoryMessages,
  documentsMessages,
  fourEyesMessages,
  grantsMessages,
  httpMessages,
  identityMessages,
  inputMessages,
  interestMessages,
  ledgerMessages,
  passwordsMessages,
  platformMessages,
  positionsMessages,
  programmesMessages,
  prorationMessages,
  takeOverMessages,
  tokensMessages,
  versionsMessages,
];

const sentences = new Map(MESSAGE_FILES.flatMap((file) => Object.entries(file)));

const WITHOUT_SENTENCE: Sentence = {
  title: 'Das geht so nicht',
  detail: () => 'Eine Regel des Weiterleitungsbuchs lässt diesen Schritt nicht zu.',
};

export function hasSentence(code: string): boolean {
  return sentences.has(code);
}

/** Title and detail in German for a code and the facts of its case. */
export function sentenceFor(code: string, facts: Facts): { title: string; detail: string } {
  const { title, detail } = sentences.get(code) ?? WITHOUT_SENTENCE;
  return { title, detail: detail(facts) };
}
