import { describe, expect, it } from 'vitest';
import { settingsToDeploy } from '../../src/deployment/settings-to-deploy.ts';

const declared = { PaymentGatewayUrl: '', CarrierUrl: '' };

describe(settingsToDeploy, () => {
  it('takes what is given, keeps what stands, and leaves the rest at its default', () => {
    const deployed = { PaymentGatewayUrl: 'https://old.example', BootstrapVersion: '/cdk' };
    expect(settingsToDeploy({ declared, deployed, given: { CarrierUrl: 'https://carrier.example' } })).toEqual({
      PaymentGatewayUrl: 'https://old.example',
      CarrierUrl: 'https://carrier.example',
    });
  });

  it('can take a gateway away again', () => {
    const deployed = { PaymentGatewayUrl: 'https://old.example' };
    expect(settingsToDeploy({ declared, deployed, given: { PaymentGatewayUrl: '' } })).toMatchObject({
      PaymentGatewayUrl: '',
    });
  });

  it('forgets a setting that no stage has any more', () => {
    expect(settingsToDeploy({ declared, deployed: { WarehouseUrl: 'x' }, given: {} })).toEqual(declared);
  });

  it('refuses a setting that there is not, and names those there are', () => {
    expect(() => settingsToDeploy({ declared, deployed: {}, given: { GatewayUrl: 'x' } })).toThrow(
      '--parameters: given "GatewayUrl", expected one of PaymentGatewayUrl, CarrierUrl',
    );
  });
});
