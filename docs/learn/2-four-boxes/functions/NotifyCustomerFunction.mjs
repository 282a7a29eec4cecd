/** Writes to the customer. */
export const handler = async ({ customerEmail, shipment }) => ({
  to: customerEmail,
  text: `Your parcel ${shipment.trackingNumber} is on its way.`,
});
