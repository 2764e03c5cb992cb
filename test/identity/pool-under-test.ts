import type { Stack } from 'aws-cdk-lib';
import { AppClientOptions, SecureUserPool, SecureUserPoolProps, SignInDomain, WebFirewall } from '../../src';

/** One firewall for all pools of a stack: a second one would be most of each template. */
function firewallOf(stack: Stack): WebFirewall {
  return (stack.node.tryFindChild('Firewall') as WebFirewall | undefined) ?? new WebFirewall(stack, 'Firewall');
}

export function usersIn(stack: Stack, props: Partial<SecureUserPoolProps> = {}): SecureUserPool {
  const firewall = 'firewall' in props ? props.firewall : firewallOf(stack);
  return new SecureUserPool(stack, 'Users', { signInDomain: SignInDomain.prefix('shop-accounts'), ...props, firewall });
}

export const CLIENT: AppClientOptions = { callbackUrls: ['https://shop.example.com/callback'], scopes: ['openid', 'orders/read'] };
