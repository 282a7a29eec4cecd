import type { Recursion, Wall } from './packages/toolchain/lint/wall.ts';

/**
 * Who may import what. `pnpm lint` holds it, by the path that an import leads to, and `docs/architecture.md` shows it.
 *
 * A row is for the files of a place that no row above it has taken. It lists all that is allowed besides the place's own
 * package: another package of ours (by what it exports, never by a path), a package of npm, or `node:` and a module of it.
 */
export const walls: readonly Wall[] = [
  {
    name: 'helpers for tests',
    place: ['packages/*/src/testing', 'packages/*/src/ports/*.contract.ts'],
    may: ['order-domain', 'stage-kit', 'zod', 'vitest', 'fast-check', 'node:'],
    because: 'other packages test with them: they know their own package, and no stage',
  },
  {
    name: 'order-domain',
    place: ['packages/order-domain/src'],
    may: ['zod', 'jsonc-parser', 'node:url', 'node:crypto'],
    because: 'what an order is, is pure: it knows no stage, no runtime and no service',
  },
  {
    name: 'secrets of stages',
    place: ['packages/stage-kit/src/adapters/read-secret.ts'],
    may: ['@aws-sdk/client-secrets-manager'],
    because: 'it is loaded late, and only where a deployment gives a stage a secret',
  },
  {
    name: 'stage-kit',
    place: ['packages/stage-kit/src'],
    may: ['order-domain', 'zod', 'node:'],
    because: 'what stages are made with knows no stage, and no SDK that every bundle would carry',
  },
  {
    name: 'engine',
    place: ['packages/asl-engine/src'],
    may: ['jsonata', 'zod', 'node:'],
    because: 'an interpreter of Amazon States Language knows nothing of orders',
  },
  {
    name: 'simulators',
    place: ['packages/simulators/src'],
    may: ['order-domain', 'stage-kit', 'hono', '@hono/node-server', 'zod', 'node:'],
    because: "gateway and carrier stand for somebody else's systems: they know no stage",
  },
  {
    name: 'toolchain',
    place: ['packages/toolchain'],
    may: [
      'walls.ts',
      'tsup',
      'esbuild',
      'vitest',
      '@aws-sdk/credential-provider-env',
      'cross-spawn',
      'dependency-cruiser',
      'dynalite',
      'fast-check',
      'node:',
    ],
    because: 'how packages are built and tested knows none of them',
  },
  {
    name: 'worlds of a stage',
    place: ['packages/*/src/adapters', 'packages/*/src/lambda', 'packages/*/src/index.ts'],
    may: ['order-domain', 'stage-kit', 'zod', '@aws-sdk/*', '@smithy/*', 'node:'],
    because: 'stages share the record, not code; only these two folders touch the world, and the index exports them',
  },
  {
    name: 'decisions of a stage',
    place: ['packages/*/src'],
    may: ['order-domain', 'stage-kit', 'zod', 'node:crypto'],
    mayNot: ['adapters', 'lambda'],
    because: 'a decision is pure: what it needs of the world is behind a port',
  },
  {
    name: 'infrastructure',
    place: ['infra/src'],
    may: [
      'stages',
      'stage-kit',
      'order-domain',
      'toolchain',
      'aws-cdk-lib',
      'constructs',
      '@aws-sdk/*',
      'cross-spawn',
      'node:',
    ],
    because: 'what is deployed knows the stages, and nothing that runs or plays them on a laptop',
  },
  {
    name: 'console',
    place: ['apps/console/src'],
    may: ['react', 'react-dom', '@xyflow/react', '@dagrejs/dagre', 'jsonc-parser', 'zod'],
    because: 'it knows the Step Functions API over HTTP and nothing of ours: it shows what AWS would show',
  },
  {
    name: 'local runner',
    place: ['apps/local/src', 'apps/local/bin'],
    may: [
      'asl-engine',
      'order-domain',
      'simulators',
      'commander',
      'log-update',
      'fauxqs',
      'dynalite',
      'hono',
      '@hono/node-server',
      'zod',
      'node:',
    ],
    because: 'it runs what was built and synthesized: it never imports a stage or the infrastructure',
  },
  {
    name: 'soak',
    place: ['apps/soak/src', 'apps/soak/bin'],
    may: ['local', 'asl-engine', 'order-domain', 'simulators', 'toolchain', 'fast-check', 'typescript', 'node:'],
    because: 'it judges what was built and synthesized: it never imports a stage or the infrastructure',
  },
  {
    name: 'lessons',
    place: ['apps/learn/src', 'apps/learn/bin'],
    may: ['asl-engine', 'console', 'toolchain', 'node:'],
    because: 'a learner has definitions, functions and commands: it runs what is typed, and imports no stage',
  },
  {
    name: 'five stages',
    place: ['examples/five-stages'],
    may: [
      'infra',
      'stages',
      'stage-kit',
      'order-domain',
      'local',
      'asl-engine',
      'simulators',
      'toolchain',
      'aws-cdk-lib',
      'constructs',
      'vitest',
      'node:',
    ],
    because: 'it is another sentence of the same stages, tried in this repository',
  },
  {
    name: 'example app',
    place: ['examples/own-app'],
    may: ['infra', 'stages', 'stage-kit', 'order-domain', 'aws-cdk-lib', 'constructs', 'zod', 'vitest', 'node:'],
    because: "it is somebody else's: it has what is published",
  },
];

/** Where files may import each other in a circle: a grammar's own recursion. */
export const recursions: readonly Recursion[] = [
  { place: 'packages/asl-engine/src/jsonpath', because: 'a path holds filters, and a filter holds paths' },
];
