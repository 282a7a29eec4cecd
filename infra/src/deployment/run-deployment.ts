import { apiStackName, stackName } from '../settings/deployment-environment.ts';
import type { AdoptionWorld } from './adoption/adopt-orders.ts';
import { type AdoptedStack, deployWithOrders } from './adoption/deploy-with-orders.ts';
import { assertServices } from './assert-services.ts';
import type { DeployedStacks } from './deployed-stacks.ts';
import { describeDeployment } from './describe-deployment.ts';
import { indexesFirst } from './indexes-first.ts';
import { onlyStages } from './only-stages.ts';
import { assemblyStacks, isApiBeside, parametersByStack } from './order-api-beside.ts';
import { type DeploymentCommand, DeploymentRefused } from './parse-deployment-command.ts';
import type { RunCommand } from './run-command.ts';
import { settingsToDeploy } from './settings-to-deploy.ts';
import { declaredSettings, type StackTemplate, type SynthesizedTemplate } from './synthesized-template.ts';

/** The world of a deployment. */
export interface DeploymentWorld {
  readonly stacks: DeployedStacks;
  readonly run: RunCommand;
  /** The assembly's folder, apart from the one that runs on this machine. */
  readonly assembly: string;
  readonly readTemplate: (assembly: string) => SynthesizedTemplate;
  /** Copies an assembly, with another template; the folder. */
  readonly withTemplate: (assembly: string, template: StackTemplate) => string;
  readonly openAdoption: (stack: AdoptedStack) => Promise<AdoptionWorld>;
  readonly say: (text: string) => void;
}

/**
 * Builds, synthesizes, and deploys, compares or destroys; the exit code.
 *
 * @throws CloudUnavailable when AWS cannot be asked; nothing has been built by then
 * @throws DeploymentRefused for a setting that there is not, for services that cannot go together, and where stages cannot be deployed
 * without the rest
 */
export async function runDeployment(command: DeploymentCommand, world: DeploymentWorld): Promise<number> {
  const { action, environment, context } = command;
  const name = stackName(environment);
  const before = await world.stacks.read(name);
  if (action === 'destroy' && !before) return told(world, `There is no ${name} here.`, 0);
  if (action === 'destroy' && before?.protected) return told(world, whyProtected(name), 1);
  const apiBeside = await isApiBeside(command, world.stacks);
  const { workflow: given, api: apiGiven } = apiBeside
    ? parametersByStack(command.parameters)
    : { workflow: command.parameters, api: {} };
  // Builds the stages, and asks the compiler whether each finds what it needs.
  const built = await world.run('turbo', [
    'run',
    'build',
    'compose',
    '--filter=@order-workflow/infra',
    '--output-logs=errors-only',
  ]);
  if (built !== 0) return built;

  const settings = { ...before?.parameters, ...given };
  const synthesized = await world.run('cdk', [
    'synth',
    '--quiet',
    ...synthesis(world, { ...keptContext(before?.outputs), ...context, orderApi: String(apiBeside) }, settings),
  ]);
  if (synthesized !== 0) return synthesized;
  const template = world.readTemplate(world.assembly);
  if (command.only.length > 0) return deployOnly(command, world, { name, template });
  const parameters = settingsToDeploy({
    declared: declaredSettings(template),
    deployed: before?.parameters ?? {},
    given,
  });
  switch (action) {
    case 'diff':
      return cdk(world, 'diff');
    case 'destroy':
      return cdk(world, 'destroy', [
        ...(apiBeside ? Object.values(assemblyStacks) : []),
        ...(command.yes ? ['--force'] : []),
      ]);
    case 'deploy':
      assertServices(environment, parameters);
      return deploy(command, world, { name, template, parameters, ...(apiBeside && { api: apiGiven }) });
  }
}

/** What a stack that has its products in a table is synthesized with, unless the command says otherwise: nobody sells by a file again by forgetting it. */
function keptContext(outputs: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return 'CatalogTable' in outputs ? { catalogTable: 'true' } : {};
}

