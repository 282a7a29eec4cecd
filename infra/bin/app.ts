import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { deploymentStage } from '../src/deployment-stage.ts';
import { OrderWorkflowStack } from '../src/order-workflow-stack.ts';
import { stackName } from '../src/stack-name.ts';

const app = new App();
const stage = deploymentStage(app.node.tryGetContext('stage'), app.node.tryGetContext('gradual'));
// What a deployment will set the parameters to, as JSON: see bin/deployment.ts.
const settings = JSON.parse(app.node.tryGetContext('settings') ?? '{}');
// The template keeps its name whatever the stage; the stack does not, so that both can stand in one account.
new OrderWorkflowStack(app, 'OrderWorkflow', { stage, settings, stackName: stackName(stage) });
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
