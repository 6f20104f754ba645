import { LendRoleUseCase } from './break-glass/lend-role.use-case.js';
import { LentRolesQueries } from './break-glass/lent-roles.queries.js';
import { AgreeDeputyUseCase } from './deputies/agree-deputy.use-case.js';
import { DeputiesQueries } from './deputies/deputies.queries.js';
import { RecordDeputyUseCase } from './deputies/record-deputy.use-case.js';
import { WithdrawDeputyUseCase } from './deputies/withdraw-deputy.use-case.js';
import { FourEyes } from './four-eyes/four-eyes.js';
import { FourEyesCheck } from './four-eyes/four-eyes.check.js';
import { RolesInForce } from './roles-in-force.js';

/** Who acts beside whom, who stands in, and which roles are lent. */
export const fourEyesProviders = [
  ...[FourEyes, FourEyesCheck, RolesInForce],
  ...[DeputiesQueries, RecordDeputyUseCase, AgreeDeputyUseCase, WithdrawDeputyUseCase],
  ...[LendRoleUseCase, LentRolesQueries],
];
