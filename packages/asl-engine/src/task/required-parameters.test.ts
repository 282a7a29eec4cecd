import { describe, expect, it } from 'vitest';
import type { DefinitionInvalid } from '../definition/definition-invalid.ts';
import { parseDefinition } from '../run/parse-definition.ts';

const refusals = (state: object, fields: object = {}) => {
  try {
    parseDefinition({ StartAt: 'S', States: { S: { Type: 'Task', End: true, ...state } }, ...fields });
    return [];
  } catch (problem) {
    return (problem as DefinitionInvalid).diagnostics.map(({ code, location, message }) => [code, location, message]);
  }
};
const missing = (name: string, field = 'Parameters') => [
  'SCHEMA_VALIDATION_FAILED',
  `/States/S/${field}`,
  `The field "${name}" is required but was missing`,
];
const resource = 'arn:aws:states:::';

describe('the parameters of an optimized integration', () => {
  it.each([
    ['lambda:invoke', { Payload: {} }, ['FunctionName']],
    ['sqs:sendMessage.waitForTaskToken', {}, ['QueueUrl', 'MessageBody']],
    ['sns:publish', { TopicArn: 't' }, ['Message']],
    ['dynamodb:putItem', { TableName: 't' }, ['Item']],
    ['dynamodb:getItem', { 'Key.$': '$.key' }, ['TableName']],
    ['events:putEvents', {}, ['Entries']],
    ['states:startExecution.sync:2', { Input: {} }, ['StateMachineArn']],
    ['batch:submitJob.sync', { JobName: 'j', JobQueue: 'q' }, ['JobDefinition']],
    ['ecs:runTask.sync', { Cluster: 'c' }, ['TaskDefinition']],
    ['glue:startJobRun', {}, ['JobName']],
    ['http:invoke', { Method: 'GET' }, ['ApiEndpoint']],
  ])('of %s are refused at creation when one is missing, by its name', (action, Parameters, names) => {
    expect(refusals({ Resource: resource + action, Parameters })).toEqual(names.map((name) => missing(name)));
  });

  it('may come from a path, and are looked for in Arguments where a state is in JSONata', () => {
    const Resource = `${resource}sqs:sendMessage`;
    expect(refusals({ Resource, Parameters: { 'QueueUrl.$': '$.q', 'MessageBody.$': '$' } })).toEqual([]);
    const fields = { QueryLanguage: 'JSONata' };
    expect(refusals({ Resource, Arguments: { QueueUrl: 'q' } }, fields)).toEqual([missing('MessageBody', 'Arguments')]);
    expect(refusals({ Resource, Arguments: { QueueUrl: 'q', MessageBody: '{% $states.input %}' } }, fields)).toEqual(
      [],
    );
  });

  it('are not judged where only a run can tell: from the input, from one expression, and of the SDK', () => {
    const Resource = `${resource}sqs:sendMessage`;
    expect(refusals({ Resource })).toEqual([]);
    expect(refusals({ Resource, Arguments: '{% $states.input %}' }, { QueryLanguage: 'JSONata' })).toEqual([]);
    expect(refusals({ Resource: `${resource}aws-sdk:sqs:sendMessage`, Parameters: {} })).toEqual([]);
  });
});
