import type { Type } from '@nestjs/common';
import { ContractForm } from '../contracts/forms/contract.form.js';
import { ContractHeadForm } from '../contracts/forms/contract-head.form.js';
import { VersionForm } from '../contracts/forms/version.form.js';
import { NoticeForm } from '../notices/forms/notice.form.js';
import { MoveForm } from '../positions/forms/move.form.js';
import { PositionForm } from '../positions/forms/position.form.js';
import { PartnerForm } from '../partners/partner.form.js';
import { OccupancyForm } from '../positions/forms/occupancy.form.js';
import { TakeOverForm } from '../take-over/forms/take-over.form.js';
import type { FormKind } from './form-kind.js';

/** Every form of the product: one line each. */
export const ALL_FORMS: readonly Type<FormKind>[] = [
  NoticeForm,
  PartnerForm,
  ContractForm,
  ContractHeadForm,
  VersionForm,
  PositionForm,
  OccupancyForm,
  MoveForm,
  TakeOverForm,
];
