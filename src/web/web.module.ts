import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { AmendmentsModule } from '../amendments/amendments.module.js';
import { AuditController } from './audit/audit.controller.js';
import { ExceptionsController } from './audit/exceptions.controller.js';
import { AuditNaming } from './audit/audit-names.js';
import { CalculationsModule } from '../calculations/calculations.module.js';
import { DraftsModule } from '../drafts/drafts.module.js';
import { ContractsModule } from '../contracts/contracts.module.js';
import { GrantsModule } from '../grants/grants.module.js';
import { PositionsModule } from '../positions/positions.module.js';
import { TakeOverModule } from '../take-over/take-over.module.js';
import { ApiDocsController } from './api-docs/api-docs.controller.js';
import { OpenApiSource } from './api-docs/open-api.js';
import { PeopleNamesReader } from './book/people-names.js';
import { BookPages } from './book/book-pages.js';
import { CalculatorsController } from './calculators/calculators.controller.js';
import { ContractsController } from './contracts/contracts.controller.js';
import { DraftsController } from './editing/drafts.controller.js';
import { editingProviders } from './editing/editing.providers.js';
import { FormController } from './editing/form.controller.js';
import { ReviewController } from './editing/review.controller.js';
import { VersionBook } from './contracts/forms/version-book.js';
import { DocumentFilingController } from './contracts/document-filing.controller.js';
import { DocumentsController } from './contracts/documents.controller.js';
import { TerminationWithdrawalController } from './contracts/termination-withdrawal.controller.js';
import { TerminationController } from './contracts/termination.controller.js';
import { VersionStepsController } from './contracts/version-steps.controller.js';
import { EntitlementsController } from './entitlements/entitlements.controller.js';
import { InformationController } from './information/information.controller.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { ledgerControllers, ledgerProviders } from './ledger/ledger.providers.js';
import { LinesController } from './lines/lines.controller.js';
import { ListPages } from './lists/list-pages.js';
import { FlowDownController } from './notices/flow-down.controller.js';
import { FollowOnController } from './notices/follow-on.controller.js';
import { NoticeWithdrawalController } from './notices/notice-withdrawal.controller.js';
import { NoticesController } from './notices/notices.controller.js';
import { PasteController } from './occupancies/paste/paste.controller.js';
import { OccupanciesController } from './occupancies/occupancies.controller.js';
import { OverviewController } from './overview/overview.controller.js';
import { OpenWorkQueries } from './overview/open-work.js';
import { PartnerStart } from './overview/partner-start.js';
import { PartnersController } from './partners/partners.controller.js';
import { PositionWithdrawalsController } from './positions/position-withdrawals.controller.js';
import { PositionsController } from './positions/positions.controller.js';
import { WithdrawalPages } from './positions/withdrawal-pages.js';
import { BearerTokens } from './access/bearer-tokens.js';
import { PageRights } from './access/page-rights.js';
import { LateForms } from './access/late-forms.js';
import { Visits } from './access/visits.js';
import { signInControllers } from './sign-in/sign-in.providers.js';
import { Landing } from './sign-in/landing.js';
import { SignInPage } from './sign-in/sign-in.page.js';
import {
  administrationControllers,
  administrationPages,
} from './administration/administration.providers.js';
import { accountControllers, accountPages } from './account/account.providers.js';
import { HeldFormsController } from './session/held-forms.controller.js';
import { SessionController } from './session/session.controller.js';
import { TakeOverWithdrawalController } from './take-over/take-over-withdrawal.controller.js';
import { TakeOverPagesController } from './take-over/take-overs.controller.js';
import { AssetsController } from './shell/assets.controller.js';
import { Assets } from './shell/assets.js';
import { Pages } from './shell/pages.js';
import { fourEyesControllers, fourEyesPageProviders } from './four-eyes/four-eyes.providers.js';
import { WhatIfPageController } from './what-if/what-if.controller.js';

/** Pages, their frame and their controllers. */
@Module({})
export class WebModule {
  /** @param settings a provider of `WebSettings`, made by the composition root. */
  static forRoot(settings: Provider): DynamicModule {
    return {
      module: WebModule,
      imports: [
        AmendmentsModule,
        CalculationsModule,
        GrantsModule,
        ContractsModule,
        PositionsModule,
        TakeOverModule,
        DraftsModule,
        LedgerModule,
      ],
      controllers: [
        AssetsController,
        ...accountControllers,
        ...signInControllers,
        ...[AuditController, ExceptionsController],
        ...[SessionController, HeldFormsController],
        ApiDocsController,
        CalculatorsController,
        InformationController,
        OverviewController,
        NoticesController,
        NoticeWithdrawalController,
        FlowDownController,
        FollowOnController,
        ContractsController,
        LinesController,
        VersionStepsController,
        TerminationController,
        TerminationWithdrawalController,
        DocumentsController,
        DocumentFilingController,
        PositionsController,
        ...[TakeOverPagesController, TakeOverWithdrawalController],
        PositionWithdrawalsController,
        OccupanciesController,
        PasteController,
        EntitlementsController,
        PartnersController,
        WhatIfPageController,
        ...ledgerControllers,
        ...administrationControllers,
        ...fourEyesControllers,
        DraftsController,
        ReviewController,
        FormController,
      ],
      providers: [
        ...[
          settings,
          Visits,
          LateForms,
          SignInPage,
          Landing,
          BearerTokens,
          Assets,
          PageRights,
          Pages,
        ],
        ...[OpenApiSource, PeopleNamesReader, BookPages, ListPages, VersionBook],
        ...[OpenWorkQueries, PartnerStart, WithdrawalPages, AuditNaming],
        ...editingProviders,
        ...ledgerProviders,
        ...administrationPages,
        ...accountPages,
        ...fourEyesPageProviders,
      ],
      exports: [Pages],
    };
  }
}
