import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { StackNotFoundException } from '@aws-sdk/client-cloudformation';
import type { ResourceNotFoundException } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sdkClientsIn } from '../../src/serve/sdk-clients.ts';
import { aServer, machine } from './a-server.ts';

type Reply = readonly [status: number, body: string, headers?: Record<string, string>];
let reply: Reply;
let asked: { readonly url: string | undefined; readonly body: string; readonly key: string | undefined } | undefined;
const services = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const [, key] = /Credential=([^/]+)/.exec(request.headers.authorization ?? '') ?? [];
  asked = { url: request.url, body: Buffer.concat(parts).toString(), key };
  const [status, body, headers = {}] = reply;
  response.writeHead(status, headers).end(body);
});

let server: Awaited<ReturnType<typeof aServer>>;
beforeAll(async () => {
  services.listen(0, '127.0.0.1');
  await once(services, 'listening');
  const endpoint = `http://127.0.0.1:${(services.address() as AddressInfo).port}`;
  const here = fileURLToPath(new URL('.', import.meta.url));
  server = await aServer({ findIntegration: sdkClientsIn(here, endpoint) });
});
afterAll(async () => {
  await server.close();
  services.closeAllConnections();
  services.close();
});

async function run(action: string, Parameters: object, answer: Reply) {
  reply = answer;
  const task = { Type: 'Task', Resource: `arn:aws:states:::aws-sdk:${action}`, Parameters, End: true };
  return server.ended(await server.start(await server.create(machine(task))));
}

describe('a task of a service whose client is installed', () => {
  it('asks as a service of REST and JSON wants it, and shows the answer by the names of the SDK', async () => {
    const answer = JSON.stringify({
      Configuration: { FunctionName: 'f', Environment: { Variables: { aKey: 'v' } }, CodeSha256: 'c' },
      Tags: { mine: '1' },
    });
    const done = await run('lambda:getFunction', { FunctionName: 'f', Qualifier: '1' }, [200, answer]);
    expect(asked).toMatchObject({ url: '/2015-03-31/functions/f?Qualifier=1', key: '123456789012' });
    expect(JSON.parse(done.output ?? '')).toEqual({
      Configuration: { FunctionName: 'f', Environment: { Variables: { aKey: 'v' } }, CodeSha256: 'c' },
      Tags: { mine: '1' },
    });
  });

  it('asks as a service of the Query protocol wants it, lists and all', async () => {
    const xml = `<ListStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><ListStacksResult><StackSummaries>
      <member><StackName>s</StackName><StackStatus>CREATE_COMPLETE</StackStatus><CreationTime>2026-01-01T00:00:00Z</CreationTime></member>
      </StackSummaries></ListStacksResult></ListStacksResponse>`;
    const done = await run('cloudformation:listStacks', { StackStatusFilter: ['CREATE_COMPLETE'] }, [200, xml]);
    expect(asked?.body).toContain('StackStatusFilter.member.1=CREATE_COMPLETE');
    expect(JSON.parse(done.output ?? '')).toEqual({
      StackSummaries: [{ StackName: 's', StackStatus: 'CREATE_COMPLETE', CreationTime: '2026-01-01T00:00:00.000Z' }],
    });
  });

  const modelled: ResourceNotFoundException['name'] = 'ResourceNotFoundException';
  const unmodelled: Exclude<string, StackNotFoundException['name']> = 'ValidationError';
  it.each<[string, string, object, Reply]>([
    [
      `Lambda.${modelled}: no (Service: Lambda, Status Code: 404, Request ID: r1)`,
      ...(['lambda:getFunction', { FunctionName: 'f' }] as const),
      [404, '{"Message":"no","Type":"User"}', { 'x-amzn-errortype': modelled, 'x-amzn-requestid': 'r1' }],
    ],
    [
      'CloudFormation.CloudFormationException: no (Service: CloudFormation, Status Code: 400, Request ID: r1)',
      ...(['cloudformation:describeStacks', { StackName: 's' }] as const),
      [
        400,
        `<ErrorResponse><Error><Type>Sender</Type><Code>${unmodelled}</Code><Message>no</Message></Error></ErrorResponse>`,
        { 'x-amzn-requestid': 'r1' },
      ],
    ],
  ])('fails as %s', async (failure, action, parameters, answer) => {
    const { error, cause } = await run(action, parameters, answer);
    expect(`${error}: ${cause}`).toBe(failure);
  });

  it('of which no client is installed is none of these', () => {
    expect(sdkClientsIn('/', 'http://127.0.0.1:1')('aws-sdk:odd:doIt')).toBeUndefined();
  });
});
