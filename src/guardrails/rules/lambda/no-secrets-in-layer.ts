import { judgePackage } from './packaged-code';
import { defineRule } from '../../engine/rule';

export const rule = defineRule({
  id: 'lambda/no-secrets-in-layer',
  title: 'The contents of Lambda layers hold no credentials',
  severity: 'high',
  resourceTypes: ['AWS::Lambda::LayerVersion'],
  controls: {
    nist80053r5: ['IA-5(7)'],
    owaspServerless: ['S3'],
  },
  peers: {
    prowler: ['awslambda_layer_no_secrets_in_content'],
  },
  rationale: 'A layer is downloaded by everybody who may use it, which can be other accounts, and with it every key that was packed by mistake.',
  whenNotToUse: 'Layers with test data that looks like a credential: waive it with the reason.',
  fix: 'Keep credentials and `.env` files out of the folder of `lambda.Code.fromAsset` (`exclude`), and read secrets from '
    + 'Secrets Manager at run time.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html',
    'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_identities_secrets.html',
  ],
  partly: 'Layers that CDK did not stage beside the template, and what goes beyond the first 2 MiB; only credentials of recognizable form.',
  outsideDefault: 'it reads the files of each layer, which takes about a quarter of a second for each',
  check: (layer) => judgePackage(layer, layer.get('Content').get('S3Key')),
  unreachable: {
    NOT_APPLICABLE: 'every layer has contents',
  },
});
