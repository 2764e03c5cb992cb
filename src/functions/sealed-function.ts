import type { CfnResource } from 'aws-cdk-lib';
import type { SecureFunction } from './secure-function';
import { isPastEndOfLife } from '../private/runtime-deprecation';
import { seal, stays, staysEqual, staysSet } from '../private/seal';

/** Fails the synth when something has undone a protection of the function itself. */
export function sealFunction(owner: SecureFunction): void {
  const own = 'Change the props of the construct instead.';
  seal(owner, owner.lambdaFunction.node.defaultChild as CfnResource, [
    staysSet('KmsKeyArn', 'the environment is encrypted with a customer-managed key', 'Pass another key as encryptionKey.'),
    stays('TracingConfig.Mode', 'Active', 'requests are traced', 'Leave tracing on; the role allows it and the first 100,000 traces a month are free.'),
    stays('RecursiveLoop', 'Terminate', 'Lambda ends recursive loops', 'Break the loop: write to another queue, topic or bucket than the one that invokes.'),
    stays('LoggingConfig.LogFormat', 'JSON', 'logs are JSON, so that log levels and filters work', own),
    staysEqual(owner, 'LoggingConfig.LogGroup', owner.logGroup.logGroupName, 'logs go to the encrypted log group', 'Set logRetention or encryptionKey instead.'),
    staysEqual(owner, 'Role', owner.role.roleArn, 'the function has a role of its own', 'Add what the code needs with grants or addToRolePolicy.'),
    {
      path: 'Runtime',
      promise: 'AWS patches its runtime',
      instead: 'Set runtime, or leave it out.',
      holds: (name) => typeof name !== 'string' || !isPastEndOfLife(name),
    },
    staysSet('Timeout', 'the timeout is explicit', own),
    staysSet('MemorySize', 'the memory is explicit', own),
  ]);
}
