import { describe, expect, it } from 'vitest';
import { describeDeployment } from '../../src/deployment/describe-deployment.ts';

const stack = {
  arn: 'arn:aws:cloudformation:eu-central-1:111122223333:stack/OrderWorkflow-dev/1-2-3',
  parameters: {
    PaymentGatewayUrl: 'https://gateway.example',
    CarrierUrl: 'https://carrier.example',
    CarrierSecretArn: '',
    BootstrapVersion: '/cdk',
  },
  outputs: {
    PlaceOrdersAt: 'arn:aws:states:eu-central-1:111122223333:stateMachine:Orders:live',
    StateMachineArn: 'arn:aws:states:eu-central-1:111122223333:stateMachine:Orders',
    DashboardName: 'Orders-Dashboard',
    ExecutionLogs: '/aws/Orders',
    OperationsTopicArn: 'arn:aws:sns:eu-central-1:111122223333:Operations',
    NotificationsTopicArn: 'arn:aws:sns:eu-central-1:111122223333:Notifications',
  },
  protected: false,
};
const template = {
  Parameters: {},
  Resources: { A: { Type: 'AWS::Lambda::Function' }, B: { Type: 'AWS::Lambda::Function' }, C: { Type: 'AWS::Other' } },
};

describe(describeDeployment, () => {
  const text = describeDeployment(stack, template);

  it('says what stands where, and with which settings', () => {
    expect(text).toContain('OrderWorkflow-dev stands in account 111122223333, eu-central-1: 2 functions.');
    expect(text).toContain('  CarrierUrl: https://carrier.example\n  CarrierSecretArn: (not set)\n');
    expect(text).not.toContain('BootstrapVersion');
  });

  it('has the command that places the first order', () => {
    expect(text).toContain(
      [
        '  aws stepfunctions start-execution --region eu-central-1 --name order-12345 \\',
        '    --state-machine-arn arn:aws:states:eu-central-1:111122223333:stateMachine:Orders:live \\',
        '    --input file://examples/orders/sample.json',
      ].join('\n'),
    );
  });

  it('says SIMULATED for what is simulated, and of nothing else', () => {
    const parameters = { ...stack.parameters, PaymentGatewayUrl: '', CarrierUrl: '' };
    const simulated = describeDeployment({ ...stack, parameters }, template);
    expect(simulated).toContain(
      '  PaymentGatewayUrl: (not set), so SIMULATED\n  CarrierUrl: (not set), so SIMULATED\n',
    );
    expect(simulated).toContain(
      '\n\nSIMULATED: no money moves and no parcel leaves, since PaymentGatewayUrl and CarrierUrl are not set.\n',
    );
    expect(text).not.toContain('SIMULATED');
  });

  it('says that no customer is written to where there is no sender, and what else to do, and counts no mailer', () => {
    const Resources = { ...template.Resources, M: { Type: 'AWS::Lambda::Function', Condition: 'Mails' } };
    const parameters = { ...stack.parameters, NoticeSender: '' };
    const silent = describeDeployment({ ...stack, parameters }, { ...template, Resources });
    expect(silent).toContain('  NoticeSender: (not set), so NO CUSTOMER IS WRITTEN TO\n');
    expect(silent).toContain('\nNO CUSTOMER IS WRITTEN TO: notices go to the topic, which cannot write to one person.');
    expect(silent).toContain(': 2 functions.');
    const sender = { ...parameters, NoticeSender: 'orders@shop.example' };
    const writes = describeDeployment({ ...stack, parameters: sender }, { ...template, Resources });
    expect(writes).not.toContain('NO CUSTOMER');
    expect(writes).toContain(': 3 functions.');
    expect(writes).toContain('Each customer is written to from orders@shop.example, once SES may');
    expect(writes).toContain('--email-identity shop.example ');
  });

  it("says that the customers' topic tells every subscriber of every customer, and how to see one's alone", () => {
    expect(text).not.toContain('as a customer');
    expect(text).toContain(
      'See the notices to all customers, with their orders in them: whoever subscribes gets every one',
    );
    const [, policy = ''] = /--attributes '(.*)'/.exec(text) ?? [];
    expect(JSON.parse(JSON.parse(policy).FilterPolicy)).toEqual({ customerEmail: ['CUSTOMER@EXAMPLE.COM'] });
    const topics = [...text.matchAll(/--topic-arn \S+:(\w+)/g)].map(([, topic]) => topic);
    expect(topics).toEqual(['Operations', 'Notifications', 'Notifications']);
  });

  it('has links into the console', () => {
    expect(text).toContain(
      'https://eu-central-1.console.aws.amazon.com/states/home?region=eu-central-1#/statemachines',
    );
    expect(text).toContain('#dashboards/dashboard/Orders-Dashboard');
    expect(text).toContain('#logsV2:log-groups/log-group/$252Faws$252FOrders');
  });
});
