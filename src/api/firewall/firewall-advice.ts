import { Annotations } from 'aws-cdk-lib';
import { BASIC_PRICE_CAPACITY } from './web-acl-capacity';
import type { WebFirewall } from './web-firewall';
import { warn } from '../../private/misuse';

/** Says at synth what a firewall costs beyond its base price, and that it protects nothing, where that is so. */
export function adviseAtSynth(firewall: WebFirewall, protectsNothing: () => boolean): void {
  const { path } = firewall.node;
  firewall.node.addValidation({
    validate: () => {
      if (firewall.capacity > BASIC_PRICE_CAPACITY) {
        warn(firewall, 'web-acl-price', `[${path}] needs ${firewall.capacity} capacity units. Above ${BASIC_PRICE_CAPACITY}, AWS WAF charges `
          + '0.20 USD more per million requests for every further 500 units.');
      }
      if (protectsNothing()) {
        // a note, not a warning: the stage may be associated by other means
        Annotations.of(firewall).addInfoV2('cdk-hardened:firewall-without-stage',
          `[${path}] protects nothing yet. Pass it to SecureApi, SecureUserPool or SecureSite as firewall, or call associate(stage), `
          + 'associateUserPool(userPool) or associateDistribution(distribution).');
      }
      return [];
    },
  });
}
