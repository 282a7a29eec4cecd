import { describe, expect, it } from 'vitest';
import type { DeployedStack } from '../../src/deployment/deployed-stacks.ts';
import { CloudUnavailable } from '../../src/deployment/describe-cloud-failure.ts';
import { parseDeploymentCommand } from '../../src/deployment/parse-deployment-command.ts';
import { runDeployment } from '../../src/deployment/run-deployment.ts';
import type { StackTemplate } from '../../src/deployment/synthesized-template.ts';

const parameter = { Type: 'String', Default: '' };
const template = {
  Parameters: {
    PaymentGatewayUrl: parameter,
    CarrierUrl: parameter,
    SimulatedServices: { Type: 'String', Default: 'no' },
  },
  Resources: {
    ProcessPaymentFunction: {
      Type: 'AWS::Lambda::Function',
      Metadata: { 'OrderWorkflow::Stage': { word: 'payment' } },
    },
  },
};

/** No function here claims orders, so that there are none to be written. */
const nothingAdopted = {
  withTemplate: (assembly: string) => `${assembly}-in-part`,
  openAdoption: () => Promise.reject(new Error('nothing is to be adopted')),
};

const anApi = { arn: '', parameters: {}, outputs: { Url: 'https://api.example' }, protected: false };

/** Runs a command in a world where only what is given stands; what was run, what was said, and the exit code. */
async function attempt(
  line: string,
  stack?: Partial<DeployedStack>,
  fails = '',
  ran: string[] = [],
  api?: DeployedStack,
) {
  const said: string[] = [];
  const deployed = stack && { arn: '', parameters: {}, outputs: {}, protected: false, ...stack };
  const exitCode = await runDeployment(parseDeploymentCommand(line.split(' ')), {
    stacks: {
      read: async (name) =>
        name.startsWith('OrderApi-')
          ? (api ?? (ran.some((one) => one.includes('deploy') && one.includes(' OrderApi ')) ? anApi : undefined))
          : (deployed ?? (ran.length > 0 ? { arn: '', parameters: {}, outputs: {}, protected: false } : undefined)),
      template: async () => deployed && template,
      physicalId: async (_, id) => id,
    },
    run: async (command, args) => {
      ran.push([command, ...args].join(' '));
      return fails !== '' && ran.at(-1)?.startsWith(fails) ? 7 : 0;
    },
    assembly: '/assembly',
    readTemplate: () => template,
    ...nothingAdopted,
    say: (text) => said.push(text),
  });
  return { ran, said: said.join('\n'), exitCode };
}

