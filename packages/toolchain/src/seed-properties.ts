import fc from 'fast-check';
import { testSeed } from './test-seed.ts';

/** Every property draws from the seed of the run. */
fc.configureGlobal({ seed: testSeed });
