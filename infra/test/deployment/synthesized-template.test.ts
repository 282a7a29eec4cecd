import { describe, expect, it } from 'vitest';
import { declaredSettings } from '../../src/deployment/synthesized-template.ts';
import { template } from '../synthesized.ts';

describe(declaredSettings, () => {
  it('knows settings and limits (regression: --parameters OrdersAnHour was refused), and not what the CDK looks up', () => {
    const declared = declaredSettings(template.toJSON() as Parameters<typeof declaredSettings>[0]);
    expect(declared).toMatchObject({ PaymentGatewayUrl: '', StageConcurrency: '0', OrdersAnHour: '10000' });
    expect(declared).not.toHaveProperty('BootstrapVersion');
  });
});
