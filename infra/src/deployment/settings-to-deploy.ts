import { DeploymentRefused } from './parse-deployment-command.ts';

/** What a deployment knows of the settings. */
export interface KnownSettings {
  /** Parameters of the template with their defaults, apart from the CDK's own. */
  readonly declared: Readonly<Record<string, string>>;
  /** Values that the deployed stack has. */
  readonly deployed: Readonly<Record<string, string>>;
  /** Values that were asked for now. */
  readonly given: Readonly<Record<string, string>>;
}

/**
 * The value of every setting after the deployment: as given, else as it stands, else the default. A deployment that
 * says nothing of the gateway keeps it.
 *
 * @throws DeploymentRefused for a setting that the template does not have
 */
export function settingsToDeploy({ declared, deployed, given }: KnownSettings): Record<string, string> {
  for (const name of Object.keys(given)) {
    if (!(name in declared))
      throw new DeploymentRefused(`--parameters: given "${name}", expected one of ${Object.keys(declared).join(', ')}`);
  }
  return Object.fromEntries(
    Object.entries(declared).map(([name, standard]) => [name, given[name] ?? deployed[name] ?? standard]),
  );
}
