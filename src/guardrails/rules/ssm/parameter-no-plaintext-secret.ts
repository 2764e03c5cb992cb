import { REFERENCE } from '../../../private/literal-text';
import { secretInVariable } from '../../../private/secret-detection/detect';
import { defineRule } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { openPart } from '../../engine/value';
import { violation } from '../../engine/violation';
import { isCutFromHarmless } from '../cut-text';
import { secretReferredTo } from '../plain-variables';

export const rule = defineRule({
  id: 'ssm/parameter-no-plaintext-secret',
  title: 'Parameters of Systems Manager that CloudFormation creates hold no credentials',
  severity: 'high',
  resourceTypes: ['AWS::SSM::Parameter'],
  controls: {
    owaspServerless: ['S3'],
  },
  peers: {
    checkov: ['CKV_AWS_384'],
    other: ['checkov-tf:CKV2_AWS_34', 'checkov-tf:CKV_AWS_337'],
  },
  rationale: 'CloudFormation cannot create a SecureString: the credential is stored in clear text, and stands in the template for everybody '
    + 'who reads it.',
  whenNotToUse: 'Values that look like credentials and are none, such as publishable keys: waive those with the reason.',
  fix: 'Keep the credential in a `secretsmanager.Secret` and only its ARN in the parameter, or create a SecureString outside the app and refer to it by '
    + '`ssm.StringParameter.fromSecureStringParameterAttributes`.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ssm-parameter.html',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html',
  ],
  partly: 'Values that are only given at deployment.',
  check: (parameter) => {
    const value = parameter.get('Value');
    const parts = value.parts();
    if (parts === undefined) return unknown('text is expected here', value.location);
    // the location alone: what is written there belongs in no report
    const referredTo = secretReferredTo(parts, parameter.properties.raw('Value'), parameter.template);
    if (referredTo !== undefined) return violation(value.location, `it holds ${referredTo}`);
    const text = parts.map((part) => (typeof part === 'string' ? part : REFERENCE)).join('');
    const name = parameter.get('Name');
    const called = name.textWith('') ?? parameter.logicalId;
    const found = secretInVariable(called, text);
    if (found !== undefined) return violation(value.location, `it holds ${found.kind}`);
    // what the end of its name says may decide
    if (/\u0000[^/]*$/.test(name.textWith('\u0000') ?? '') && secretInVariable('password', text) !== undefined) {
      return unknown(name.whyUnknown ?? 'its name is only known after deployment', name.location);
    }
    const open = openPart(parts);
    const isHarmless = open === undefined || isCutFromHarmless(called, parameter.properties.raw('Value'), parameter.template);
    return isHarmless ? 'COMPLIANT' : unknown(open.why, value.location);
  },
  unreachable: { NOT_APPLICABLE: 'every parameter has a value' },
});
