import { strict as assert } from 'node:assert';
import { Injectable } from '@nestjs/common';
import { Eta, type EtaConfig } from 'eta';
import { acting } from '../../identity/identity.js';
import { withFormTokens } from '../access/form-tokens.js';
import { PageRights } from '../access/page-rights.js';
import type { AsOfBarView } from '../as-of/as-of-bar.view.js';
import type { LinkView } from '../components/link.js';
import type { BeginButtonView } from '../editing/begin-button.js';
import { paths } from '../paths.js';
import { escapeText } from './escape.js';
import { Assets } from './assets.js';
import { FOOTER_LINKS, navigation } from './navigation.js';
import { sessionEndView } from '../session/session-end.view.js';
import { personView } from './person.view.js';
import { WebSettings } from './web-settings.js';

/** What every page has above its content. */
export interface PageHead {
  readonly title: string;
  readonly subline?: string;
  /** The entry of the side navigation that the page belongs to; '' for pages outside of it. */
  readonly area: string;
  /** Where one comes from; with it the page counts as a detail of its area. */
  readonly back?: LinkView;
  /** Buttons beside the title that open forms. */
  readonly actions?: readonly BeginButtonView[];
  /** Ways on beside the title that change nothing by themselves. */
  readonly links?: readonly LinkView[];
  /** "Beispiel": what of this page's content is made up. */
  readonly example?: string;
  /** The bar "Förderjahr · Stand"; only pages of the book have it. */
  readonly asOf?: AsOfBarView;
}

/** The engine of the templates; in a template `this.rights` says what to offer to whoever asks. */
class Templates extends Eta {
  constructor(
    config: Partial<EtaConfig>,
    readonly rights: PageRights,
  ) {
    super(config);
  }
}

/** Renders pages: a template under `templates/pages`, its typed view, and the frame around both. */
@Injectable()
export class Pages {
  private readonly eta: Eta;

  constructor(
    private readonly settings: WebSettings,
    private readonly assets: Assets,
    private readonly rights: PageRights,
  ) {
    this.eta = new Templates(
      {
        views: settings.templatesDir,
        cache: true,
        escapeFunction: escapeText,
        autoTrim: ['nl', 'nl'],
      },
      rights,
    );
  }

  /**
   * @param template folder below `templates/pages`: "contracts/list".
   * @throws Error if the template prints something that the view does not have.
   */
  render(template: string, head: PageHead, view: object): string {
    const { officeName, exampleBook, officialWebsite } = this.settings;
    assert(!(exampleBook && officialWebsite), 'an example book is no official website');
    const html = this.eta.render(`/pages/${template}/page`, {
      head,
      view,
      frame: {
        officeName,
        exampleBook,
        officialWebsite,
        assets: this.assets,
        navigation: navigation(head.area, head.back === undefined, (href) =>
          this.rights.mayGo(href),
        ),
        signIn: paths.signIn(),
        footer: FOOTER_LINKS.filter(({ href }) => this.rights.mayGo(href)),
        person: personView(acting()),
        session: sessionEndView(acting()),
      },
    });
    return withFormTokens(html, acting(), titleOf(head));
  }

  /** A partial by itself, for a page that renews a part of it. @param partial file below `partials` */
  part(partial: string, view: object): string {
    return withFormTokens(this.eta.render(`/partials/${partial}`, view), acting());
  }
}

/** As the browser's own bar shows it. */
function titleOf({ title, subline, back }: PageHead): string {
  return back !== undefined && subline !== undefined ? `${title} – ${subline}` : title;
}
