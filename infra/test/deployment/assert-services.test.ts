import { describe, expect, it } from 'vitest';
import { assertServices } from '../../src/deployment/assert-services.ts';
import { DeploymentRefused } from '../../src/deployment/parse-deployment-command.ts';
import { deploymentEnvironment } from '../../src/settings/deployment-environment.ts';

const none = { PaymentGatewayUrl: '', CarrierUrl: '', SimulatedServices: 'no', OrdersAnHour: '10000' };
const gateway = { ...none, PaymentGatewayUrl: 'https://gateway.example' };
const both = { ...gateway, CarrierUrl: 'https://carrier.example' };
const yes = { SimulatedServices: 'yes' };

describe(assertServices, () => {
  it.each([
    ['dev', none],
    ['dev', { ...none, ...yes }],
    ['dev', both],
    ['prod', both],
    ['prod', { ...none, ...yes }],
  ])('lets a deployment of %s go on with %j', (stage, parameters) => {
    expect(() => assertServices(deploymentEnvironment(stage), parameters)).not.toThrow();
  });

  it.each([
    ['prod', none, 'PaymentGatewayUrl and CarrierUrl are not given: in prod customers would be told'],
    ['prod', gateway, 'PaymentGatewayUrl is given and CarrierUrl is not'],
    ['dev', gateway, 'PaymentGatewayUrl is given and CarrierUrl is not'],
    ['dev', { ...gateway, ...yes }, 'PaymentGatewayUrl is given and CarrierUrl is not'],
    [
      'dev',
      { ...both, ...yes },
      'PaymentGatewayUrl and CarrierUrl are given, and yet the services are said to be simulated',
    ],
    ['prod', { ...both, ...yes }, 'said to be simulated'],
    ['dev', { ...none, SimulatedServices: 'true' }, '--parameters SimulatedServices: given "true", expected yes or no'],
  ])('refuses a deployment of %s with %j', (stage, parameters, message) => {
    expect(() => assertServices(deploymentEnvironment(stage), parameters)).toThrow(DeploymentRefused);
    expect(() => assertServices(deploymentEnvironment(stage), parameters)).toThrow(message);
  });

  it('says how to go on either way', () => {
    expect(() => assertServices(deploymentEnvironment('prod'), none)).toThrow(
      [
        '  real services:       --parameters PaymentGatewayUrl=https://… --parameters CarrierUrl=https://… --parameters SimulatedServices=no',
        '  simulated services:  --parameters SimulatedServices=yes --parameters PaymentGatewayUrl= --parameters CarrierUrl=',
      ].join('\n'),
    );
  });
});
