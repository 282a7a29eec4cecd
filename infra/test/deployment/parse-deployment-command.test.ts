import { describe, expect, it } from 'vitest';
import { DeploymentRefused, parseDeploymentCommand } from '../../src/deployment/parse-deployment-command.ts';

describe(parseDeploymentCommand, () => {
  it('deploys dev and asks, unless it is told otherwise', () => {
    expect(parseDeploymentCommand(['deploy'])).toMatchObject({
      action: 'deploy',
      environment: { name: 'dev' },
      context: {},
      parameters: {},
      only: [],
      yes: false,
    });
  });

  it('reads context and parameters, also where a value holds an equals sign', () => {
    const parameters = ['--parameters', 'PaymentGatewayUrl=https://gateway.example/?a=b'];
    expect(parseDeploymentCommand(['deploy', '-c', 'stage=prod', '--yes', ...parameters])).toMatchObject({
      environment: { name: 'prod' },
      context: { stage: 'prod' },
      parameters: { PaymentGatewayUrl: 'https://gateway.example/?a=b' },
      yes: true,
    });
  });

  it('reads which stages alone are meant', () => {
    expect(parseDeploymentCommand(['deploy', '--only', 'payment', '--only', 'refund']).only).toEqual([
      'payment',
      'refund',
    ]);
  });

  it('reads options behind -- too: pnpm hands it on or not, depending on how it was called', () => {
    expect(parseDeploymentCommand(['deploy', '--', '--context', 'stage=prod']).environment.name).toBe('prod');
  });

  it.each([
    [['publish'], 'given "publish", expected one of deploy, diff, destroy'],
    [['deploy', 'prod'], 'deploy: given "prod", expected options'],
    [['deploy', '--context', 'prod'], '--context: given "prod", expected name=value'],
    [['deploy', '--context', 'stage=staging'], 'context stage: given "staging", expected dev or prod'],
    [['destroy', '--only', 'payment'], 'destroy: given --only, expected none'],
    [['deploy', '--only', 'payment', '--parameters', 'CarrierUrl=x'], '--only: given with --parameters, expected none'],
    [['deploy', '--force'], "Unknown option '--force'"],
  ])('refuses %j in a sentence', (given, message) => {
    expect(() => parseDeploymentCommand(given)).toThrow(DeploymentRefused);
    expect(() => parseDeploymentCommand(given)).toThrow(message);
  });
});
