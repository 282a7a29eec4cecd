import type { DeploymentEnvironment } from '../settings/deployment-environment.ts';
import { judgeServices } from '../settings/judge-services.ts';
import { DeploymentRefused } from './parse-deployment-command.ts';

/** The parameters of a stack that are the address of a service. Where one is empty, its stages simulate the service. */
export function serviceParameters(parameters: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(parameters).filter((name) => name.endsWith('Url'));
}

/**
 * Refuses, before anything is deployed, what the template's rules would refuse: simulated services in prod that nobody has
 * asked for, one service without the other, and addresses beside `SimulatedServices=yes`.
 *
 * @throws DeploymentRefused that names the parameters and what to do
 */
export function assertServices({ name }: DeploymentEnvironment, parameters: Readonly<Record<string, string>>): void {
  const names = serviceParameters(parameters);
  const { SimulatedServices: said = 'no' } = parameters;
  if (said !== 'yes' && said !== 'no')
    throw new DeploymentRefused(`--parameters SimulatedServices: given ${JSON.stringify(said)}, expected yes or no`);
  const refused = judgeServices({
    addresses: Object.fromEntries(names.map((one) => [one, parameters[one] !== ''])),
    prod: name === 'prod',
    simulated: said === 'yes',
  });
  if (refused === undefined) return;
  const all = names.map((one) => `--parameters ${one}=https://…`).join(' ');
  const none = ['SimulatedServices=yes', ...names.map((one) => `${one}=`)]
    .map((one) => `--parameters ${one}`)
    .join(' ');
  throw new DeploymentRefused(
    [
      `Not deployed: ${refused}.`,
      `  real services:       ${all} --parameters SimulatedServices=no`,
      `  simulated services:  ${none}`,
    ].join('\n'),
  );
}
