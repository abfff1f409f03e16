import type { ReportFigures } from '../../core/report/report-figures.ts';
import type { Event } from '../../model/event.ts';
import type { Language } from '../../model/text.ts';
import { namesOf } from '../findings/names.ts';
import { renderDelegations } from './delegations-section.ts';
import { renderFlow } from './flow-section.ts';
import { keyFigures, renderKeyFigures } from './key-figures.ts';
import { renderPage } from './page.ts';
import { pageContext } from './page-context.ts';
import { renderDietary, renderPeople, renderWaitlist } from './people-sections.ts';
import { renderFindings, renderMethod, renderRules } from './quality-sections.ts';
import { renderFill, renderMix } from './session-sections.ts';
import { renderWishes } from './wishes-section.ts';

/** The report for those who plan the day: one HTML file with every figure, and names. */
export function renderReport(event: Event, figures: ReportFigures, language: Language): string {
  const page = pageContext(event, language);
  const names = namesOf(
    event,
    figures.people.map((one) => one.attendee),
    language,
  );
  const { summary, wishes, delegations, flow, dietary, people, findings, method } = figures;
  return renderPage(page, {
    privacy: page.words.personal,
    keyFigures: renderKeyFigures(page, keyFigures(page, summary, findings)),
    sections: [
      renderFill(page, summary),
      renderWishes(page, wishes),
      renderDelegations(page, delegations),
      ...renderFlow(page, flow),
      renderMix(page, summary),
      renderRules(page, summary.violations, names),
      renderWaitlist(page, summary.waitlist, people),
      renderDietary(page, dietary, page.words.sections.dietary),
      renderFindings(page, findings, names),
      renderMethod(page, method),
      renderPeople(page, people),
    ],
  });
}
