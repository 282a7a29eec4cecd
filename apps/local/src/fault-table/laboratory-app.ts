import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { RunningWorkflow } from '../orders/open-workflow.ts';

/** What another app of the repository adds to a world in which its orders are struck. */
export interface LaboratoryApp {
  /** Puts in what its stages need before the first order comes, such as the stock that they hold. */
  prepare(workflow: RunningWorkflow): Promise<void>;
  /** What is wrong with that when all orders have ended, in words. */
  problems(workflow: RunningWorkflow): Promise<readonly string[]>;
}

/** Of the four stages, which need nothing more than their parameters. */
export const plainLaboratory: LaboratoryApp = { prepare: async () => undefined, problems: async () => [] };

/**
 * What the app in this folder of the repository (`examples/five-stages`) exports as `laboratory` of its `test/laboratory.ts`; nothing
 * more where it has no such file.
 */
export async function laboratoryOf(app: string): Promise<LaboratoryApp> {
  const file = fileURLToPath(new URL(`../../../../${app}/test/laboratory.ts`, import.meta.url));
  if (!existsSync(file)) return plainLaboratory;
  const { laboratory } = (await import(pathToFileURL(file).href)) as { readonly laboratory: LaboratoryApp };
  return laboratory;
}
