import { readFileSync } from 'node:fs';

export interface TemplateResource {
  readonly Type: string;
  readonly Condition?: string;
  readonly Metadata?: Readonly<Record<string, unknown>>;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

/** A template of CloudFormation, as it was deployed or synthesized. */
export interface StackTemplate {
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<Record<string, TemplateResource>>;
}

/** The parts of a template that a deployment tells about. */
export interface SynthesizedTemplate extends StackTemplate {
  readonly Parameters: Readonly<Record<string, { readonly Type: string; readonly Default?: string | number }>>;
}

/** Reads the template of the order workflow from a synthesized assembly. */
export function readTemplate(assembly: string): SynthesizedTemplate {
  return JSON.parse(readFileSync(`${assembly}/OrderWorkflow.template.json`, 'utf8'));
}

/** The settings and limits of a template with their defaults; what the CDK itself looks up is none. */
export function declaredSettings({ Parameters }: SynthesizedTemplate): Record<string, string> {
  return Object.fromEntries(
    Object.entries(Parameters)
      .filter(([, { Type }]) => !Type.startsWith('AWS::'))
      .map(([name, { Default = '' }]) => [name, String(Default)]),
  );
}

/** Whatever a part of a template may name of it: a string too many does no harm, since only what is there is looked for. */
export function namesIn(part: unknown, names = new Set<string>()): ReadonlySet<string> {
  if (typeof part === 'string') {
    names.add(part.split('.')[0] ?? '');
    for (const [, name = ''] of part.matchAll(/\$\{(\w+)/g)) names.add(name);
  } else if (typeof part === 'object' && part !== null) for (const inner of Object.values(part)) namesIn(inner, names);
  return names;
}