describe(runDeployment, () => {
  it('builds, synthesizes, shows the difference, deploys, and says how to place an order', async () => {
    const { ran, said, exitCode } = await attempt('deploy');
    expect(ran.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'turbo run',
      'cdk synth',
      'cdk diff',
      'cdk deploy',
    ]);
    expect(ran[0]).toBe('turbo run build compose --filter=@order-workflow/infra --output-logs=errors-only');
    expect(ran.slice(2).every((line) => line.includes('--app /assembly'))).toBe(true);
    expect(said).toContain('--input file://examples/orders/sample.json');
    expect(exitCode).toBe(0);
  });

  it('makes the indexes of a table that stands one after the other, the last with everything else', async () => {
    const withIndexes = (...names: string[]) => ({
      ...template,
      Resources: {
        Orders: {
          Type: 'AWS::DynamoDB::Table',
          Properties: {
            KeySchema: [{ AttributeName: 'orderId', KeyType: 'HASH' }],
            AttributeDefinitions: ['orderId', ...names].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
            ...(names.length > 0 && {
              GlobalSecondaryIndexes: names.map((name) => ({ IndexName: name, KeySchema: [{ AttributeName: name }] })),
            }),
          },
        },
      },
    });
    const ran: string[] = [];
    const firsts: StackTemplate[] = [];
    const deployed = { arn: '', parameters: {}, outputs: {}, protected: false };
    const exitCode = await runDeployment(parseDeploymentCommand(['deploy']), {
      stacks: {
        read: async (name) => (name.startsWith('OrderApi-') ? undefined : deployed),
        template: async () => withIndexes(),
        physicalId: async (_, id) => id,
      },
      run: async (command, args) => {
        ran.push([command, ...args].join(' '));
        return 0;
      },
      assembly: '/assembly',
      readTemplate: () => withIndexes('day', 'customer', 'third'),
      ...nothingAdopted,
      withTemplate: (assembly, first) => {
        firsts.push(first);
        return `${assembly}-first`;
      },
      say: () => undefined,
    });
    expect(exitCode).toBe(0);
    expect(firsts).toEqual([withIndexes('day'), withIndexes('day', 'customer')]);
    const deploys = ran.filter((line) => line.includes('cdk deploy')).map((line) => line.match(/--app (\S+)/)?.[1]);
    expect(deploys).toEqual(['/assembly-first', '/assembly-first', '/assembly']);
  });

  it('asks before it widens permissions, unless --yes', async () => {
    expect((await attempt('deploy')).ran[3]).toContain('--require-approval broadening');
    expect((await attempt('deploy --yes')).ran[3]).toContain('--require-approval never');
  });

  it('leaves the products in their table until it is told to take them from the file again', async () => {
    const stands = { outputs: { CatalogTable: 'orders-catalog' } };
    expect((await attempt('deploy --yes', stands)).ran[1]).toContain('--context catalogTable=true');
    const told = (await attempt('deploy --yes --context catalogTable=false', stands)).ran[1];
    expect(told).toContain('--context catalogTable=false');
    expect(told).not.toContain('catalogTable=true');
    expect((await attempt('deploy --yes', {})).ran[1]).not.toContain('catalogTable');
  });

  it('hands the context to the synthesis, which alone reads it', async () => {
    const { ran } = await attempt('deploy --context stage=prod --parameters SimulatedServices=yes');
    expect(ran[1]).toContain('--context stage=prod');
  });

  it('keeps the gateway of a stack when the command does not speak of it', async () => {
    const { ran } = await attempt('deploy --parameters CarrierUrl=https://b', {
      parameters: { PaymentGatewayUrl: 'https://a' },
    });
    expect(ran[3]).toContain('--parameters PaymentGatewayUrl=https://a --parameters CarrierUrl=https://b');
  });

  it('tells the synthesis the settings, so that a changed one is a new version (regression: it never met the alias)', async () => {
    const { ran } = await attempt('deploy --parameters CarrierUrl=https://b', {
      parameters: { PaymentGatewayUrl: 'https://a' },
    });
    expect(ran[1]).toContain('--context settings={"PaymentGatewayUrl":"https://a","CarrierUrl":"https://b"}');
  });

  it.each([
    ['prod without a gateway and a carrier', 'deploy --yes --context stage=prod', 'in prod customers would be told'],
    ['a gateway without a carrier', 'deploy --parameters PaymentGatewayUrl=https://a', 'CarrierUrl is not'],
  ])('shows and deploys nothing of %s', async (_, line, message) => {
    const ran: string[] = [];
    await expect(attempt(line, undefined, '', ran)).rejects.toThrow(message);
    expect(ran.map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual(['turbo run', 'cdk synth']);
  });

  it('deploys nothing with a setting that there is not', async () => {
    await expect(attempt('deploy --parameters Gateway=x')).rejects.toThrow('expected one of PaymentGatewayUrl');
  });

  it.each(['turbo', 'cdk synth', 'cdk diff', 'cdk deploy'])('stops with the exit code of %s', async (fails) => {
    const { ran, exitCode } = await attempt('deploy', undefined, fails);
    expect(ran.at(-1)).toContain(fails);
    expect(exitCode).toBe(7);
  });

  it('runs nothing when AWS cannot be asked', async () => {
    const ran: string[] = [];
    const world = {
      stacks: {
        read: async () => {
          throw new CloudUnavailable('There are no AWS credentials.');
        },
        template: async () => undefined,
        physicalId: async () => '',
      },
      run: async (command: string) => ran.push(command),
      assembly: '/assembly',
      readTemplate: () => template,
      ...nothingAdopted,
      say: () => {},
    };
    await expect(runDeployment(parseDeploymentCommand(['deploy']), world)).rejects.toThrow(CloudUnavailable);
    expect(ran).toEqual([]);
  });

  it('deploys a stage alone into the stack as it stands, with the settings that it has', async () => {
    const { ran, said, exitCode } = await attempt('deploy --only payment', { parameters: { CarrierUrl: 'https://b' } });
    expect(ran.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'turbo run',
      'cdk synth',
      'cdk diff',
      'cdk deploy',
    ]);
    expect(ran.slice(2)).toEqual([
      'cdk diff --no-notices --app /assembly-in-part OrderWorkflow --exclusively',
      'cdk deploy --no-notices --app /assembly-in-part OrderWorkflow --exclusively --require-approval broadening',
    ]);
    expect(said).toBe('Deployed payment, and nothing else.');
    expect(exitCode).toBe(0);
    expect((await attempt('diff --only payment', {})).ran.at(-1)).toContain('cdk diff');
    expect((await attempt('deploy --only payment --yes', {}, 'cdk diff')).exitCode).toBe(7);
  });

  it('deploys no stage alone where nothing stands', async () => {
    const ran: string[] = [];
    await expect(attempt('deploy --only payment', undefined, '', ran)).rejects.toThrow(
      'there is no OrderWorkflow-dev yet. Deploy all: pnpm deploy',
    );
    expect(ran.some((line) => line.includes('cdk deploy'))).toBe(false);
  });

  it('leaves the order API out until it is asked for', async () => {
    const { ran } = await attempt('deploy');
    expect(ran[1]).toContain('--context orderApi=false');
    expect(ran[3]).not.toContain('--exclusively');
  });

  it('deploys the order API after the workflow, each with its own settings, and says where it answers', async () => {
    const line = 'deploy --context orderApi=true --parameters JwtIssuer=https://a --parameters CarrierUrl=https://b';
    const { ran, said } = await attempt(line, { parameters: { PaymentGatewayUrl: 'https://a' } });
    expect(ran[1]).toContain('--context orderApi=true');
    expect(ran.slice(3)).toEqual([
      expect.stringMatching(/^cdk deploy .* OrderWorkflow --exclusively .*CarrierUrl=https:\/\/b/),
      expect.stringMatching(/^cdk deploy .* OrderApi --exclusively .*--parameters JwtIssuer=https:\/\/a$/),
    ]);
    expect(ran[3]).not.toContain('JwtIssuer');
    expect(said).toContain('The order API answers at https://api.example');
  });

  it('keeps an order API that stands, and destroys it with the workflow', async () => {
    expect((await attempt('deploy', {}, '', [], anApi)).ran.at(-1)).toContain(' OrderApi --exclusively');
    expect((await attempt('destroy --yes', {}, '', [], anApi)).ran[2]).toBe(
      'cdk destroy --no-notices --app /assembly OrderWorkflow OrderApi --force',
    );
  });

  it('opens nothing where the workflow could not be deployed', async () => {
    const { ran, exitCode } = await attempt('deploy --context orderApi=true', {}, 'cdk deploy');
    expect(ran.filter((one) => one.startsWith('cdk deploy'))).toHaveLength(1);
    expect(exitCode).toBe(7);
  });

  it('destroys what stands, and says so when there is nothing', async () => {
    expect((await attempt('destroy --yes', {})).ran[2]).toBe('cdk destroy --no-notices --app /assembly --force');
    expect(await attempt('destroy')).toEqual({ ran: [], said: 'There is no OrderWorkflow-dev here.', exitCode: 0 });
  });

  it('does not begin to destroy what is protected', async () => {
    const { ran, said, exitCode } = await attempt('destroy --yes --context stage=prod', { protected: true });
    expect({ ran, exitCode }).toEqual({ ran: [], exitCode: 1 });
    expect(said).toContain('OrderWorkflow-prod is protected');
  });
});
