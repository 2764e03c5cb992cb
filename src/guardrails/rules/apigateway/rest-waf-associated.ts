import { isArnOfStage } from './stage-references';
import { REST_STAGES, ofStage } from './stage-settings';
import { defineRule } from '../../engine/rule';
import { some, violation } from '../../engine/violation';

export const rule = defineRule({
  id: 'apigateway/rest-waf-associated',
  title: 'Stages of REST APIs are behind a web ACL of AWS WAF',
  severity: 'medium',
  resourceTypes: REST_STAGES,
  controls: {
    fsbp: ['APIGateway.4'],
    pciDss4: ['1.2.8', '1.3.1', '1.3.2', '1.4.1', '1.4.2', '1.4.4', '1.5.1', '6.4.1', '6.4.2', 'A1.1.3'],
    nist80053r5: ['AC-4(21)'],
    wellArchitected: ['SEC05-BP01'],
  },
  peers: {
    cdkNag: ['APIGWAssociatedWithWAF'],
    prowler: ['apigateway_restapi_waf_acl_attached'],
    other: ['checkov-tf:CKV2_AWS_29', 'config:api-gw-associated-with-waf'],
  },
  rationale: 'Without a firewall, scanners, known exploits and floods from single addresses reach the authorizers and the code behind the API.',
  whenNotToUse: 'APIs behind a CloudFront distribution that has a web ACL and is the only way in, and private APIs. A web ACL is billed by the'
    + ' month.',
  fix: 'Create a `wafv2.CfnWebACLAssociation` with `resourceArn: api.deploymentStage.stageArn` and the ARN of a regional `CfnWebACL`.',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-4',
  ],
  partly: 'An association that another app, AWS Firewall Manager or somebody by hand makes is not seen.',
  divergences: [{
    peer: 'cdkNag:APIGWAssociatedWithWAF',
    how: 'It looks for associations in the stack of the stage only.',
    source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/apigw/APIGWAssociatedWithWAF.ts',
  }],
  check: ofStage(() => (stage, app) => {
    const associations = app.ofType('AWS::WAFv2::WebACLAssociation');
    if (some(associations, (association) => isArnOfStage(association.get('ResourceArn'), stage))) return 'COMPLIANT';
    return violation('Properties', 'no web ACL is associated with it');
  }),
  remediation: { kind: 'companion', adds: 'a web ACL and its association with the stage' },
});
