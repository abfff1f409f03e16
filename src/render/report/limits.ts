/** So many rows are put on the page, or it would be too large to open; what leaves some out says so, and where all are. */
export const LIMITS = {
  sessions: 300,
  delegations: 60,
  rules: 100,
  waitlist: 300,
  diets: 40,
  /** A list of people that is longer is left out. */
  people: 1000,
  /** Stops of one time slot in the picture of the flow, and rows of its table. */
  stops: 12,
  steps: 200,
} as const;
