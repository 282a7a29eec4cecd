import { readFileSync } from 'node:fs';
import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/**
 * A JSON document of a stage's own becomes a file beside its bundle, which is read once, as the bundle is loaded: Node parses JSON
 * faster than script, and what a stage knows by heart takes nothing of the room for its code. What a library imports stays
 * in the script.
 */
export const jsonBeside: Plugin = {
  name: 'json-beside',
  setup(build) {
    build.onLoad({ filter: /\.json$/, namespace: 'file' }, ({ path, with: { type } }) => {
      if (path.includes('node_modules')) return undefined;
      if (type === 'json')
        return {
          contents: `
            import file from ${JSON.stringify(path)};
            export default JSON.parse(process.getBuiltinModule('node:fs').readFileSync(new URL(file, import.meta.url), 'utf8'));
          `,
          loader: 'js',
        };
      return { contents: JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))), loader: 'file' };
    });
  },
};
