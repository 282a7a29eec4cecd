import { packageTests } from './src/vitest.ts';

export default packageTests({ isolate: false, include: ['{src,lint}/**/*.test.ts'] });
