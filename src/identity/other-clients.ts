import type * as cognito from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { clientPromises } from './client-promises';
import { clientsOfPool } from './clients-of-pool';
import type { WebFirewall } from '../api/firewall/web-firewall';
import { describeMisuse } from '../private/misuse';
import { resolveResource } from '../private/resolved-resource';
import { valueAt } from '../private/seal';

/** Holds clients that were made on the exposed pool to the same promises: by default, CDK's have the implicit flow and a placeholder. */
export function watchOtherClients(owner: Construct, userPool: cognito.UserPool, firewall: WebFirewall, own: () => cognito.UserPoolClient[]): void {
  owner.node.addValidation({
    validate: () => clientsOfPool(owner, userPool)
      .filter((client) => !own().some((each) => each.node.defaultChild === client))
      .flatMap((client) => clientPromises(owner, firewall)
        .map((promise) => ({ promise, value: valueAt(resolveResource(client).Properties, promise.path) }))
        .filter(({ promise, value }) => !promise.holds(value, resolveResource(client)))
        .map(({ promise, value }) => describeMisuse(owner, {
          prop: `client ${client.node.path} ${promise.path}`,
          value: value ?? 'absent',
          problem: `every client of this pool promises that ${promise.promise}`,
          instead: promise.instead,
        }))),
  });
}
