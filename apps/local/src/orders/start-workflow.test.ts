import { describe, expect, it } from 'vitest';
import { cloudAssembly } from '../../test/cloud-assembly.ts';
import { startWorkflow } from './open-workflow.ts';

const machine = (definition: object) => ({
  Type: 'AWS::StepFunctions::StateMachine',
  Properties: {
    StateMachineName: 'Any',
    RoleArn: 'arn:aws:iam::000000000000:role/Any',
    DefinitionString: JSON.stringify(definition),
  },
});

describe(startWorkflow, () => {
  it('runs any machine, not only this one', async () => {
    const definition = { StartAt: 'Done', States: { Done: { Type: 'Succeed' } } };
    const workflow = await startWorkflow({ assembly: cloudAssembly({ Resources: { Any: machine(definition) } }) });
    try {
      const { execution, executionArn } = workflow.place({ orderId: '7' });
      expect(await execution.result).toMatchObject({ status: 'SUCCEEDED', output: { orderId: '7' } });
      expect(executionArn).toBe('arn:aws:states:us-east-1:000000000000:execution:Any:order-7');
    } finally {
      await workflow.close();
    }
  });

  it('says what is wrong with a machine that is none', async () => {
    const broken = { StartAt: 'Nowhere', States: { Done: { Type: 'Succeed' } } };
    const assembly = cloudAssembly({ Resources: { Any: machine(broken) } });
    await expect(startWorkflow({ assembly })).rejects.toMatchObject({
      name: 'AssemblyUnreadable',
      message: expect.stringMatching(/^Any\.DefinitionString: .*Nowhere/s),
    });
  });

  it('fails a task whose function the template does not have, as Lambda would', async () => {
    const task = {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'nobody', Payload: {} },
      End: true,
    };
    const assembly = cloudAssembly({ Resources: { Any: machine({ StartAt: 'T', States: { T: task } }) } });
    const workflow = await startWorkflow({ assembly });
    try {
      const { execution } = workflow.place({});
      expect(await execution.result).toMatchObject({ status: 'FAILED', error: 'Lambda.ResourceNotFoundException' });
    } finally {
      await workflow.close();
    }
  });
});
