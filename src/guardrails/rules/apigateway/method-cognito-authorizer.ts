import { all, mustBe, mustBeSet } from '../../engine/checks';
import { defineRule } from '../../engine/rule';

const CHECK = all(mustBe('AuthorizationType', 'COGNITO_USER_POOLS'), mustBeSet('AuthorizerId'));

export const rule = defineRule({
  id: 'apigateway/method-cognito-authorizer',
  title: 'Methods of REST APIs authorize their callers by a Cognito user pool',
  severity: 'low',
  resourceTypes: ['AWS::ApiGateway::Method'],
  controls: {
    owaspServerless: ['S2'],
  },
  peers: {
    cdkNag: ['CognitoUserPoolAPIGWAuthorizer'],
  },
  rationale: 'One place that issues and checks tokens is easier to keep right than an authorizer of one\'s own for each API.',
  whenNotToUse: 'APIs for other AWS accounts and roles (AWS_IAM), and users of another identity provider.',
  fix: 'Set `authorizer: new apigateway.CognitoUserPoolsAuthorizer(...)` and `authorizationType: apigateway.AuthorizationType.COGNITO` on the'
    + ' method.',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html'],
  absent: {
    means: 'The method is open, as with NONE.',
    source: 'https://docs.aws.amazon.com/apigateway/latest/api/API_Method.html',
  },
  outsideDefault: 'an opinion: IAM, Lambda and JWT authorizers are as good; apigateway/method-authorization takes any of them',
  divergences: [{
    peer: 'cdkNag:CognitoUserPoolAPIGWAuthorizer',
    how: 'It does not ask whether an authorizer is named.',
    source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/cognito/CognitoUserPoolAPIGWAuthorizer.ts',
  }],
  check: (method, app, options) => (method.get('HttpMethod').is('OPTIONS') ? 'NOT_APPLICABLE' : CHECK(method, app, options)),
});
