/** The variable that says whether the workflow of this machine has its products in a table, as a deployment by `--context catalogTable=true`. */
const variable = 'ORDER_WORKFLOW_CATALOG_TABLE';

/** What is not said as it must be in the environment. */
export class EnvironmentUnreadable extends Error {
  override readonly name = 'EnvironmentUnreadable';
}

/** How the workflow of this repository is synthesized, and where to. */
export interface Synthesis {
  /** A task of turbo in `infra`, and its script. */
  readonly task: 'synth' | 'synth:catalog-table';
  /** In `infra`. */
  readonly folder: 'cdk.out' | 'catalog-table/cdk.out';
}

/** @throws EnvironmentUnreadable */
export function synthesisChosen(environment: Readonly<Record<string, string | undefined>> = process.env): Synthesis {
  const given = environment[variable] ?? 'false';
  if (given === 'true') return { task: 'synth:catalog-table', folder: 'catalog-table/cdk.out' };
  if (given === 'false') return { task: 'synth', folder: 'cdk.out' };
  throw new EnvironmentUnreadable(`${variable}: given ${JSON.stringify(given)}, expected true or false`);
}
