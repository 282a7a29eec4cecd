// `pnpm lint`: holds the walls of walls.ts.
import { wallRules } from './packages/toolchain/lint/wall-rules.ts';
import { recursions, walls } from './walls.ts';

export default {
  forbidden: wallRules(walls, recursions),
  options: {
    // An import of types only is one too.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:^|/)(?:dist|cdk\\.out)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@order-workflow/source', 'import', 'node', 'types', 'default'],
    },
  },
};
