import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { deploymentStage } from '../src/deployment-stage.ts';
import { OrderWorkflowStack } from '../src/order-workflow-stack.ts';

const app = new App();
const stage = deploymentStage(app.node.tryGetContext('stage'));
// The template keeps its name whatever the stage; the stack does not, so that both can stand in one account.
new OrderWorkflowStack(app, 'OrderWorkflow', { stage, stackName: `OrderWorkflow-${stage.name}` });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
