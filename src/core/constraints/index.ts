import { accessibility } from './accessibility.ts';
import { apart } from './apart.ts';
import { attending } from './attending.ts';
import { availability } from './availability.ts';
import { capacity } from './capacity.ts';
import type { Constraint } from './constraint.ts';
import { eligibility } from './eligibility.ts';
import { language } from './language.ts';
import { minimum } from './minimum.ts';
import { mix } from './mix.ts';
import { noThemeTwice } from './no-theme-twice.ts';
import { notAlone } from './not-alone.ts';
import { oneSessionPerSlot } from './one-session-per-slot.ts';
import { pins } from './pins.ts';
import { spread } from './spread.ts';
import { together } from './together.ts';
import { topWishes } from './top-wishes.ts';
import { totals } from './totals.ts';

/** ADD A CONSTRAINT: one file that both builds the model and checks any plan, and one line here. Hard ones first. */
export const CONSTRAINTS: readonly Constraint[] = [
  attending,
  oneSessionPerSlot,
  noThemeTwice,
  capacity,
  pins,
  availability,
  accessibility,
  eligibility,
  together,
  apart,
  language,
  minimum,
  spread,
  mix,
  notAlone,
  topWishes,
  totals,
];
