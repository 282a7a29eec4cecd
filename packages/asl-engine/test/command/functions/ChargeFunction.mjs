let calls = 0;

/** Does not answer for the first two times. */
export const handler = async ({ amount }, { functionName }) => {
  calls += 1;
  if (calls < 3) throw Object.assign(new Error(`call ${calls} to ${functionName}`), { name: 'GatewayUnavailable' });
  return { charged: amount };
};
