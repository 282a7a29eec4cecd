const given = process.env['TEST_SEED'] ?? '1';

/**
 * What everything random in a run of the tests comes of, so that it gives the same verdict everywhere, each time. `TEST_SEED`
 * gives another number; `TEST_SEED=any` draws one, which a failure prints.
 */
export const testSeed: number = given === 'any' ? Math.floor(Math.random() * 2 ** 31) : Number(given);
