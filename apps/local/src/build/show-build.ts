import { drawOver } from '../terminal/write-out.ts';
import { buildAssembly } from './build-assembly.ts';

/** A cached build is done before anyone wonders. */
const quietMs = 1_000;

/** Where it is shown: standard error. */
type BuildStream = NodeJS.WritableStream & Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>;

/**
 * Brings the assembly up to date, and says so on `stream` when it takes more than a moment. That something is built, and
 * why, is said only when it is so: on a busy machine it takes seconds to see that nothing has changed.
 */
export async function showBuild(
  repository: string,
  stream: BuildStream,
  build: typeof buildAssembly = buildAssembly,
): Promise<void> {
  const started = performance.now();
  let isDrawn = false;
  let isSaid = false;
  let latest: string | undefined;

  function say(): void {
    if (performance.now() - started < quietMs) return;
    const seconds = Math.round((performance.now() - started) / 1000);
    if (stream.isTTY) {
      const doing = latest === undefined ? 'Looking for changed sources' : 'Building the workflow';
      drawOver(stream, `${doing} … ${seconds} s  ${latest ?? ''}`.trimEnd().slice(0, stream.columns - 1));
      isDrawn = true;
    } else if (latest !== undefined && !isSaid) {
      stream.write('Building the workflow, as its sources are new or have changed …\n');
      isSaid = true;
    }
  }

  const timer = setInterval(say, 200);
  try {
    await build({
      repository,
      onTask: (task) => {
        latest = task;
      },
    });
  } finally {
    clearInterval(timer);
    if (isDrawn) drawOver(stream, '');
  }
}
