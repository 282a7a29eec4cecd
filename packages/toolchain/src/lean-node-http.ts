import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/**
 * Node 24 loads the whole of undici when ESM code imports `node:http` or `node:https`: 36 ms against 4 ms through
 * `process.getBuiltinModule`. A function that starts cold pays that each time, so its bundle takes the short way.
 */
export const leanNodeHttp: Plugin = {
  name: 'lean-node-http',
  setup(build) {
    build.onResolve({ filter: /^(node:)?https?$/ }, ({ path }) => ({
      path: path.replace(/^(?!node:)/, 'node:'),
      namespace: 'lean-node-http',
    }));
    build.onLoad({ filter: /.*/, namespace: 'lean-node-http' }, ({ path }) => ({
      contents: [
        `const builtin = process.getBuiltinModule('${path}');`,
        'export default builtin;',
        'export const { Agent, request, get, createServer, globalAgent } = builtin;',
      ].join('\n'),
      loader: 'js',
    }));
  },
};
