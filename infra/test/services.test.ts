import { Stack } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { orderWorkflow } from '../src/order-workflow.ts';
import { OrderWorkflow, type OrderWorkflowProps } from '../src/order-workflow-construct.ts';
import { deploymentEnvironment } from '../src/settings/deployment-environment.ts';
import { judgeServices } from '../src/settings/judge-services.ts';
import { serviceAddresses } from '../src/settings/service-rules.ts';
import { prod, template } from './synthesized.ts';
import { uncheckedApp } from './unchecked-app.ts';

type Condition = Readonly<Record<string, readonly unknown[]>>;

interface Rule {
  readonly Assertions: readonly { readonly Assert: Condition; readonly AssertDescription: string }[];
}

/** Evaluates a rule's condition as CloudFormation does. */
function holds(condition: unknown, parameters: Readonly<Record<string, string>>): boolean {
  const [[kind, of] = ['', []]] = Object.entries(condition as Condition);
  switch (kind) {
    case 'Fn::And':
      return of.every((one) => holds(one, parameters));
    case 'Fn::Or':
      return of.some((one) => holds(one, parameters));
    case 'Fn::Not':
      return !holds(of[0], parameters);
    case 'Fn::Equals': {
      const [left, right] = of.map((one) => (typeof one === 'string' ? one : parameters[(one as { Ref: string }).Ref]));
      return left === right;
    }
    default:
      throw new RangeError(`a rule uses ${kind}`);
  }
}

/** Those about services; the CDK has one of its own. */
function rulesOf(of: typeof template): readonly Rule[] {
  const rules = Object.entries(of.toJSON()['Rules'] as Record<string, Rule>);
  return rules.filter(([name]) => name.startsWith('Services')).map(([, rule]) => rule);
}

const rules = { dev: rulesOf(template), prod: rulesOf(prod) };

/** Every service of the workflow, by its setting and by its parameter: `CARRIER_URL`, `CarrierUrl`. */
const services = serviceAddresses(orderWorkflow).map((setting) => ({ setting, parameter: parameterOf(setting) }));

function parameterOf(setting: string): string {
  return setting.toLowerCase().replaceAll(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** None of the addresses, all of them, and each without the others. */
const addresses = [
  () => false,
  () => true,
  ...services.map(
    ({ parameter }) =>
      (one: string) =>
        one === parameter,
  ),
].map((isGiven) =>
  Object.fromEntries(services.map(({ parameter }) => [parameter, isGiven(parameter) ? 'https://service.example' : ''])),
);

const cases = (['dev', 'prod'] as const).flatMap((environment) =>
  addresses.flatMap((given) =>
    ['no', 'yes'].map((SimulatedServices) => ({ environment, SimulatedServices, addresses: given })),
  ),
);

describe(judgeServices, () => {
  const real = { gateway: true, carrier: true };
  const none = { gateway: false, carrier: false };
  const torn = { gateway: true, carrier: false };

  it.each([
    ['both real', real, false, undefined],
    ['both simulated', none, false, undefined],
    ['both real in prod', real, true, undefined],
    ['simulated in prod, unsaid', none, true, 'gateway and carrier are not given: in prod customers would be told'],
    [
      'one without the other',
      torn,
      false,
      'gateway is given and carrier is not: orders would be real in one and simulated',
    ],
    ['one without the other in prod', torn, true, 'gateway is given and carrier is not'],
  ])('%s', (_, addresses, prod, refused) => {
    const judged = judgeServices({ addresses, prod, simulated: false });
    if (refused === undefined) expect(judged).toBeUndefined();
    else expect(judged).toContain(refused);
  });

  it('takes the word of whoever says that they are simulated, unless they are not', () => {
    expect(judgeServices({ addresses: none, prod: true, simulated: true })).toBeUndefined();
    expect(judgeServices({ addresses: real, prod: false, simulated: true })).toContain('said to be simulated');
    expect(judgeServices({ addresses: torn, prod: false, simulated: true })).toContain('carrier is not');
  });
});

describe("the template's rules", () => {
  it.each(cases)('refuse what a deployment refuses, whoever deploys: %j', (given) => {
    const { environment, SimulatedServices } = given;
    const judged = judgeServices({
      addresses: Object.fromEntries(Object.entries(given.addresses).map(([name, url]) => [name, url !== ''])),
      prod: environment === 'prod',
      simulated: SimulatedServices === 'yes',
    });
    const assertions = rules[environment].flatMap(({ Assertions }) => Assertions);
    const broken = assertions.filter(({ Assert }) => !holds(Assert, { ...given.addresses, SimulatedServices }));
    expect(broken.length === 0, JSON.stringify(broken)).toBe(judged === undefined);
  });

  it('let nobody take orders in prod without having said what takes the money (regression: it was simulated)', () => {
    const unsaid = { ...addresses[0], SimulatedServices: 'no' };
    const broken = rules.prod.flatMap(({ Assertions }) => Assertions).filter(({ Assert }) => !holds(Assert, unsaid));
    expect(broken.map(({ AssertDescription }) => AssertDescription)).toEqual([
      'In prod give the addresses of all services, or SimulatedServices=yes if you mean it.',
    ]);
  });
});

describe('the construct in an app of somebody else', () => {
  const build = (props: Partial<OrderWorkflowProps>) => () =>
    new OrderWorkflow(new Stack(uncheckedApp(), 'Shop'), 'Orders', { workflow: orderWorkflow, ...props });
  const gateway = { PAYMENT_GATEWAY_URL: 'https://gateway.example' };
  const all = Object.fromEntries(services.map(({ setting }) => [setting, 'https://service.example']));
  const listed = (names: readonly string[]) => `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'}`;
  const settings = services.map(({ setting }) => setting);
  const others = settings.filter((setting) => !(setting in gateway));
  const prod = deploymentEnvironment('prod');

  it('refuses what the stack refuses, by the names of the settings', () => {
    expect(build({ settings: gateway })).toThrow(`settings: PAYMENT_GATEWAY_URL is given and ${listed(others)} not`);
    expect(build({ environment: prod })).toThrow(`${listed(settings)} not given: in prod`);
    expect(build({ settings: all, simulatedServices: true })).toThrow('said to be simulated');
  });

  it('takes real services, and simulated ones where somebody says so', () => {
    expect(build({ environment: prod, settings: all })).not.toThrow();
    expect(build({ environment: prod, simulatedServices: true })).not.toThrow();
  });
});
