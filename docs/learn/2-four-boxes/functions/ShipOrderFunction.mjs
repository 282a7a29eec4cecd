/** Hands the parcel to a carrier. */
export const handler = async ({ orderId }) => ({ trackingNumber: `LP${orderId}` });
