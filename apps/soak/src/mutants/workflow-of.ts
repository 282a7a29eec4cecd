/** An app whose workflow is synthesized, so that mutants of it are seen at work: its folder. */
export type MutatedApp = 'infra' | 'examples/five-stages';

export const mutatedApps: readonly MutatedApp[] = ['infra', 'examples/five-stages'];

/** The app that shows what a broken file does: the one of four stages, but of a stage that it does not have the other. */
export function appOf(file: string): MutatedApp {
  return file.startsWith('packages/stock/') ? 'examples/five-stages' : 'infra';
}

/** Where the workflow of an app is synthesized to. */
export const assemblyOf = (app: MutatedApp) => `${app}/cdk.out`;
