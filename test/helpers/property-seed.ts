import { configureGlobal } from 'fast-check';

/** The day of the SosEnt conference; any other number explores other cases. */
const SEED = 20_161_026;

/**
 * Property tests draw the same cases on every run, so that a red one is somebody's change and not bad luck.
 * `PROPERTY_SEED=$RANDOM npm test` looks at others.
 */
configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? SEED) });
