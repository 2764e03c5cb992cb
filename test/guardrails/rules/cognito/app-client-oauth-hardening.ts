import { rule } from '../../../../src/guardrails/rules/cognito/app-client-oauth-hardening';
import { given, resources, subjectOf } from '../verdicts';
import type { Verdicts } from '../verdicts';

const TYPE = 'AWS::Cognito::UserPoolClient';
const client = subjectOf(TYPE);
const PARAMETERS = { Parameters: { Given: { Type: 'String' } } };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'nothing said': client({ UserPoolId: 'eu-west-1_a' }),
    'code grant and SRP': client({
      AllowedOAuthFlows: ['code'], CallbackURLs: ['https://example.com/cb'], ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    }),
    'machines': client({ AllowedOAuthFlows: ['client_credentials'] }),
    'the own machine': client({ CallbackURLs: ['http://localhost:3000/cb', 'http://localhost', 'http://127.0.0.1:8080', 'http://[::1]/cb'] }),
    'HTTPS at a host that is not known': client({ CallbackURLs: [{ 'Fn::Sub': 'https://${Given}/cb' }] }, PARAMETERS),
    'HTTPS at a distribution': resources({
      Subject: { Type: TYPE, Properties: { CallbackURLs: [{ 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': ['Site', 'DomainName'] }]] }] } },
      Site: { Type: 'AWS::CloudFront::Distribution', Properties: {} },
    }),
    'the scheme of an own app': given({ appSchemes: ['com.example.shop'] }, client({ CallbackURLs: ['com.example.Shop://cb'] })),
  },
  nonCompliant: {
    'the implicit grant': [client({ AllowedOAuthFlows: ['code', 'implicit'] }), 'Properties.AllowedOAuthFlows.1'],
    'as CDK makes a client without settings': [
      client({ AllowedOAuthFlows: ['implicit', 'code'], AllowedOAuthFlowsUserPoolClient: true, CallbackURLs: ['https://example.com'] }),
      'Properties.AllowedOAuthFlows.0',
    ],
    'a callback without TLS': [client({ CallbackURLs: ['https://a.example.com', 'http://b.example.com'] }), 'Properties.CallbackURLs.1'],
    'a host that only starts like the own machine': [client({ CallbackURLs: ['http://localhost.example.com'] }), 'Properties.CallbackURLs.0'],
    'a callback without TLS at a host that is not known': [
      client({ CallbackURLs: [{ 'Fn::Sub': 'http://${Given}/cb' }] }, PARAMETERS), 'Properties.CallbackURLs.0',
    ],
    'a scheme that nobody named': [client({ CallbackURLs: ['myapp://cb'] }), 'Properties.CallbackURLs.0'],
    'a callback without a scheme': [client({ CallbackURLs: ['example.com'] }), 'Properties.CallbackURLs.0'],
    'the password in the request': [client({ ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] }), 'Properties.ExplicitAuthFlows.0'],
    'the password in requests of the server': [
      client({ ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_ADMIN_USER_PASSWORD_AUTH'] }), 'Properties.ExplicitAuthFlows.1',
    ],
    'the same by their former names': [
      client({ ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH', 'USER_PASSWORD_AUTH'] }), 'Properties.ExplicitAuthFlows.0', 'Properties.ExplicitAuthFlows.1',
    ],
    'a flow beside callbacks that are not known': [
      client({ AllowedOAuthFlows: ['implicit'], CallbackURLs: [{ Ref: 'Given' }] }, PARAMETERS), 'Properties.AllowedOAuthFlows.0',
    ],
    'a list of callbacks in the default of a parameter': [
      client({ CallbackURLs: { Ref: 'Urls' } }, { Parameters: { Urls: { Type: 'CommaDelimitedList', Default: 'https://a.example.com, http://b.example.com' } } }),
      'Properties.CallbackURLs.1',
    ],
    'a scheme that is none of the own apps': [given({ appSchemes: ['com.example.shop'] }, client({ CallbackURLs: ['com.example.other://cb'] })), 'Properties.CallbackURLs.0'],
    'the own machine, or a host that starts like it': [client({ CallbackURLs: [{ 'Fn::Sub': 'http://localhost${Given}' }] }, PARAMETERS), 'Properties.CallbackURLs.0'],
  },
  insufficientData: {
    'a callback by a parameter': client({ CallbackURLs: [{ Ref: 'Given' }] }, PARAMETERS),
    'a callback at the start of which a parameter stands': client({ CallbackURLs: [{ 'Fn::Sub': '${Given}/cb' }] }, PARAMETERS),
    'a scheme of which a part is not known': client({ CallbackURLs: [{ 'Fn::Sub': 'http${Given}' }] }, PARAMETERS),
    'flows by a parameter': client({ ExplicitAuthFlows: [{ Ref: 'Given' }] }, PARAMETERS),
    'an attribute of another resource': resources({
      Subject: { Type: TYPE, Properties: { CallbackURLs: [{ 'Fn::GetAtt': ['Url', 'FunctionUrl'] }] } },
      Url: { Type: 'AWS::Lambda::Url', Properties: {} },
    }),
  },
};
