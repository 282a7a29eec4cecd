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
