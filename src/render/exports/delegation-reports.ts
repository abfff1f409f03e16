import { type DelegationReport, reportDelegations } from '../../core/report-delegations.ts';
import { remember } from './export.ts';

/** One report per delegation that somebody belongs to. */
export const reportsOf = remember(({ event, attendees, placements }): readonly DelegationReport[] =>
  reportDelegations(event, attendees, placements),
);
