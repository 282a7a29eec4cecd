import { Duration } from 'aws-cdk-lib';
import { Architecture, Code, type FunctionProps, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { bundleFolder } from './bundle-folder.ts';

interface BundledFunction extends Readonly<Parameters<typeof bundleFolder>[0]> {
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
}

/** What every function here is: its built bundle, on the runtime for which it was built, traced, with lines of JSON in its log. */
export function bundledFunction({ memoryMb, timeoutSeconds, ...bundle }: BundledFunction) {
  return {
    code: Code.fromAsset(bundleFolder(bundle)),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: memoryMb,
    timeout: Duration.seconds(timeoutSeconds),
    tracing: Tracing.ACTIVE,
    loggingFormat: LoggingFormat.JSON,
  } satisfies FunctionProps;
}
