import fc from 'fast-check';

/**
 * Every property draws from one seed, so that a run of the tests gives the same verdict everywhere, each time. `TEST_SEED`
 * gives another; `TEST_SEED=any` draws one, which a failure prints.
 */
const given = process.env['TEST_SEED'] ?? '1';
if (given !== 'any') fc.configureGlobal({ seed: Number(given) });
