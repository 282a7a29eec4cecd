import * as z from 'zod/mini';

/** The versions of the records that stages of this release read. Any other is refused before anything is done. */
export const recordVersionSchema = z.enum({ first: 1, laterAttempts: 2 });

export type RecordVersion = z.infer<typeof recordVersionSchema>;

/**
 * The version that a new record is of: what its keys mean. Executions outlive a release, so records of the one before
 * come to stages of this one, and the other way round while a release goes out gradually or is taken back. What a stage
 * merely *adds* needs no new version. A change of meaning does, in two releases: the first also reads the new version,
 * the second writes it (docs/decisions/0014-a-record-says-its-version.md).
 */
export const writtenVersion: RecordVersion = 1;

/**
 * The version of a record from an order's second attempt on, whose keys are other ones. A stage that knows of no attempts
 * refuses it; it would take the effects of the first attempt for those of this one.
 */
export const versionOfLaterAttempts: RecordVersion = 2;
