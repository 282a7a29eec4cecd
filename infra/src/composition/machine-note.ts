/** Where a template says what a state machine is for, in the `Metadata` of it. The one that takes orders has no note. */
export const machineNoteKey = 'OrderWorkflow::Machine';
