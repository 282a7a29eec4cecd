import type { DeploymentEnvironment } from '../settings/deployment-environment.ts';

/** What somebody asked for on the command line. */
export interface DeploymentCommand {
  readonly action: 'deploy' | 'diff' | 'destroy';
  readonly environment: DeploymentEnvironment;
  /** Context of the synthesis, by name: `stage`, `gradual`, `workflowType`. */
  readonly context: Readonly<Record<string, string>>;
  /** Parameters of the stack that are to have another value than now: `PaymentGatewayUrl`. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Whether to go ahead without asking, as a pipeline must. */
  readonly yes: boolean;
}
