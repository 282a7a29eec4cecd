// Proves the deployment on an emulator of AWS: `pnpm test:deploy`. Needs Python 3.10 or later.
import { awsClients } from '../test/deployed/aws-clients.ts';
import { findPython } from '../test/deployed/emulator/find-python.ts';
import { emulatorVersion, installEmulator } from '../test/deployed/emulator/install-emulator.ts';
import { startEmulator } from '../test/deployed/emulator/start-emulator.ts';
import { emulatorEnvironment, withoutAws } from '../test/deployed/emulator-environment.ts';
import { progressOn } from '../test/deployed/progress.ts';
import { repository } from '../test/deployed/proof.ts';
import { proveDeployment } from '../test/deployed/prove-deployment.ts';
import { runQuietly } from '../test/deployed/run-quietly.ts';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  if (process.platform === 'win32') {
    console.error('SKIPPED: the deployment is proved on Linux and macOS. On Windows, run this in WSL.');
    return;
  }
  const began = performance.now();
  const python = findPython();
  if (python === undefined) {
    console.error(
      'SKIPPED: the deployment is not proved. It needs Python 3.10 or later with venv; there is none here.',
    );
    return;
  }
  const bins = [`${repository}/node_modules/.bin`, `${repository}/infra/node_modules/.bin`, process.env['PATH']];
  const environment = { ...process.env, PATH: bins.join(':') };
  const progress = progressOn(console.log);
  const { installed } = await progress.part(`MiniStack ${emulatorVersion}`, async () => {
    const env = withoutAws(environment);
    const apps = ['--filter=@order-workflow/infra', '--filter=@order-workflow/five-stages'];
    await runQuietly('turbo', ['run', 'synth', ...apps], { cwd: repository, env });
    return { installed: await installEmulator(`${repository}/.order-workflow/emulator`, python), seen: 'is installed' };
  });
  const emulator = await startEmulator(installed, environment);
  console.log(`MiniStack stands at ${emulator.endpoint}, for this machine alone`);
  try {
    const env = emulatorEnvironment(emulator.endpoint, environment);
    await proveDeployment({ progress, clients: awsClients(emulator.endpoint), env });
    console.log(`The deployment is proved, in ${Math.round((performance.now() - began) / 1000)} s.`);
  } finally {
    emulator.stop();
  }
}
