import { GIVEN } from './situations';
import { rule } from '../../../../src/guardrails/rules/lambda/url-cors-no-wildcard';
import { subjectOf } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

function url(cors: unknown, sections: object = {}): Situation {
  return subjectOf('AWS::Lambda::Url')({ AuthType: 'AWS_IAM', ...cors === undefined ? {} : { Cors: cors } }, sections);
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'no settings': url(undefined),
    'one site': url({ AllowOrigins: ['https://example.com'], AllowMethods: ['*'], AllowHeaders: ['*'] }),
    'one site with credentials': url({ AllowOrigins: ['https://example.com'], AllowMethods: ['GET'], AllowCredentials: true }),
    'every site below one': url({ AllowOrigins: ['https://*.example.com'] }),
    'the headers that begin so, with credentials': url({ AllowOrigins: ['https://example.com'], AllowHeaders: ['x-app-*', '*-app'], AllowCredentials: true }),
  },
  nonCompliant: {
    'every site': [url({ AllowOrigins: ['*'] }), 'Properties.Cors.AllowOrigins.0'],
    'every site among others': [url({ AllowOrigins: ['https://example.com', 'https://*'] }), 'Properties.Cors.AllowOrigins.1'],
    'every site beside one that is not known': [url({ AllowOrigins: [{ Ref: 'Given' }, '*'] }, GIVEN), 'Properties.Cors.AllowOrigins.1'],
    'every site, credentials given at deployment': [
      url({ AllowOrigins: ['*'], AllowCredentials: { Ref: 'Given' } }, GIVEN), 'Properties.Cors.AllowOrigins.0',
    ],
    'every method and header with credentials': [
      url({ AllowOrigins: ['https://example.com'], AllowMethods: ['*'], AllowHeaders: ['*'], AllowCredentials: 'true' }),
      'Properties.Cors.AllowMethods.0', 'Properties.Cors.AllowHeaders.0',
    ],
    'every site without TLS': [url({ AllowOrigins: ['http://*'] }), 'Properties.Cors.AllowOrigins.0'],
    'every site, with a blank': [url({ AllowOrigins: [' *'] }), 'Properties.Cors.AllowOrigins.0'],
  },
  insufficientData: {
    'a site given at deployment': url({ AllowOrigins: [{ Ref: 'Given' }] }, GIVEN),
    'credentials given at deployment': url({ AllowOrigins: ['https://example.com'], AllowCredentials: { Ref: 'Given' } }, GIVEN),
  },
};
