import { isImage } from './functions';
import { judgePackage } from './packaged-code';
import { REFERENCE } from '../../../private/literal-text';
import { secretInCode } from '../../../private/secret-detection/detect';
import type { Outcome } from '../../engine/rule';
import { defineRule } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { openPart } from '../../engine/value';
import type { Value } from '../../engine/value';
import { violation } from '../../engine/violation';

export const rule = defineRule<{ readonly searchPackages: boolean }>({
  id: 'lambda/no-secrets-in-code',
  title: 'The code of Lambda functions holds no credentials',
  severity: 'critical',
  resourceTypes: ['AWS::Lambda::Function'],
  controls: {
    nist80053r5: ['IA-5(7)'],
    wellArchitected: ['SEC02-BP03'],
    owaspServerless: ['S3', 'S6'],
  },
  peers: {
    prowler: ['awslambda_function_no_secrets_in_code'],
  },
  rationale: 'Whoever may read the template or download the function\'s code has the credential, and so has everybody with access to the source.',
  whenNotToUse: 'Test data that looks like a credential: waive it with the reason.',
  fix: 'Store the value in Secrets Manager or as an SSM SecureString, and let the code read it at run time.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/security-configuration.html',
    'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_identities_secrets.html',
  ],
  partly: 'Container images and packages that are not staged beside the template; in packages only credentials of recognizable form.',
  options: {
    searchPackages: {
      type: 'boolean',
      description: 'Also search the folders that CDK staged beside the template, up to 2 MiB each: about a quarter of a second for each function.',
      default: false,
    },
  },
  check: (fn, _app, { searchPackages }) => {
    const code = fn.get('Code');
    if (code.isKnown && !code.isObject) return unknown('its code is in a folder, which is only uploaded when the template is packaged', code.location);
    if (!code.get('ZipFile').isAbsent) return judgeInlineCode(code.get('ZipFile'));
    if (isImage(fn)) return unknown('its code is in a container image', code.location);
    return searchPackages ? judgePackage(fn, code.get('S3Key')) : unknown('its code is in a package (see the option searchPackages)', code.location);
  },
  unreachable: {
    NOT_APPLICABLE: 'every function has code',
  },
});

function judgeInlineCode(value: Value): Outcome {
  const parts = value.parts();
  if (parts === undefined) return unknown('text is expected here', value.location);
  const found = secretInCode(parts.map((part) => (typeof part === 'string' ? part : REFERENCE)).join(''));
  // the location alone: what is written there belongs in no report
  if (found) return violation(value.location, `the inline code holds ${found.kind}`, found.kind);
  const open = openPart(parts);
  return open === undefined ? 'COMPLIANT' : unknown(open.why, value.location);
}
