import { isJsonObject } from '../json/json-object.ts';
import { AssemblyUnreadable, localAccount, type StateMachine } from './assembly.ts';
import type { StackResource } from './stack-resources.ts';

/** A state machine with its definition, in which every reference is resolved. */
export function describeMachine(machine: StackResource, synthesizedAt: Date): StateMachine {
  return {
    logicalId: machine.logicalId,
    name: machine.name,
    arn: machine.attribute('Arn'),
    type: machine.property('StateMachineType') === 'EXPRESS' ? 'EXPRESS' : 'STANDARD',
    roleArn: roleArnOf(machine),
    definition: definitionOf(machine),
    synthesizedAt,
  };
}

/** A role permits and refuses nothing here, so a template that keeps none, as that of an earlier release, runs too. */
function roleArnOf(machine: StackResource): string {
  try {
    const roleArn = machine.property('RoleArn');
    if (typeof roleArn === 'string') return roleArn;
  } catch (problem) {
    if (!(problem instanceof AssemblyUnreadable)) throw problem;
  }
  return `arn:aws:iam::${localAccount.accountId}:role/${machine.name}`;
}

function definitionOf(machine: StackResource): string {
  const asText = machine.property('DefinitionString');
  if (typeof asText === 'string') return asText;
  const asObject = machine.property('Definition');
  if (isJsonObject(asObject)) return JSON.stringify(asObject);
  throw new AssemblyUnreadable(`${machine.logicalId}: has neither DefinitionString nor Definition`);
}
