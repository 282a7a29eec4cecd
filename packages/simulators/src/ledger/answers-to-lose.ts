/**
 * How many answers about one charge or shipment a magic value loses: more than the attempts of the stage, 7 while a customer
 * waits and 31 of an order that is paid, so that it gives up, and fewer than those of its undo, so that it gets through.
 */
export const answersToLose = { charge: 10, shipment: 34 };
