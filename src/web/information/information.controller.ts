import { Controller } from '@nestjs/common';
import { AccessTable } from '../../identity/access/access-table.js';
import { acting } from '../../identity/identity.js';
import { paths } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { WebSettings } from '../shell/web-settings.js';
import { ABBREVIATIONS } from './abbreviations.js';
import { GLOSSARY } from './glossary.js';
import { rightsTable } from './rights.view.js';
import { RULE_GLOSSARY } from './rule-glossary.js';

/** The pages at the foot: accessibility, terms, rights, privacy, imprint. */
@Controller()
export class InformationController {
  constructor(
    private readonly pages: Pages,
    private readonly settings: WebSettings,
    private readonly table: AccessTable,
  ) {}

  @Page(paths.accessibility)
  accessibility(): string {
    return this.render('accessibility', 'Erklärung zur Barrierefreiheit');
  }

  @Page(paths.glossary)
  glossary(): string {
    const head = {
      title: 'Begriffe',
      subline: 'Ein Wort, eine Bedeutung',
      area: '',
    };
    return this.pages.render('information/glossary', head, {
      groups: [
        { title: 'Wörter', entries: GLOSSARY },
        { title: 'Abkürzungen', entries: ABBREVIATIONS },
        { title: 'Regeln des Buches', entries: RULE_GLOSSARY },
      ],
    });
  }

  /** The guard reads the same table. */
  @Page(paths.rights)
  rights(): string {
    const head = { title: 'Wer darf was', subline: 'Rollen und was sie erlauben', area: '' };
    return this.pages.render('information/rights', head, {
      table: rightsTable(this.table, acting().roles),
      note: {
        tone: '',
        texts: [
          'Wer etwas eingetragen hat, ordnet es nicht selbst an: Vier Augen sehen jede Zahlung.',
          'Programme mit einem Zugangsschlüssel dürfen, was ihre Rolle darf, außer allem, wofür ein Mensch einstehen muss.',
        ],
      },
    });
  }

  @Page(paths.privacy)
  privacy(): string {
    return this.render('privacy', 'Datenschutz');
  }

  @Page(paths.imprint)
  imprint(): string {
    return this.render('imprint', 'Impressum');
  }

  private render(page: string, title: string): string {
    const { exampleBook, officeName } = this.settings;
    return this.pages.render(
      `information/${page}`,
      { title, area: '' },
      { exampleBook, officeName },
    );
  }
}
