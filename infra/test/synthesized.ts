import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { definitionOf } from '../src/diagram/state-machine-definition.ts';
import { OrderWorkflowStack } from '../src/order-workflow-stack.ts';

/** The template as it is deployed. */
export const template = Template.fromStack(new OrderWorkflowStack(new App(), 'OrderWorkflow'));

/** The definition in it, with references left as `?`. */
export const definition = definitionOf(template.toJSON());
