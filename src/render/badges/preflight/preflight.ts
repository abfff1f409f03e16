import type { Event } from '../../../model/event.ts';
import type { Problem } from '../../../model/problem.ts';
import type { PlacedBadge } from '../badge-document.ts';
import { type BadgeFinding, type FitMark, findMisfits, findMissingQr } from '../findings.ts';
import type { MissingSigns } from '../missing-signs.ts';
import { findCoarsePictures } from './coarse-pictures.ts';
import { findLowContrast } from './low-contrast.ts';
import { findMissingGlyphs, findMissingGlyphsOfEvent } from './missing-glyphs.ts';
import { findMissingType } from './missing-type.ts';
import { findSharedCodes } from './shared-codes.ts';

/** A print that is laid out, as far as it is looked at before it goes to the print shop. */
export interface CheckedPrint {
  readonly event: Event;
  readonly missing: MissingSigns;
  readonly documents: readonly {
    readonly badges: readonly PlacedBadge[];
    readonly marks: readonly FitMark[];
  }[];
  /** One card, each side as a picture in its printed size; empty where it has no pictures to look at. */
  readonly card: readonly string[];
  /** The pictures that sosent.yaml names, by path. */
  readonly pictures: Readonly<Record<string, Uint8Array>>;
}

/** What a person should look at before the badges are printed. */
export interface Preflight {
  readonly findings: readonly BadgeFinding[];
  /** What is the same on every badge. */
  readonly problems: readonly Problem[];
}

/** ADD A CHECK: a function here, in a file of its own. The findings of each are in the order of the pages. */
export function preflight({ event, documents, card, pictures, missing }: CheckedPrint): Preflight {
  const badges = documents.flatMap((one) => one.badges);
  return {
    findings: [
      ...documents.flatMap((one) => findMisfits(one.badges, one.marks)),
      ...findMissingGlyphs(badges, event, missing),
      ...findMissingQr(badges, event.badges),
      ...findSharedCodes(badges),
      ...findMissingType(badges, event),
    ],
    problems: [
      ...findMissingGlyphsOfEvent(event, missing),
      ...findLowContrast(event),
      ...findCoarsePictures(card, pictures),
    ],
  };
}
