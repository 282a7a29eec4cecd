import { drawOver } from '../terminal/write-out.ts';
import { buildAssembly } from './build-assembly.ts';

/** A cached build is done before anyone wonders. */
const quietMs = 1_000;

/** Brings the assembly up to date, and says so on `stream` when it takes more than a moment. */
export async function showBuild(repository: string, stream: NodeJS.WriteStream): Promise<void> {
  const started = performance.now();
  let announced = false;
  let latest = '';

  function say(): void {
    if (performance.now() - started < quietMs) return;
    const seconds = Math.round((performance.now() - started) / 1000);
    if (!stream.isTTY) {
      if (!announced) stream.write('Building the workflow, as its sources are new or have changed …\n');
    } else {
      drawOver(stream, `Building the workflow … ${seconds} s  ${latest}`.slice(0, stream.columns - 1));
    }
    announced = true;
  }

  const timer = setInterval(say, 200);
  try {
    await buildAssembly({
      repository,
      onTask: (task) => {
        latest = task;
      },
    });
  } finally {
    clearInterval(timer);
    if (announced && stream.isTTY) drawOver(stream, '');
  }
}
