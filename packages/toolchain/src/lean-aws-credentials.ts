import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/**
 * The AWS SDK brings a chain of credential providers: profiles, SSO, instance metadata and more, two fifths of a small
 * client's code. Lambda gives a function its role's credentials in the environment and nowhere else
 * (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html), so its bundle looks only there.
 */
export const leanAwsCredentials: Plugin = {
  name: 'lean-aws-credentials',
  setup(build) {
    build.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ path }) => ({
      path,
      namespace: 'lean-aws-credentials',
    }));
    build.onLoad({ filter: /.*/, namespace: 'lean-aws-credentials' }, () => ({
      contents: `export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';`,
      resolveDir: dirname(fileURLToPath(import.meta.url)),
      loader: 'js',
    }));
  },
};
