import { OrderWorkflowStack } from '@order-workflow/infra';
import { App } from 'aws-cdk-lib';
import { fiveStages } from '../src/five-stages.ts';

new OrderWorkflowStack(new App(), 'FiveStages', { workflow: fiveStages });
