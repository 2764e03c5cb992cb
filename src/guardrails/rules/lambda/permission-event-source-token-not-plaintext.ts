import type { AppModel } from '../../engine/app-model';
import { parameterKey } from '../../engine/parameters';
import { Reference } from '../../engine/resolved';
import type { Opaque } from '../../engine/resolved';
import { defineRule } from '../../engine/rule';
import type { ParameterDeclaration } from '../../engine/template';
import { unknown } from '../../engine/unknown';
import { openPart } from '../../engine/value';
import { violation } from '../../engine/violation';
import { saysNoEcho } from '../cloudformation/no-echo-parameters';

export const rule = defineRule({
  id: 'lambda/permission-event-source-token-not-plaintext',
  title: 'Event source tokens of Lambda permissions are not written in the template',
  severity: 'high',
  resourceTypes: ['AWS::Lambda::Permission'],
  controls: {
    nist80053r5: ['IA-5(7)'],
    owaspServerless: ['S3'],
  },
  peers: {
    other: ['cfn_nag:F45'],
  },
  rationale: 'Whoever reads the template can claim to be the event source that the token stands for.',
  whenNotToUse: 'Alexa skills: the token is the id of the skill, which is no secret by itself.',
  fix: 'Pass `eventSourceToken` from a `CfnParameter` with `noEcho: true`, or as a dynamic reference: '
    + '`SecretValue.secretsManager(...).unsafeUnwrap()`.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
  ],
  outsideDefault: 'it is the opinion of one tool: the tokens that Lambda knows are ids of Alexa skills',
  check: (permission, app) => {
    const token = permission.get('EventSourceToken');
    const parts = token.parts();
    if (token.isAbsent) return 'NOT_APPLICABLE';
    if (parts === undefined) return unknown('text is expected here', token.location);
    if (parts.some((part) => typeof part !== 'string' && isHidden(part, app))) return 'COMPLIANT';
    const open = openPart(parts);
    if (open !== undefined && parameterBehind(open, app) === undefined) return unknown(open.why, token.location);
    // the location alone: what is written there belongs in no report
    return violation(token.location, open === undefined ? 'the token is written in clear text' : 'the token is a parameter without NoEcho');
  },
});

/** What the template refers to without showing it: a resource of the app, a dynamic reference, a parameter with NoEcho. */
function isHidden(part: Reference | Opaque, app: AppModel): boolean {
  if (part instanceof Reference || part.key.startsWith('{{resolve:')) return true;
  return saysNoEcho(parameterBehind(part, app));
}

function parameterBehind({ key }: Opaque, app: AppModel): ParameterDeclaration | undefined {
  for (const template of app.templates) {
    const name = Object.keys(template.parameters).find((each) => parameterKey(each, template) === key);
    if (name !== undefined) return template.parameters[name];
  }
  return undefined;
}
