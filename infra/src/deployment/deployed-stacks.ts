import type { StackTemplate } from './synthesized-template.ts';

/** A stack as it stands in the account. */
export interface DeployedStack {
  /** `arn:aws:cloudformation:<region>:<account>:stack/<name>/<id>` */
  readonly arn: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
  readonly protected: boolean;
}

/** The stacks of the account and region that the environment names. */
export interface DeployedStacks {
  /** Undefined when there is none of that name. Rejects with CloudUnavailable when AWS cannot be asked. */
  read(stackName: string): Promise<DeployedStack | undefined>;
  /** The template it was last deployed with; undefined when there is no such stack. Rejects as `read` does. */
  template(stackName: string): Promise<StackTemplate | undefined>;
  /** What AWS calls a resource of it, by its logical id. Rejects as `read` does. */
  physicalId(stackName: string, logicalId: string): Promise<string>;
}
