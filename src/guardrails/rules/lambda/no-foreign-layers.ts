import { AWS_LAYER_ACCOUNTS } from './aws-layer-accounts';
import { Opaque } from '../../engine/resolved';
import type { Outcome } from '../../engine/rule';
import { defineRule } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';
import { every, violation } from '../../engine/violation';

export const rule = defineRule<{ readonly trustedAccounts: readonly string[] }>({
  id: 'lambda/no-foreign-layers',
  title: 'Layers of Lambda functions come from the own account, from AWS or from a trusted publisher',
  severity: 'high',
  resourceTypes: ['AWS::Lambda::Function'],
  controls: {},
  peers: {
    prowler: ['awslambda_function_using_cross_account_layers'],
  },
  rationale: 'A layer\'s code runs inside the function with its role: whoever publishes it, or takes over that account, reads every '
    + 'event and secret.',
  whenNotToUse: 'Publishers that you trust: name their accounts in the option `trustedAccounts`.',
  fix: 'Publish a copy as `lambda.LayerVersion` in your own account, or install the package into the function\'s own bundle.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/adding-layers.html',
  ],
  partly: 'Which account a layer belongs to where its ARN is only given at deployment.',
  options: {
    trustedAccounts: {
      type: 'string[]',
      description: 'Account ids of publishers that are trusted, beside the own account. The default is the accounts in which AWS publishes layers.',
      default: AWS_LAYER_ACCOUNTS,
    },
  },
  check: (fn, _app, { trustedAccounts }) => {
    const layers = fn.get('Layers').list();
    return layers.length === 0 ? 'NOT_APPLICABLE' : every(layers, (layer) => judgeLayer(layer, fn.template.root.facts.account, trustedAccounts));
  },
});

/** What makes a layer of the app's own. */
const LAYERS: ReadonlySet<string> = new Set(['AWS::Lambda::LayerVersion', 'AWS::Serverless::LayerVersion']);

function judgeLayer(layer: Value, ownAccount: string | undefined, trusted: readonly string[]): Outcome {
  if (LAYERS.has(layer.target()?.type ?? '')) return 'COMPLIANT';
  const account = accountIn(layer);
  if (account === OWN) return 'COMPLIANT';
  if (account === undefined) return unknown(layer.whyUnknown ?? 'the ARN of a layer is expected here', layer.location);
  if (account === ownAccount || trusted.includes(account)) return 'COMPLIANT';
  if (ownAccount === undefined) return unknown('the account that the stack is deployed to is not known', layer.location);
  return violation(layer, `the layer belongs to account ${account}`);
}

/** Stands for the account of the stack. */
const OWN = 'own';

/** The account in the ARN, as far as it is written there. */
function accountIn(layer: Value): string | undefined {
  const text = layer.parts()?.map((part) => {
    if (typeof part === 'string') return part;
    return part instanceof Opaque && part.why === 'AWS::AccountId' ? OWN : '?';
  }).join('');
  return /^arn:[^:]*:lambda:[^:]*:(\d{12}|own):layer:/.exec(text ?? '')?.[1];
}
