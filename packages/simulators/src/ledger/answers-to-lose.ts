/**
 * How many answers about one charge or shipment a magic value loses: more than the 7 attempts of a stage that is retried
 * promptly, so that it gives up, and fewer than the 31 of a patient undo, so that it gets through.
 */
export const answersToLose = 10;
