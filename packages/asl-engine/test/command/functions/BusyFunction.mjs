export const handler = (_event, { functionName }) => {
  throw Object.assign(new Error(`busy in ${functionName}`), { name: 'GatewayUnavailable' });
};
