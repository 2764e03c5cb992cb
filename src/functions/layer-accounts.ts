import { Arn, ArnFormat, CfnResource, Stack } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { isLiteral, requireLiteral } from '../private/literal';
import { describeMisuse, fail, Misuse, warn } from '../private/misuse';
import { resolveResource } from '../private/resolved-resource';

/** Refuses layers whose literal ARN belongs to another account: their code runs with the permissions of the function. */
export function validateLayers(scope: Construct, layers: lambda.ILayerVersion[], trustedAccounts: string[]): void {
  for (const trusted of trustedAccounts) requireLiteral(scope, 'trustedLayerAccounts', trusted);
  for (const { layerVersionArn } of layers) {
    const account = isLiteral(layerVersionArn) ? foreignAccountOf(scope, layerVersionArn, trustedAccounts) : undefined;
    if (account === undefined) continue;
    if (isLiteral(Stack.of(scope).account)) fail(scope, misuseOf(layerVersionArn, account));
    warnOf(scope, layerVersionArn);
  }
}

/** The same for layers that were added to the exposed function, or by Aspects and escape hatches. */
export function watchLayers(scope: Construct, target: lambda.Function, known: lambda.ILayerVersion[], trustedAccounts: string[]): void {
  scope.node.addValidation({
    validate: () => {
      const emitted = (resolveResource(target.node.defaultChild as CfnResource).Properties?.Layers ?? []) as unknown[];
      const added = emitted.filter((arn): arn is string => typeof arn === 'string' && !known.some((layer) => layer.layerVersionArn === arn));
      return added.flatMap((arn) => {
        const account = foreignAccountOf(scope, arn, trustedAccounts);
        if (account === undefined) return [];
        if (isLiteral(Stack.of(scope).account)) return [describeMisuse(scope, misuseOf(arn, account))];
        warnOf(scope, arn);
        return [];
      });
    },
  });
}

function foreignAccountOf(scope: Construct, layerVersionArn: string, trustedAccounts: string[]): string | undefined {
  const account = Arn.split(layerVersionArn, ArnFormat.COLON_RESOURCE_NAME).account ?? '';
  return account === Stack.of(scope).account || trustedAccounts.includes(account) ? undefined : account;
}

function misuseOf(layerVersionArn: string, account: string): Misuse {
  return {
    prop: 'layers',
    value: layerVersionArn,
    problem: `it belongs to account ${account}, whose owner can run code with the permissions of the function`,
    instead: `Copy the layer to your account, or write trustedLayerAccounts: ['${account}'] if you trust it.`,
  };
}

function warnOf(scope: Construct, layerVersionArn: string): void {
  warn(scope, 'layer-account', `[${scope.node.path}] Layer ${layerVersionArn} must belong to the account that this stack is deployed to, `
    + 'which is not known here: its code runs with the permissions of the function. Name its account in trustedLayerAccounts.');
}
