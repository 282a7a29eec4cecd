/** Hands the parcel to a carrier, who does not go everywhere. */
export const handler = async ({ orderId, city }) => {
  if (city === 'Atlantis') throw Object.assign(new Error('no parcels to Atlantis'), { name: 'ShipmentRefused' });
  return { trackingNumber: `LP${orderId}` };
};
