import { post } from './post.ts';

/** Calls an action of SNS over its query protocol. Its answers, which are XML, are not needed here. Throws when it refuses. */
export async function callSns(
  endpoint: string,
  action: string,
  parameters: Readonly<Record<string, string>>,
): Promise<void> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const form = new URLSearchParams({ Action: action, Version: '2010-03-31', ...parameters });
  const { status, body } = await post(endpoint, headers, form.toString());
  if (status !== 200) throw new Error(`SNS refused ${action}: ${body}`);
}
