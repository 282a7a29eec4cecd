import { OrderWorkflowStack } from '@order-workflow/infra';
import { App } from 'aws-cdk-lib';
import { fiveStages } from '../src/five-stages.ts';

const app = new App();
// `--context computedAlarms=false` is for emulators of AWS, which know no metric math.
const computedAlarms = app.node.tryGetContext('computedAlarms') !== 'false';
new OrderWorkflowStack(app, 'FiveStages', { workflow: fiveStages, computedAlarms });
