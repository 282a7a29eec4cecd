import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { functionBundle } from './function-bundle.ts';
import { nodeFlags } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const host = new URL('../src/lambda-host/lambda-host.ts', import.meta.url);
/** Invokes a function once, and writes down what came of it. */
const invokeOnce = `
  const { startLambdaHost } = await import(${JSON.stringify(host)});
  const { lambda } = JSON.parse(process.argv[1]);
  const started = startLambdaHost([lambda]);
  console.log(JSON.stringify(await started.invoke(lambda.arn, {})));
  await started.close();
`;

// Node's compiler for types takes some ten megabytes, and would stay in each worker: it was loaded there at every first start.
it('starts a worker that strips no types, from an empty cache too', async () => {
  const lambda = functionBundle(
    "export const handler = () => process.moduleLoadList.filter((name) => name.includes('amaro'));",
  );
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...nodeFlags, '--input-type=module', '--eval', invokeOnce, JSON.stringify({ lambda })],
    { env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: undefined, NODE_COMPILE_CACHE: temporaryFolder() } },
  );
  expect(JSON.parse(stdout)).toEqual({ kind: 'returned', payload: [] });
});
