import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withoutAws } from '../emulator-environment.ts';
import { runQuietly } from '../run-quietly.ts';

const requirements = fileURLToPath(new URL('requirements.txt', import.meta.url));

/** The emulator's version, as it is pinned. */
export const emulatorVersion = /^ministack==(.*)$/m.exec(readFileSync(requirements, 'utf8'))?.[1] ?? 'unknown';

/**
 * Installs the emulator into a virtual environment of its own, unless it is there; the path of its Python. An
 * installation that was cut off is not mistaken for a whole one: the marker is written last.
 */
export async function installEmulator(cache: string, python: string): Promise<string> {
  const pinned = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const home = `${cache}/ministack-${emulatorVersion}-${pinned}`;
  const installed = `${home}/bin/python`;
  if (existsSync(`${home}/installed`)) return installed;
  rmSync(home, { recursive: true, force: true });
  mkdirSync(dirname(home), { recursive: true });
  const options = { cwd: cache, env: { ...withoutAws(process.env), PIP_DISABLE_PIP_VERSION_CHECK: '1' } };
  await runQuietly(python, ['-m', 'venv', home], options);
  const report = `${home}/report.json`;
  await runQuietly(installed, ['-m', 'pip', 'install', '--quiet', '--report', report, '-r', requirements], options);
  renameSync(report, `${home}/installed`);
  return installed;
}