/** Deploys, or compares, the functions of some stages into the stack as it stands. */
async function deployOnly(
  { action, yes, only }: DeploymentCommand,
  world: DeploymentWorld,
  { name, template }: Pick<Deployed, 'name' | 'template'>,
): Promise<number> {
  const standing = await world.stacks.template(name);
  if (!standing)
    throw new DeploymentRefused(`--only ${only.join(' --only ')}: there is no ${name} yet. Deploy all: pnpm deploy`);
  const inPart = withTemplate(world, onlyStages(standing, template, only));
  const alone = [assemblyStacks.workflow, '--exclusively'];
  const compared = await cdk(inPart, 'diff', alone);
  if (compared !== 0 || action === 'diff') return compared;
  const deployed = await cdk(inPart, 'deploy', [...alone, ...approvalOf(yes)]);
  return told(world, deployed === 0 ? `Deployed ${only.join(', ')}, and nothing else.` : whatMayHelp, deployed);
}

interface Deployed {
  readonly name: string;
  readonly template: SynthesizedTemplate;
  readonly parameters: Readonly<Record<string, string>>;
  /** The parameters of the order API, where it is deployed beside. */
  readonly api?: Readonly<Record<string, string>>;
}

async function deploy(
  { yes, environment }: DeploymentCommand,
  world: DeploymentWorld,
  { name, template, parameters, api }: Deployed,
): Promise<number> {
  const compared = await cdk(world, 'diff');
  if (compared !== 0) return compared;
  const approval = approvalOf(yes);
  const alone = (stack: string) => (api ? [stack, '--exclusively'] : []);
  const workflow = [...alone(assemblyStacks.workflow), ...approval];
  const deployFirst = (first: StackTemplate) => cdk(withTemplate(world, first), 'deploy', workflow);
  const stands = await world.stacks.template(name);
  for (const first of stands ? indexesFirst(stands, template) : []) {
    world.say('A table gets several indexes, and CloudFormation makes one in an update. First one of them:');
    const made = await deployFirst(first);
    if (made !== 0) return told(world, whatMayHelp, made);
  }
  const deployed = await deployWithOrders({
    ...{ stackName: name, stacks: world.stacks, next: template },
    ...{ say: world.say, openAdoption: world.openAdoption, deployFirst },
    deploy: () => cdk(world, 'deploy', [...workflow, ...valuesOf(parameters)]),
  });
  if (deployed !== 0) return told(world, whatMayHelp, deployed);
  // After the workflow, whose outputs it reads.
  const opened = api ? await cdk(world, 'deploy', [...alone(assemblyStacks.api), ...approval, ...valuesOf(api)]) : 0;
  if (opened !== 0) return told(world, whatMayHelp, opened);
  const after = await world.stacks.read(name);
  if (!after) return told(world, `${name} was deployed, and is not there.`, 1);
  const { Url } = (api && (await world.stacks.read(apiStackName(environment))))?.outputs ?? {};
  const door = Url === undefined ? '' : `\n\nThe order API answers at ${Url}, to callers that may call it.`;
  return told(world, `\n${describeDeployment(after, template)}${door}`, 0);
}

/** A pipeline says yes to all; a person is asked where permissions become broader. */
function approvalOf(yes: boolean): readonly string[] {
  return ['--require-approval', yes ? 'never' : 'broadening'];
}

function valuesOf(parameters: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(parameters).flatMap(([key, value]) => ['--parameters', `${key}=${value}`]);
}

function synthesis(
  { assembly }: DeploymentWorld,
  context: Readonly<Record<string, string>>,
  settings: Readonly<Record<string, string>>,
): readonly string[] {
  const all = { ...context, settings: JSON.stringify(settings) };
  const options = Object.entries(all).flatMap(([name, value]) => ['--context', `${name}=${value}`]);
  return ['--no-notices', '--output', assembly, ...options];
}

/** The world with the assembly in another template. */
function withTemplate(world: DeploymentWorld, template: StackTemplate): DeploymentWorld {
  return { ...world, assembly: world.withTemplate(world.assembly, template) };
}

function cdk({ run, assembly }: DeploymentWorld, action: string, options: readonly string[] = []): Promise<number> {
  return run('cdk', [action, '--no-notices', '--app', assembly, ...options]);
}

const whatMayHelp = [
  '',
  'Not deployed. If the account is new to the CDK, prepare it once: pnpm exec cdk bootstrap',
  'If the permissions are as they should be and nobody is here to say so: pnpm run deploy --yes',
].join('\n');

function whyProtected(name: string): string {
  return [
    `${name} is protected from being deleted. If you mean it, take the protection away first:`,
    `  aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${name}`,
    'What holds data stays all the same: topics, queues, logs, the state machine with its histories, and the key.',
  ].join('\n');
}

function told({ say }: DeploymentWorld, text: string, exitCode: number): number {
  say(text);
  return exitCode;
}
