import { App, Stack } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { OrderWorkflow } from '../src/order-workflow-construct.ts';
import { aStage } from './a-stage.ts';

describe('a stage whose bundle is not there', () => {
  it('is named with what to do, where only the resolver used to complain', () => {
    const bundle = '@order-workflow/validate/lambda/no-such-handler';
    const workflow = { steps: [{ stage: aStage('check', { bundle }) }], notice: aStage('tell') };
    expect(() => new OrderWorkflow(new Stack(new App(), 'Stack'), 'Orders', { workflow })).toThrow(
      `Check It: ${bundle} is not built. Run "pnpm build" first.`,
    );
  });
});
