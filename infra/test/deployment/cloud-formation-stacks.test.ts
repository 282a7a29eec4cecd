import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cloudFormationStacks } from '../../src/deployment/cloud-formation-stacks.ts';

/** A CloudFormation on a socket that answers this to whatever it is asked. */
async function answering(status: number, xml: string) {
  const server = createServer((_, response) => response.writeHead(status, { 'content-type': 'text/xml' }).end(xml));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return cloudFormationStacks(
    new CloudFormationClient({ endpoint, region: 'eu-central-1', credentials, maxAttempts: 1 }),
  );
}

const withTemplate = (body: string) =>
  `<GetTemplateResponse><GetTemplateResult><TemplateBody>${body}</TemplateBody></GetTemplateResult></GetTemplateResponse>`;
const failing = (code: string, message: string) =>
  `<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;

describe('the template of a stack', () => {
  it('is what it was deployed with', async () => {
    const stacks = await answering(200, withTemplate('{"Resources":{"Key":{"Type":"AWS::KMS::Key"}}}'));
    expect(await stacks.template('Any')).toEqual({ Resources: { Key: { Type: 'AWS::KMS::Key' } } });
  });

  it.each(['', '{}'])('is none where the stack was only compared, and not deployed yet: "%s"', async (body) => {
    expect(await (await answering(200, withTemplate(body))).template('Any')).toBeUndefined();
  });

  it('is none where there is no stack', async () => {
    const stacks = await answering(400, failing('ValidationError', 'Stack with id Any does not exist'));
    expect(await stacks.template('Any')).toBeUndefined();
  });

  it('is not guessed where AWS does not give it', async () => {
    const stacks = await answering(403, failing('AccessDenied', 'not cloudformation:GetTemplate'));
    await expect(stacks.template('Any')).rejects.toThrow('AWS does not allow it: not cloudformation:GetTemplate');
  });
});

describe('the physical id of a resource', () => {
  it('is said to be missing, by its logical id', async () => {
    const stacks = await answering(400, failing('ValidationError', 'Resource Table does not exist for stack Any'));
    await expect(stacks.physicalId('Any', 'Table')).rejects.toThrow('Any has no resource Table.');
  });
});
