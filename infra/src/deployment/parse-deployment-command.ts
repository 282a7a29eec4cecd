import { parseArgs } from 'node:util';
import type { DeploymentEnvironment } from '../settings/deployment-environment.ts';
import { deploymentEnvironment } from '../settings/deployment-environment.ts';

/** The command asks for something that there is not. The message says what was given and what is expected. */
export class DeploymentRefused extends Error {
  override readonly name = 'DeploymentRefused';
}

/** What somebody asked for on the command line. */
export interface DeploymentCommand {
  readonly action: 'deploy' | 'diff' | 'destroy';
  readonly environment: DeploymentEnvironment;
  /** Context of the synthesis, by name: `stage`, `gradual`, `workflowType`. */
  readonly context: Readonly<Record<string, string>>;
  /** Parameters of the stack that are to have another value than now: `PaymentGatewayUrl`. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The stages, by their words, whose functions alone are deployed or compared; all that there is when it is empty. */
  readonly only: readonly string[];
  /** Whether to go ahead without asking, as a pipeline must. */
  readonly yes: boolean;
}

const actions = ['deploy', 'diff', 'destroy'] as const;

/**
 * Reads `deploy --context stage=prod --parameters PaymentGatewayUrl=https://… --yes`, or `deploy --only payment`.
 *
 * @throws DeploymentRefused that says what was given and what there is
 */
export function parseDeploymentCommand(given: readonly string[]): DeploymentCommand {
  try {
    return read(given);
  } catch (error) {
    // What parseArgs throws, and what names an environment that there is not.
    if (error instanceof TypeError) throw new DeploymentRefused(error.message, { cause: error });
    throw error;
  }
}

function read(given: readonly string[]): DeploymentCommand {
  const { values, positionals } = parseArgs({
    // pnpm hands `--` on, or not, depending on how it was called.
    args: given.filter((text) => text !== '--'),
    allowPositionals: true,
    options: {
      context: { type: 'string', short: 'c', multiple: true, default: [] },
      parameters: { type: 'string', multiple: true, default: [] },
      only: { type: 'string', multiple: true, default: [] },
      yes: { type: 'boolean', short: 'y', default: false },
    },
  });
  const [named, surplus] = positionals;
  const action = actions.find((known) => known === named);
  if (!action)
    throw new DeploymentRefused(`given ${JSON.stringify(named ?? '')}, expected one of ${actions.join(', ')}`);
  if (surplus !== undefined)
    throw new DeploymentRefused(`${action}: given ${JSON.stringify(surplus)}, expected options`);
  if (action === 'destroy' && values.only.length > 0)
    throw new DeploymentRefused(
      'destroy: given --only, expected none: a stage is removed from the sentence, then all is deployed',
    );
  if (values.only.length > 0 && values.parameters.length > 0)
    throw new DeploymentRefused(
      "--only: given with --parameters, expected none: a setting is the stack's, so deploy all",
    );
  const context = assignments('--context', values.context);
  return {
    action,
    environment: deploymentEnvironment(context['stage'], context['gradual']),
    context,
    parameters: assignments('--parameters', values.parameters),
    only: values.only,
    yes: values.yes,
  };
}

function assignments(option: string, given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((text) => {
      const at = text.indexOf('=');
      if (at < 1) throw new DeploymentRefused(`${option}: given ${JSON.stringify(text)}, expected name=value`);
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}
