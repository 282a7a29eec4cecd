import type { ApiOperation } from '@order-workflow/order-api';
import type { CfnCondition } from 'aws-cdk-lib';
import { ArnFormat, Aws, Fn, Stack, Token } from 'aws-cdk-lib';
import { CfnApi, CfnAuthorizer, CfnIntegration, CfnRoute, CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnPermission, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledgements.ts';
import type { LogKeeping } from './order-logs.ts';

/** What a deployment may set of the order API. */
export interface ApiSettings {
  /** Who gives the tokens by which callers are known, in the place of IAM. */
  readonly jwt: { readonly issuer: string; readonly audience: string; readonly named: CfnCondition };
  /** The origins of pages that may call; none unless named. */
  readonly cors: { readonly origins: readonly string[]; readonly named: CfnCondition };
  readonly requestsASecond: number;
  readonly requestsAtOnce: number;
}

export interface HttpApiProps {
  readonly functions: ReadonlyMap<ApiOperation, IFunction>;
  readonly settings: ApiSettings;
  readonly logs: LogKeeping;
}

/** Seconds after which API Gateway gives a function up: some more than it has itself, and nearly the most that there are. */
const integrationSeconds = 29;

/** Of each request: no address, no path with an id in it, and nothing of what was sent. */
const accessLogFormat = JSON.stringify({
  requestId: '$context.requestId',
  requestTime: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  error: '$context.error.responseType',
  integrationStatus: '$context.integration.integrationStatus',
  integrationLatency: '$context.integration.latency',
  responseLatency: '$context.responseLatency',
  responseLength: '$context.responseLength',
});

/**
 * An HTTP API with a route an operation. Every route has an authorizer: IAM's, or, where the settings name an issuer of tokens, one
 * that reads those. There is no way to leave it out.
 */
export class HttpApi extends Construct {
  readonly apiId: string;
  readonly url: string;

  constructor(scope: Construct, id: string, { functions, settings, logs }: HttpApiProps) {
    super(scope, id);
    const { jwt, cors, requestsASecond, requestsAtOnce } = settings;
    const api = new CfnApi(this, 'Api', {
      name: Fn.join('-', [Aws.STACK_NAME, 'orders']),
      protocolType: 'HTTP',
      description: 'Places, follows and cancels orders',
      corsConfiguration: Fn.conditionIf(cors.named.logicalId, corsFor(cors.origins), Aws.NO_VALUE),
    });
    this.apiId = api.ref;
    const authorizer = new CfnAuthorizer(this, 'Tokens', {
      apiId: api.ref,
      name: 'tokens',
      authorizerType: 'JWT',
      identitySource: ['$request.header.Authorization'],
      jwtConfiguration: { issuer: jwt.issuer, audience: [jwt.audience] },
    });
    authorizer.cfnOptions.condition = jwt.named;
    for (const [operation, fn] of functions) {
      const integration = new CfnIntegration(this, `${operation.functionName}Integration`, {
        apiId: api.ref,
        integrationType: 'AWS_PROXY',
        integrationUri: fn.functionArn,
        payloadFormatVersion: '2.0',
        timeoutInMillis: integrationSeconds * 1000,
      });
      const route = new CfnRoute(this, `${operation.functionName}Route`, {
        apiId: api.ref,
        routeKey: `${operation.method} ${operation.path}`,
        target: `integrations/${integration.ref}`,
        authorizationType: Token.asString(Fn.conditionIf(jwt.named.logicalId, 'JWT', 'AWS_IAM')),
        authorizerId: Token.asString(Fn.conditionIf(jwt.named.logicalId, authorizer.ref, Aws.NO_VALUE)),
      });
      acknowledge(route, 'apiRoutes');
      new CfnPermission(this, `${operation.functionName}Calls`, {
        action: 'lambda:InvokeFunction',
        functionName: fn.functionArn,
        principal: 'apigateway.amazonaws.com',
        sourceArn: Stack.of(this).formatArn({
          service: 'execute-api',
          resource: api.ref,
          resourceName: `*/${operation.method}${operation.path.replace(/\{\w+\}/g, '*')}`,
          arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
        }),
      });
    }
    const accessLogs = new LogGroup(this, 'AccessLogs', logs);
    const stage = new CfnStage(this, 'Stage', {
      apiId: api.ref,
      stageName: '$default',
      autoDeploy: true,
      // API Gateway takes the ARN without the `:*` at its end.
      accessLogSettings: {
        destinationArn: Fn.select(0, Fn.split(':*', accessLogs.logGroupArn)),
        format: accessLogFormat,
      },
      defaultRouteSettings: {
        throttlingRateLimit: requestsASecond,
        throttlingBurstLimit: requestsAtOnce,
        detailedMetricsEnabled: true,
      },
    });
    stage.node.addDependency(accessLogs);
    this.url = api.attrApiEndpoint;
  }
}

function corsFor(origins: readonly string[]): object {
  return {
    AllowOrigins: origins,
    AllowMethods: ['GET', 'POST'],
    AllowHeaders: ['authorization', 'content-type', 'idempotency-key'],
    ExposeHeaders: ['location', 'retry-after'],
    MaxAge: 600,
  };
}
