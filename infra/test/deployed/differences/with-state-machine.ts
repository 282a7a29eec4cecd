import { CreateStateMachineCommand, DeleteStateMachineCommand } from '@aws-sdk/client-sfn';
import type { AwsClients } from '../aws-clients.ts';
import { emulatorAccount } from '../emulator-environment.ts';
import { attempt } from './attempt.ts';

/** Tries to create a state machine, lends it to a probe, and deletes it; why it was refused otherwise. */
export async function withStateMachine<T>(
  { sfn }: AwsClients,
  definition: object,
  probe: (arn: string) => Promise<T>,
): Promise<{ answer?: T; refused?: string }> {
  const created = await attempt(() =>
    sfn.send(
      new CreateStateMachineCommand({
        name: 'probe',
        definition: JSON.stringify(definition),
        roleArn: `arn:aws:iam::${emulatorAccount}:role/probe`,
      }),
    ),
  );
  if (!created.answer) return { refused: created.refused ?? '' };
  const { stateMachineArn = '' } = created.answer;
  try {
    return { answer: await probe(stateMachineArn) };
  } finally {
    await sfn.send(new DeleteStateMachineCommand({ stateMachineArn }));
  }
}
