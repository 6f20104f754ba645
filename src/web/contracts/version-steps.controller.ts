import { Body, Controller, Header, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { UnknownVersion } from '../../contracts/contracts.errors.js';
import { ContractsQueries } from '../../contracts/contracts.queries.js';
import { DiscardDraftUseCase } from '../../contracts/discard-draft.use-case.js';
import { RecallVersionUseCase } from '../../contracts/recall-version.use-case.js';
import { SendVersionUseCase } from '../../contracts/send-version.use-case.js';
import { SignVersionUseCase } from '../../contracts/sign-version.use-case.js';
import { parsePlainDate } from '../../domain/calendar/plain-date.js';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';
import type { PageQuery } from '../as-of/as-of.js';
import { BookPages, type OpenBook } from '../book/book-pages.js';
import { readForm } from '../forms/form.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { contractStepView } from './contract-step.page.js';
import { refusalFrom, type RefusalView } from '../forms/refused.js';
import { postedChange } from '../forms/posted.js';
import { askedVersion } from './contract-state.js';
import { stepForm, type StepForm } from './version-step.forms.js';
import { VERSION_STEP_NAMES, type VersionStepName } from './version-way.view.js';

type Values = Readonly<Record<string, unknown>>;

interface OpenStep {
  readonly open: OpenBook;
  readonly form: StepForm;
  readonly step: VersionStepName;
  readonly version: { readonly contract: string; readonly version: number };
  readonly title: string;
  readonly revision: number;
}

/** A version from draft to effect: sent, signed, recalled or discarded, each on a page of its own. */
@Controller()
export class VersionStepsController {
  constructor(
    private readonly book: BookPages,
    private readonly contracts: ContractsQueries,
    private readonly sending: SendVersionUseCase,
    private readonly signing: SignVersionUseCase,
    private readonly recalling: RecallVersionUseCase,
    private readonly discarding: DiscardDraftUseCase,
  ) {}

  @Page(routes.versionStep)
  async page(
    @Param('id') id: string,
    @Param('nr') number: string,
    @Param('schritt') name: string,
    @Query() query: PageQuery,
  ): Promise<string> {
    const opened = await this.open(id, number, name, query);
    return render(opened, {});
  }

  @Post(routes.versionStep)
  @ApiExcludeEndpoint()
  @Header('cache-control', 'no-store')
  async take(
    @Param('id') id: string,
    @Param('nr') number: string,
    @Param('schritt') name: string,
    @Body() body: PageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const opened = await this.open(id, number, name, {});
    const { values } = readForm(opened.form.fields, body);
    const { form, open } = opened;
    const refusal =
      values &&
      (await refusalFrom(() => this.enter(opened, values, body), form.fields, open.page.facts));
    if (values !== undefined && refusal === undefined) {
      await reply.redirect(paths.contract(id), 303);
      return;
    }
    await reply
      .status(422)
      .type('text/html; charset=utf-8')
      .send(render(opened, body, refusal));
  }

  private enter({ step, version }: OpenStep, values: Values, body: PageQuery): Promise<string> {
    const day = (name: string) => parsePlainDate(String(values[name]));
    const reasoned = postedChange(body, String(values['reason']));
    switch (step) {
      case 'versenden': {
        const writtenOn = values['writtenOn'] === undefined ? {} : { writtenOn: day('writtenOn') };
        const sent = { ...version, sentOn: day('sentOn'), ...writtenOn };
        return this.sending.execute(postedChange(body, 'Zur Unterschrift verschickt'), sent);
      }
      case 'unterschrift': {
        const signed = { ...version, party: String(values['party']), signedOn: day('signedOn') };
        return this.signing.execute(postedChange(body, 'Unterschrift eingetragen'), signed);
      }
      case 'zurueckholen':
        return this.recalling.execute(reasoned, version);
      case 'verwerfen':
        return this.discarding.execute(reasoned, version);
    }
  }

  /** @throws UnknownContract, UnknownVersion */
  private async open(
    id: string,
    number: string,
    name: string,
    query: PageQuery,
  ): Promise<OpenStep> {
    const step = VERSION_STEP_NAMES.find((known) => known === name);
    const open = await this.book.open(paths.contract(id), query);
    const detail = await this.contracts.contract(id, { on: open.page.asOf.on });
    const version = askedVersion(detail.contract, number);
    if (version === undefined || step === undefined) {
      throw new UnknownVersion({ contract: id, version: `${number}/${name}` });
    }
    return {
      open,
      step,
      form: stepForm(step, detail.contract, version, open.page.names),
      version: { contract: id, version: version.number },
      title: `${detail.contract.title}: ${version.title}`,
      revision: detail.revision,
    };
  }
}

function render(
  { open, form, step, version, title, revision }: OpenStep,
  body: PageQuery,
  refusal?: RefusalView,
): string {
  const { contract, version: number } = version;
  const frame = {
    intro: form.intro,
    action: paths.versionStep(contract, number, step),
    button: form.button,
    cancel: paths.contract(contract),
    revision,
  };
  const { fields } = readForm(form.fields, body);
  const head = {
    title: form.title,
    subline: title,
    area: paths.contracts,
    back: { href: paths.contract(contract), label: 'Zum Vertrag' },
  };
  return open.renderPlain(
    'contracts/step',
    head,
    contractStepView(frame, fields, { body, refusal }),
  );
}
