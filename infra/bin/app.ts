import { App } from 'aws-cdk-lib';
import { OrderWorkflowStack } from '../src/order-workflow-stack.ts';

new OrderWorkflowStack(new App(), 'OrderWorkflow');
