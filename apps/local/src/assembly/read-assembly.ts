import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { synthesisChosen } from '../settings/catalog-choice.ts';
import { type Assembly, AssemblyUnreadable } from './assembly.ts';
import { describeFunction, runsOnNode } from './describe-function.ts';
import { describeMachine } from './describe-machine.ts';
import { describeQueueSource, describeSubscription } from './describe-queue-source.ts';
import { describeTable, tableTypes } from './describe-table.ts';
import { readOrderApi } from './read-order-api.ts';
import { machineNote, readSynthesizedStacks } from './read-synthesized-stack.ts';
import { stackOutputs, stackResources } from './stack-resources.ts';

/**
 * Reads what `cdk synth` left in a folder and resolves it for this machine. `parameters` are the stack's, by name;
 * those that are left out take the template's defaults; `ifDeclared` is for those that a template may not have, as that of an
 * earlier release.
 *
 * @throws AssemblyUnreadable when something is missing or cannot be resolved; the message names resource and property
 */
export function readAssembly(
  directory: string,
  given: Readonly<Record<string, string>> = {},
  ifDeclared: Readonly<Record<string, string>> = {},
): Assembly {
  const { workflow: stack, others: beside } = readSynthesizedStacks(directory);
  const declared = Object.entries(ifDeclared).filter(([name]) => stack.template.Parameters?.[name]);
  const parameters = { ...Object.fromEntries(declared), ...given };
  const resources = stackResources(stack, parameters);
  const ofType = (type: string) => resources.filter((resource) => resource.type === type);
  const machines = ofType('AWS::StepFunctions::StateMachine');
  const cancelling = machines.filter(({ metadata }) => machineNote(metadata) === 'cancellation');
  const [machine, ...others] = machines.filter((one) => !cancelling.includes(one));
  if (!machine || others.length > 0) {
    throw new AssemblyUnreadable(`${stack.name}: expected one state machine, found ${machine ? 'more' : 'none'}`);
  }
  if (cancelling.length > 1)
    throw new AssemblyUnreadable(`${stack.name}: expected one state machine that cancels, found more`);
  const [cancellation] = cancelling;
  return {
    stateMachine: describeMachine(machine, stack.synthesizedAt),
    ...(cancellation && { cancellation: describeMachine(cancellation, stack.synthesizedAt) }),
    functions: ofType('AWS::Lambda::Function')
      .filter(runsOnNode)
      .map((resource) => describeFunction(resource, stack.assetPaths)),
    topics: ofType('AWS::SNS::Topic').map((topic) => ({ name: topic.name, arn: topic.attribute('TopicArn') })),
    queues: ofType('AWS::SQS::Queue').map((queue) => ({
      name: queue.name,
      arn: queue.attribute('Arn'),
      url: queue.attribute('QueueUrl'),
    })),
    queueSubscriptions: ofType('AWS::SNS::Subscription').flatMap(describeSubscription),
    queueSources: ofType('AWS::Lambda::EventSourceMapping').flatMap(describeQueueSource),
    tables: tableTypes.flatMap(ofType).map(describeTable),
    ...readOrderApi(beside, stackOutputs(stack, parameters)),
  };
}

/**
 * The folder of the assembly that is run: of `ORDER_WORKFLOW_ASSEMBLY`, else the one that is synthesized in this repository.
 *
 * @throws EnvironmentUnreadable
 */
export function synthesizedHere(): string {
  const given = process.env['ORDER_WORKFLOW_ASSEMBLY'];
  if (given) return given;
  const infra = createRequire(import.meta.url).resolve('@order-workflow/infra/package.json');
  return join(dirname(infra), synthesisChosen().folder);
}
