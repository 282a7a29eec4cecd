import { faultTargetsHere } from '@order-workflow/local';

/** What faults can be aimed at: the stages of the synthesized workflow. */
export const faultTargets = faultTargetsHere();
