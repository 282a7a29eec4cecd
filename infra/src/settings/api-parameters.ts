import { CfnCondition, CfnParameter, CfnRule, Fn } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { ApiSettings } from '../constructs/http-api.ts';

/** What a deployment may set of the order API, by the names of the parameters. */
export const apiParameterNames = [
  'JwtIssuer',
  'JwtAudience',
  'AllowedOrigins',
  'RequestsASecond',
  'RequestsAtOnce',
] as const;

const isNamed = (value: string) => Fn.conditionNot(Fn.conditionEquals(value, ''));

/** The settings of the order API as parameters of its stack. Issuer and audience come together or not at all. */
export function apiParameters(scope: Construct): ApiSettings {
  const issuer = new CfnParameter(scope, 'JwtIssuer', {
    default: '',
    allowedPattern: '^(https://\\S+)?$',
    description: 'Issuer of the tokens (OpenID Connect) by which callers are known; empty for IAM',
  }).valueAsString;
  const audience = new CfnParameter(scope, 'JwtAudience', {
    default: '',
    description: 'The audience that such a token must be for',
  }).valueAsString;
  new CfnRule(scope, 'TokensAreForSomebody', {
    assertions: [
      {
        assert: Fn.conditionOr(
          Fn.conditionAnd(isNamed(issuer), isNamed(audience)),
          Fn.conditionAnd(Fn.conditionEquals(issuer, ''), Fn.conditionEquals(audience, '')),
        ),
        assertDescription: 'JwtIssuer and JwtAudience: give both, or neither for IAM',
      },
    ],
  });
  const origins = new CfnParameter(scope, 'AllowedOrigins', {
    type: 'CommaDelimitedList',
    default: '',
    description: 'Origins of web pages that may call the API, such as https://shop.example; empty for none',
  }).valueAsList;
  const number = (id: string, byDefault: number, description: string) =>
    new CfnParameter(scope, id, { type: 'Number', default: byDefault, minValue: 1, description }).valueAsNumber;
  return {
    jwt: {
      issuer,
      audience,
      named: new CfnCondition(scope, 'ByTokens', { expression: isNamed(issuer) }),
    },
    cors: {
      origins,
      named: new CfnCondition(scope, 'ByPages', { expression: isNamed(Fn.join(',', origins)) }),
    },
    requestsASecond: number('RequestsASecond', 25, 'Requests a second, of all callers together; more are answered 429'),
    requestsAtOnce: number('RequestsAtOnce', 50, 'Requests at once, of all callers together; more are answered 429'),
  };
}
