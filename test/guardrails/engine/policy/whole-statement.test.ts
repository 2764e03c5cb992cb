import { appOf, resourceOf } from './app-of';
import { aboutWholeStatement } from '../../../../src/guardrails/engine/policy/whole-statement';
import type { Resource } from '../../../../src/guardrails/engine/resource';
import type { Violation } from '../../../../src/guardrails/engine/violation';

const VIOLATION: Violation = { location: 'Properties.Principal', message: 'everybody may' };
const PERMISSION = { FunctionName: 'orders', Action: 'lambda:InvokeFunction', Principal: '*' };

/** The properties, as they are written. */
const written = (json: object): unknown => expect.objectContaining({ json });

function resource(Type: string, Properties: object): Resource {
  return resourceOf(appOf({ Subject: { Type, Properties } }), 'Subject');
}

test('what is said of a resource that is one statement is about the statement', () => {
  const permission = resource('AWS::Lambda::Permission', PERMISSION);
  expect(aboutWholeStatement(permission, VIOLATION)).toEqual({ ...VIOLATION, about: written(PERMISSION) });
  expect(aboutWholeStatement(permission, { ...VIOLATION, about: 'a part' })).toEqual({ ...VIOLATION, about: ['a part', written(PERMISSION)] });
  expect(aboutWholeStatement(permission, [VIOLATION, { ...VIOLATION, about: 'a part' }])).toEqual([
    { ...VIOLATION, about: written(PERMISSION) }, { ...VIOLATION, about: ['a part', written(PERMISSION)] },
  ]);
});

test('verdicts stay as they are, and so does what is said of other resources', () => {
  expect(aboutWholeStatement(resource('AWS::Lambda::Permission', PERMISSION), 'COMPLIANT')).toBe('COMPLIANT');
  expect(aboutWholeStatement(resource('AWS::SNS::Topic', {}), VIOLATION)).toBe(VIOLATION);
});

test('a resource that holds a document in the place of the statement is judged by the document', () => {
  const inWords = { StatementId: 'a', Principal: '*', Action: 'events:PutEvents' };
  expect(aboutWholeStatement(resource('AWS::Events::EventBusPolicy', inWords), VIOLATION)).toEqual({ ...VIOLATION, about: written(inWords) });
  expect(aboutWholeStatement(resource('AWS::Events::EventBusPolicy', { StatementId: 'a', Statement: { Effect: 'Allow' } }), VIOLATION)).toBe(VIOLATION);
});
