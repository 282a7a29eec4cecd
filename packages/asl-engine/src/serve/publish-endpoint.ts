import type { TaskIntegration } from '../host/task-handler.ts';
import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { callEndpoint, xmlMember } from './endpoint-call.ts';
import { type ErrorNames, sdkMetadata, xmlFailure } from './service-failure.ts';

/** The integrations `sns:publish` and `aws-sdk:sns:publish`, passed on to an endpoint (SNS API reference, "Publish": the Query protocol, answered in XML). */
export function publishAt(endpoint: string, names: ErrorNames): TaskIntegration {
  return async (parameters, { stateMachineArn }) => {
    const answer = await callEndpoint(endpoint, stateMachineArn, {
      ...{ service: 'sns', method: 'POST', path: '/' },
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: formOf(isJsonObject(parameters) ? parameters : {}).toString(),
    });
    if (answer.status >= 400) throw xmlFailure(names, answer);
    const sequence = xmlMember(answer.text, 'SequenceNumber');
    return {
      ...{
        MessageId: xmlMember(answer.text, 'MessageId') ?? '',
        ...(sequence !== undefined && { SequenceNumber: sequence }),
      },
      ...(names.optimized && sdkMetadata(answer)),
    };
  };
}

function formOf({ MessageAttributes = null, ...members }: JsonObject): URLSearchParams {
  const form = new URLSearchParams({ Action: 'Publish', Version: '2010-03-31' });
  for (const [name, value] of Object.entries(members)) form.set(name, textOf(value));
  const attributes = isJsonObject(MessageAttributes) ? Object.entries(MessageAttributes) : [];
  for (const [index, [name, attribute]] of attributes.entries()) {
    const entry = `MessageAttributes.entry.${index + 1}`;
    form.set(`${entry}.Name`, name);
    if (isJsonObject(attribute))
      for (const [member, value] of Object.entries(attribute)) form.set(`${entry}.Value.${member}`, textOf(value));
  }
  return form;
}

// Step Functions hands an object on as JSON text where the service wants a text.
function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
