import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/**
 * Node 24 loads the whole of undici when ESM code imports `node:http` or `node:https`: 36 ms against 4 ms through
 * `process.getBuiltinModule`. A function that starts cold pays that each time, so its bundle takes the short way, and
 * takes it only when the first request is made.
 */
export const leanNodeHttp: Plugin = {
  name: 'lean-node-http',
  setup(build) {
    build.onResolve({ filter: /^(node:)?https?$/ }, ({ path }) => ({
      path: path.replace(/^(?!node:)/, 'node:'),
      namespace: 'lean-node-http',
    }));
    build.onLoad({ filter: /.*/, namespace: 'lean-node-http' }, ({ path }) => ({
      contents: `
        const load = () => process.getBuiltinModule('${path}');
        const late = (name) => new Proxy(function () {}, {
          get: (_, key) => load()[name][key],
          apply: (_, self, given) => Reflect.apply(load()[name], self, given),
          construct: (_, given) => Reflect.construct(load()[name], given),
        });
        export const Agent = late('Agent');
        export const request = late('request');
        export const get = late('get');
        export default { Agent, request, get };
      `,
      loader: 'js',
    }));
  },
};
