import { expect, it } from 'vitest';

it('exports these names: a change here is a change of the public interface and asks for a changeset', async () => {
  expect(Object.keys(await import('../src/index.ts')).sort()).toMatchInlineSnapshot(`
    [
      "OrderApi",
      "OrderApiStack",
      "OrderWorkflow",
      "OrderWorkflowStack",
      "WorkflowWatch",
      "deploymentEnvironment",
      "orderWorkflow",
      "planWorkflow",
      "receive",
    ]
  `);
});
