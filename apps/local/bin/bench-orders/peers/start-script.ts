import { type StartedProcess, startProcess } from '../start-process.ts';

/** Starts a script of this folder, which says by a line of JSON that it is ready and what it is. */
export async function startScript<Said>(
  script: string,
  given: readonly string[],
): Promise<StartedProcess & { readonly said: Said }> {
  const file = `${import.meta.dirname}/${script}`;
  const started = await startProcess(
    process.execPath,
    ['--conditions=@order-workflow/source', file, ...given],
    /^\{.*\}\n/m,
  );
  const [line = ''] = /^\{.*\}$/m.exec(started.written) ?? [];
  return { ...started, said: JSON.parse(line) };
}
