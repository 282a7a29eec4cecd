import { isDeepStrictEqual } from 'node:util';
import { stageNoteKey } from '../constructs/stage-note.ts';
import { DeploymentRefused } from './parse-deployment-command.ts';
import type { StackTemplate, TemplateResource } from './synthesized-template.ts';
import { namesIn } from './synthesized-template.ts';

/** What of a stage's function another template may bring: Lambda keeps each version, and the alias says which one is called. */
const partTypes = ['AWS::Lambda::Function', 'AWS::Lambda::Version', 'AWS::Lambda::Alias'];

/**
 * The stack as it stands, with the functions of these stages as they are synthesized now, their versions and aliases, and nothing else.
 *
 * @param words what the stages are called for short: `payment`, `refund`
 * @throws DeploymentRefused for a stage that there is not; where the definition of a state machine differs from the one that stands, since
 * a release of stages changes no workflow; and where a function needs what only a deployment of all brings: a permission, a resource
 */
export function onlyStages(deployed: StackTemplate, next: StackTemplate, words: readonly string[]): StackTemplate {
  const ids = words.map((word) => functionOf(next, word));
  for (const id of stateMachinesOf(deployed, next)) {
    if (isDeepStrictEqual(definitionOf(deployed, id), definitionOf(next, id))) continue;
    throw refusal(words, `the definition of ${id} differs from the one that stands`);
  }
  const parts = Object.fromEntries(ids.flatMap((id) => Object.entries(partsOf(next, id))));
  const replaced = new Set(ids.flatMap((id) => Object.keys(partsOf(deployed, id))));
  const kept = Object.entries(deployed.Resources).filter(([id]) => !replaced.has(id));
  const resources = { ...Object.fromEntries(kept), ...parts };
  for (const [id, part] of Object.entries(parts)) {
    const missing = [...namesIn(part)].find((name) => isOf(next, name) && !(name in resources || isOf(deployed, name)));
    if (missing !== undefined) throw refusal(words, `${id} needs ${missing}, which does not stand yet`);
  }
  for (const id of ids) {
    const changed = permissionsOf(next, id).find(
      (permission) => !isDeepStrictEqual(next.Resources[permission], deployed.Resources[permission]),
    );
    if (changed !== undefined) throw refusal(words, `what the function may do differs from what stands (${changed})`);
  }
  return { ...deployed, Resources: resources };
}

function refusal(words: readonly string[], why: string): DeploymentRefused {
  return new DeploymentRefused(`--only ${words.join(' --only ')}: ${why}. Deploy all: pnpm deploy`);
}

/** The logical id of a stage's function. */
function functionOf(template: StackTemplate, word: string): string {
  const found = Object.entries(template.Resources).flatMap(([id, { Metadata }]) => {
    const note = Metadata?.[stageNoteKey] as { readonly word: string } | undefined;
    return note ? [{ id, word: note.word }] : [];
  });
  const stage = found.find((one) => one.word === word);
  if (stage) return stage.id;
  throw new DeploymentRefused(
    `--only: given ${JSON.stringify(word)}, expected one of ${found.map((one) => one.word).join(', ')}`,
  );
}

function stateMachinesOf(...templates: readonly StackTemplate[]): ReadonlySet<string> {
  const all = templates.flatMap(({ Resources }) => Object.entries(Resources));
  return new Set(all.filter(([, { Type }]) => Type === 'AWS::StepFunctions::StateMachine').map(([id]) => id));
}

function definitionOf({ Resources }: StackTemplate, id: string): unknown {
  return Resources[id]?.Properties?.['DefinitionString'];
}

/** A function, its version and its alias, by their logical ids. */
function partsOf({ Resources }: StackTemplate, functionId: string): Readonly<Record<string, TemplateResource>> {
  const isPart = ([id, { Type, Properties }]: [string, TemplateResource]) =>
    partTypes.includes(Type) && (id === functionId || namesIn(Properties?.['FunctionName']).has(functionId));
  return Object.fromEntries(Object.entries(Resources).filter(isPart));
}

/** The role of a function, and the policies of that. */
function permissionsOf({ Resources }: StackTemplate, functionId: string): readonly string[] {
  const named = namesIn(Resources[functionId]?.Properties?.['Role']);
  const roles = Object.keys(Resources).filter((id) => named.has(id));
  const policies = Object.keys(Resources).filter(
    (id) => Resources[id]?.Type === 'AWS::IAM::Policy' && roles.some((role) => namesIn(Resources[id]).has(role)),
  );
  return [...roles, ...policies];
}

/** Whether a template has something of that name. */
function isOf({ Resources, Parameters, Conditions }: StackTemplate, name: string): boolean {
  return [Resources, Parameters, Conditions].some((part) => part !== undefined && Object.hasOwn(part, name));
}
