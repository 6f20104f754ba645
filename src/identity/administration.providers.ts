import { Accounts } from './people/accounts.js';
import { ChangeRightsUseCase } from './people/change-rights.use-case.js';
import { CloseAccountUseCase } from './people/close-account.use-case.js';
import { ColleaguesUseCase } from './people/colleagues.use-case.js';
import { CorrectProfileUseCase } from './people/correct-profile.use-case.js';
import { EndSessionsUseCase } from './people/end-sessions.use-case.js';
import { ErasePersonUseCase } from './people/erase-person.use-case.js';
import { InvitePersonUseCase } from './people/invite-person.use-case.js';
import { AccessCheck } from './people/access.check.js';
import { AccountQueries } from './people/account.queries.js';
import { PersonOwners } from './people/person-owners.js';
import { ApiTokensQueries } from './tokens/api-tokens.queries.js';
import { CreateTokenUseCase } from './tokens/create-token.use-case.js';
import { SettleTokenUseCase } from './tokens/settle-token.use-case.js';
import { TokenAccess } from './tokens/token-access.js';
import { WrongTokens } from './tokens/wrong-tokens.js';

/** What administrators do with people and programs, and how programs get in. */
export const administrationProviders = [
  ...[Accounts, AccountQueries, PersonOwners, InvitePersonUseCase, ColleaguesUseCase],
  ...[ChangeRightsUseCase, CloseAccountUseCase, CorrectProfileUseCase],
  ...[EndSessionsUseCase, ErasePersonUseCase, AccessCheck],
  ...[ApiTokensQueries, CreateTokenUseCase, SettleTokenUseCase, TokenAccess, WrongTokens],
];
