/** That a badge was printed, as one line of data/printed-badges.csv says it. */
export interface PrintedBadge {
  /** ISO 8601 instant of the print run. */
  readonly printed: string;
  /** Id. */
  readonly attendee: string;
  /** Hash of everything that the badge says; '' where it was seen that the person comes no longer. */
  readonly badge: string;
  /** Hash of what all badges have in common: the parts of the design, its images, the size. */
  readonly look: string;
}
