import { describeService } from './judge-verdicts';
import { filterPattern } from '../../../src/guardrails/rules/cloudwatch/filter-pattern';

describeService('cloudwatch');

describe('a pattern of a metric filter', () => {
  const EVENT = { eventName: 'DeleteTrail', errorCode: 'Client.Unauthorized', userIdentity: { 'type': 'Root', 'a.b': 1 }, count: 3 };

  test.each<[string, boolean]>([
    ['', true], ['  ', true],
    ['{ $.eventName = "DeleteTrail" }', true], ['{ $.eventName = DeleteTrail }', true], ['{$.eventName=DeleteTrail}', true], ['{ $.eventName = "StopLogging" }', false],
    ['{ $.eventName != "StopLogging" }', true], ['{ $.eventName != "DeleteTrail" }', false],
    ['{ $.eventName = "Delete*" }', true], ['{ $.eventName = "*Trail" }', true], ['{ $.eventName = "Delete" }', false], ['{ $.eventName = "Trail" }', false],
    ['{ $.eventName = "**" }', true], ['{ $.errorCode = "*.Unauthorized" }', true], ['{ $.errorCode = "ClientxUnauthorized" }', false],
    ['{ $.userIdentity.type = "Root" }', true], ['{ $.userIdentity.type.more = "Root" }', false], ['{ $.missing.type = "Root" }', false], ['{ $.missing != "Root" }', true],
    ['{ $.missing NOT EXISTS }', true], ['{ $.eventName NOT EXISTS }', false], ['{ $.count = 3 }', false],
    ['{ ($.eventName = "a") || ($.eventName = "DeleteTrail") }', true], ['{ ($.eventName = "a") || ($.eventName = "b") }', false],
    ['{ ($.eventName = "DeleteTrail") && ($.userIdentity.type = "Root") }', true], ['{ ($.eventName = "DeleteTrail") && ($.userIdentity.type = "User") }', false],
    ['{ $.eventName = a && $.eventName = b || $.userIdentity.type = Root }', true],
    ['{ $.eventName = a && ($.eventName = b || $.userIdentity.type = Root) }', false],
    ['{ ((($.eventName = DeleteTrail))) }', true],
    ['{ ($.eventName = a) || ($.eventName = b) || ($.eventName = DeleteTrail) }', true],
    ['\n{\n$.eventName = "a" ||\n$.eventName = DeleteTrail }\n', true],
  ])('%j matches: %j', (pattern, expected) => expect(filterPattern(pattern)!(EVENT)).toBe(expected));

  test.each([
    'ERROR', '[ip, user]', '{ $.eventName = "a" } x', 'x { $.eventName = "a" }', '{ }', '{ $.eventName }', '{ $.eventName = }', '{ = a }', '{ eventName = a }',
    '{ $.eventName = "a" || }', '{ $.eventName = "a" && }', '{ || $.eventName = "a" }', '{ ($.eventName = "a" }', '{ $.eventName = "a") }', '{ $.eventName = ( }',
    '{ $.eventName = ) }', '{ $.eventName = && }', '{ $.eventName = || }', '{ $.eventName = = }', '{ $.eventName = != }', '{ $.count > 3 }', '{ $.count < 3 }',
    '{ $.eventName = %a% }', '{ $.eventName IS TRUE }', '{ $.eventName NOT THERE }', '{ $.eventName = "a" $.eventName = "b" }', '{ $.eventName = "a\\"b" }', '{ $.a = "b }',
    '{ $.a = b | $.a = c }', '{ $.a = b & $.a = c }', '{ ! $.a = b }', '{ () }', '{ $.eventName EXISTS a }',
  ])('%j is of another form', (pattern) => expect(filterPattern(pattern)).toBeUndefined());
});
