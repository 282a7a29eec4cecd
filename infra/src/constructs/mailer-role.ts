import { ArnFormat, Fn, Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { ConfigurationSet } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import { mayKeepItems } from './may-keep-items.ts';

export interface MailerRoleProps {
  /** From whom letters come. */
  readonly sender: string;
  readonly configurationSet: ConfigurationSet;
  readonly table: ITable;
  readonly logGroup: ILogGroup;
}

/** What the mailer may do: write its own log, keep its table, and send from one address. The queue is added by the function. */
export class MailerRole extends Role {
  constructor(scope: Construct, id: string, { sender, configurationSet, table, logGroup }: MailerRoleProps) {
    super(scope, id, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: 'Writes to customers: the mailer of the order workflow',
    });
    logGroup.grantWrite(this);
    mayKeepItems(this, table, ['dynamodb:GetItem', 'dynamodb:PutItem']);
    const named = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({ service: 'ses', resource, resourceName, arnFormat: ArnFormat.SLASH_RESOURCE_NAME });
    // Either the address is verified or its domain. In the sandbox SES asks for the identity of a customer, too, and says so.
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsimpleemailservicev2.html
    this.addToPolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        resources: [
          named('identity', sender),
          named('identity', Fn.select(1, Fn.split('@', sender))),
          named('configuration-set', configurationSet.configurationSetName),
        ],
        conditions: { StringEquals: { 'ses:FromAddress': sender } },
      }),
    );
  }
}
