import type { Schedule } from '../src/schedule.ts';

/** Schedules that broke a promise once, and are run each time since. */
export const keptSchedules: readonly Schedule[] = [];
