import type { Finding } from './finding.ts';

/** Where an exercise is done. */
export interface Place {
  /** The lesson's own folder. */
  readonly folder: string;
  /** The folder in which turbo.json stands. */
  readonly repository: string;
}

/** A lesson of docs/learn: what its exercise asks for. */
export interface Lesson {
  readonly number: number;
  /** In docs/learn. */
  readonly folder: string;
  /** The file in its folder that a learner changes, laid out as a copy of `start` with the same ending; else what is changed. */
  readonly exercise?: 'exercise.asl.json' | 'exercise.mjs';
  readonly check: (place: Place) => Promise<readonly Finding[]>;
}
