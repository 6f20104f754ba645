import { ApiTokensQueries } from './tokens/api-tokens.queries.js';
import { CreateTokenUseCase } from './tokens/create-token.use-case.js';
import { SettleTokenUseCase } from './tokens/settle-token.use-case.js';
import { TokenAccess } from './tokens/token-access.js';
import { WrongTokens } from './tokens/wrong-tokens.js';

/** What administrators do with people and programs, and how programs get in. */
export const administrationProviders = [
  ...[ApiTokensQueries, CreateTokenUseCase, SettleTokenUseCase, TokenAccess, WrongTokens],
];
