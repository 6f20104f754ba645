import { AccountChangesQueries } from './account-changes/account-changes.queries.js';
import { AccountNotices } from './account-changes/account-notices.js';
import { AskAccountChange } from './account-changes/ask-account-change.js';
import { ProposeAccountChangeUseCase } from './account-changes/propose-account-change.use-case.js';
import { SettleAccountChangeUseCase } from './account-changes/settle-account-change.use-case.js';
import { AccountLocks } from './attempts/account-locks.js';
import { Accounts } from './people/accounts.js';
import { ChangeRightsUseCase } from './people/change-rights.use-case.js';
import { CloseAccountUseCase } from './people/close-account.use-case.js';
import { ColleaguesUseCase } from './people/colleagues.use-case.js';
import { CorrectProfileUseCase } from './people/correct-profile.use-case.js';
import { EndSessionsUseCase } from './people/end-sessions.use-case.js';
import { ErasePersonUseCase } from './people/erase-person.use-case.js';
import { InvitePersonUseCase } from './people/invite-person.use-case.js';
import { AccessCheck } from './people/access.check.js';
import { UnlockAccountUseCase } from './people/unlock-account.use-case.js';
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
  ...[EndSessionsUseCase, ErasePersonUseCase, UnlockAccountUseCase, AccountLocks, AccessCheck],
  ...[AskAccountChange, ProposeAccountChangeUseCase, SettleAccountChangeUseCase],
  ...[AccountChangesQueries, AccountNotices],
  ...[ApiTokensQueries, CreateTokenUseCase, SettleTokenUseCase, TokenAccess, WrongTokens],
];
