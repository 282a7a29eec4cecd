import { Template } from 'aws-cdk-lib/assertions';
import { account, deployed, region } from './deployed-template.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test looks into a template as a reader of JSON does
type Json = any;

/** The workflow's stack and the order API's as CloudFormation would deploy them: what one asks of the other has been told. */
export function deployedTogether(workflowTemplate: Template, apiTemplate: Template) {
  const workflow = deployed(workflowTemplate);
  const outputs = workflow.outputs();
  const api = deployed(withOutputs(apiTemplate, outputs));
  const one = (type: string, pattern: RegExp) => {
    const found = [...workflow.ofType(type), ...api.ofType(type)].find(({ id }) => pattern.test(id));
    if (!found) throw new RangeError(`no ${type} is called ${pattern}`);
    return found;
  };
  const machine = (pattern: RegExp) => one('AWS::StepFunctions::StateMachine', pattern).arn;
  const place = one('AWS::Lambda::Function', /PlaceOrderFunction/);
  return {
    together: { workflow, api, account, region, key: one('AWS::KMS::Key', /DataKey/).arn },
    machines: {
      orders: machine(/^OrdersStateMachine/),
      cancellations: machine(/Cancellation/),
      batches: machine(/Batches/),
      placeAt: String(place.properties.Environment.Variables.PLACE_ORDERS_AT),
    },
    tables: {
      orders: one('AWS::DynamoDB::Table', /OrdersTable/).arn,
      accepted: one('AWS::DynamoDB::Table', /AcceptedOrders/).arn,
      batches: one('AWS::DynamoDB::Table', /BatchesTable/).arn,
    },
    placePart: one('AWS::Lambda::Function', /PlacePartFunction/).arn,
    batchRole: String(one('AWS::StepFunctions::StateMachine', /Batches/).properties.RoleArn),
    topic: one('AWS::SNS::Topic', /Operations/).arn,
    alarms: [/ApiFails/, /BatchFailed/].map((name) => one('AWS::CloudWatch::Alarm', name).arn),
    roleOf: (functionName: string): string =>
      one('AWS::Lambda::Function', new RegExp(`OrderApi${functionName}`)).properties.Role,
  };
}

function withOutputs(template: Template, outputs: Readonly<Record<string, unknown>>): Template {
  const replace = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== 'object' || value === null) return value;
    const asked = value['Fn::GetStackOutput'];
    if (asked) {
      if (!(asked.OutputName in outputs)) throw new RangeError(`no output is called ${asked.OutputName}`);
      return outputs[asked.OutputName];
    }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replace(inner)]));
  };
  return Template.fromJSON(replace(template.toJSON()));
}
