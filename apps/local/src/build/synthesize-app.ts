import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));

/**
 * Builds the stages of another app of the repository and synthesizes it, as far as something has changed; gives the folder of its assembly.
 *
 * @param app its folder in the repository: `examples/five-stages`
 * @throws Error with what was printed, when that fails or there is no such app
 */
export function synthesizeApp(app: string): string {
  const turbo = createRequire(join(repository, 'package.json')).resolve('turbo/bin/turbo');
  const options = [`--filter=./${app.replace(/^\.?\/|\/$/g, '')}`, '--output-logs=errors-only'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [turbo, 'run', 'synth', ...options], {
    cwd: repository,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${app} could not be synthesized.\n\n${stdout}${stderr}`);
  return join(repository, app, 'cdk.out');
}
