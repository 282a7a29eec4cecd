import { RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** How a deployment is kept: what differs between one to try things on and one that customers depend on. */
export interface DeploymentEnvironment {
  readonly name: 'dev' | 'prod';
  /** How long logs are kept. */
  readonly logRetention: RetentionDays;
  /** What becomes of what holds data when the stack is deleted; everything else goes with it. */
  readonly removalPolicy: RemovalPolicy;
  /** Whether CloudFormation refuses to delete the stack. */
  readonly terminationProtection: boolean;
  /** Whether a release gets a tenth of the orders first, and goes back by itself; else it gets all of them at once. */
  readonly gradual: boolean;
}

const deploymentEnvironments: Readonly<Record<DeploymentEnvironment['name'], DeploymentEnvironment>> = {
  dev: {
    name: 'dev',
    logRetention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
    terminationProtection: false,
    gradual: false,
  },
  prod: {
    name: 'prod',
    logRetention: RetentionDays.ONE_YEAR,
    removalPolicy: RemovalPolicy.RETAIN,
    terminationProtection: true,
    gradual: true,
  },
};

/**
 * The environment that `--context stage=prod` names; dev unless given. `--context gradual=false` releases all at once where
 * the environment would not, and the other way round.
 *
 * @throws TypeError that names what was given and what there is
 */
export function deploymentEnvironment(name: unknown = 'dev', gradual?: unknown): DeploymentEnvironment {
  const environment = Object.values(deploymentEnvironments).find((known) => known.name === name);
  if (!environment) {
    const known = Object.keys(deploymentEnvironments).join(' or ');
    throw new TypeError(`context stage: given ${JSON.stringify(name)}, expected ${known}`);
  }
  return { ...environment, gradual: yesOrNo('gradual', gradual ?? environment.gradual) };
}

/**
 * Reads a context that is either so or not.
 *
 * @throws TypeError that names what was given
 */
export function yesOrNo(context: string, given: unknown): boolean {
  if (given === true || given === 'true') return true;
  if (given === false || given === 'false') return false;
  throw new TypeError(`context ${context}: given ${JSON.stringify(given)}, expected true or false`);
}

/** The name of the stack in an account: both stages can stand in one. */
export function stackName({ name }: DeploymentEnvironment): string {
  return `OrderWorkflow-${name}`;
}

/** The name of the stack of the order API that stands beside it. */
export function apiStackName({ name }: DeploymentEnvironment): string {
  return `OrderApi-${name}`;
}
