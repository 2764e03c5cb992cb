import { resources, subjectOf } from '../verdicts';
import type { Situation } from '../verdicts';

export const stage = subjectOf('AWS::ApiGateway::Stage');
export const restApi = subjectOf('AWS::ApiGateway::RestApi');

const deployment = subjectOf('AWS::ApiGateway::Deployment');

/** A deployment that makes a stage. */
export function describedStage(description?: object): Situation {
  return deployment({ RestApiId: 'abc123', StageName: 'prod', StageDescription: description });
}

/** A deployment that describes a stage and forgets its name. */
export function describedWithoutName(description: object): Situation {
  return deployment({ StageDescription: description });
}

/** A deployment that makes none: rules of stages say nothing of it. */
export const NO_STAGE = deployment({ RestApiId: 'abc123' });

/** What is said for all methods, and for single ones. */
export function forAllMethods(settings: object, ...others: readonly object[]): Situation {
  return stage({ MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', ...settings }, ...others] });
}

/** A parameter whose value nobody knows. */
export const GIVEN = { Parameters: { Given: { Type: 'String' } } };

/** A stage of an API of the app, beside other resources. */
export function stageAmong(others: Readonly<Record<string, object>>, sections?: object): Situation {
  return resources({
    Api: { Type: 'AWS::ApiGateway::RestApi' },
    Subject: { Type: 'AWS::ApiGateway::Stage', Properties: { RestApiId: { Ref: 'Api' }, StageName: 'prod' } },
    ...others,
  }, sections);
}
