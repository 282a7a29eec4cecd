import type { JsonObject } from '../json/json.ts';
import { ApiError } from './api-error.ts';
import type { RequestFields } from './request-fields.ts';

const owned = 'AWS_OWNED_KEY';

/** An encryptionConfiguration whose members have the right types and lengths; what they say together is not checked. */
export interface GivenEncryption {
  readonly type: string;
  readonly kmsKeyId: string | undefined;
  readonly kmsDataKeyReusePeriodSeconds: number | undefined;
}

/** Reads a request's encryptionConfiguration; undefined when it has none. Throws ApiError, all that is wrong with members at once. */
export function readEncryption(request: RequestFields): GivenEncryption | undefined {
  const fields = request.inner('encryptionConfiguration');
  if (!fields) return undefined;
  const seconds = () => fields.integer('kmsDataKeyReusePeriodSeconds', 60, 900);
  const key = () => fields.maybeText('kmsKeyId', { least: 1, most: 2048 });
  const type = () => fields.text('type', { oneOf: [owned, 'CUSTOMER_MANAGED_KMS_KEY'] });
  fields.together(seconds, key, type);
  return { type: type(), kmsKeyId: key(), kmsDataKeyReusePeriodSeconds: seconds() };
}

/**
 * What a machine or an activity is encrypted with by this; its data keys live 300 seconds unless told otherwise. Throws ApiError,
 * InvalidEncryptionConfiguration, where a key and its type do not fit (API reference, "EncryptionConfiguration").
 */
export function fittingEncryption(given: GivenEncryption | undefined): {
  readonly encryptionConfiguration?: JsonObject;
} {
  if (!given) return {};
  const { type, kmsKeyId, kmsDataKeyReusePeriodSeconds } = given;
  if (type === owned) {
    if (kmsKeyId !== undefined) throw unfit(`Custom kmsKeyId is not allowed when selecting ${owned}.`);
    if (kmsDataKeyReusePeriodSeconds !== undefined)
      throw unfit(`Custom kmsDataKeyReusePeriodSeconds is not allowed when selecting ${owned}.`);
    return { encryptionConfiguration: { type } };
  }
  if (kmsKeyId === undefined) throw unfit('Must set a valid kmsKeyId.');
  const seconds = kmsDataKeyReusePeriodSeconds ?? 300;
  return { encryptionConfiguration: { kmsDataKeyReusePeriodSeconds: seconds, kmsKeyId, type } };
}

function unfit(why: string): ApiError {
  return new ApiError('InvalidEncryptionConfiguration', `Invalid Encryption Configuration: ${why}`);
}
