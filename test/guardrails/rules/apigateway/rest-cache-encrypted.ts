import { rule } from '../../../../src/guardrails/rules/apigateway/rest-cache-encrypted';
import type { Verdicts } from '../verdicts';
import { GIVEN, NO_STAGE, describedStage, describedWithoutName, forAllMethods, stage } from './situations';

const ONE = { HttpMethod: 'GET', ResourcePath: '/orders' };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'encrypted': forAllMethods({ CachingEnabled: true, CacheDataEncrypted: true }),
    'as text': forAllMethods({ CachingEnabled: 'true', CacheDataEncrypted: 'true' }),
    'one method caches nothing': forAllMethods({ CachingEnabled: true, CacheDataEncrypted: true }, { ...ONE, CachingEnabled: false }),
    'one method too': forAllMethods({ CachingEnabled: true, CacheDataEncrypted: true }, { ...ONE, CachingEnabled: true, CacheDataEncrypted: true }),
    'of a deployment': describedStage({ CachingEnabled: true, CacheDataEncrypted: true }),
    'one method says nothing of either': forAllMethods({ CachingEnabled: true, CacheDataEncrypted: true }, { ...ONE, LoggingLevel: 'INFO' }),
    'one method says again that it is encrypted': forAllMethods({ CachingEnabled: true, CacheDataEncrypted: true }, { ...ONE, CacheDataEncrypted: true }),
    'one method caches nothing, and would not encrypt': forAllMethods(
      { CachingEnabled: true, CacheDataEncrypted: true }, { ...ONE, CachingEnabled: false, CacheDataEncrypted: false },
    ),
  },
  nonCompliant: {
    'nothing said of encryption': [forAllMethods({ CachingEnabled: true }), 'Properties.MethodSettings.0.CacheDataEncrypted'],
    'not encrypted': [forAllMethods({ CachingEnabled: true, CacheDataEncrypted: false }), 'Properties.MethodSettings.0.CacheDataEncrypted'],
    'one method without': [
      forAllMethods({ CachingEnabled: true, CacheDataEncrypted: true }, { ...ONE, CachingEnabled: true, CacheDataEncrypted: false }),
      'Properties.MethodSettings.1.CacheDataEncrypted',
    ],
    'one method that says nothing of it': [
      forAllMethods({ CachingEnabled: true, CacheDataEncrypted: true }, { ...ONE, CachingEnabled: true }),
      'Properties.MethodSettings.1.CacheDataEncrypted',
    ],
    'one method without, beside one that nobody knows': [
      stage({ MethodSettings: [{ ...ONE, CachingEnabled: { Ref: 'Given' } }, { ...ONE, CachingEnabled: 'true' }] }, GIVEN),
      'Properties.MethodSettings.1.CacheDataEncrypted',
    ],
    'of a deployment': [describedStage({ CachingEnabled: true }), 'Properties.StageDescription.CacheDataEncrypted'],
    'a stage without a name': [describedWithoutName({ CachingEnabled: 'true' }), 'Properties.StageDescription.CacheDataEncrypted'],
    'listed in a deployment': [
      describedStage({ MethodSettings: [{ ...ONE, CachingEnabled: true }] }), 'Properties.StageDescription.MethodSettings.0.CacheDataEncrypted',
    ],
  },
  insufficientData: {
    'cached for all methods, one is not encrypted and says nothing of caching':
      forAllMethods({ CachingEnabled: true, CacheDataEncrypted: true }, { ...ONE, CacheDataEncrypted: false }),
    'a parameter': stage({ MethodSettings: [{ ...ONE, CachingEnabled: { Ref: 'Given' } }] }, GIVEN),
    'settings that nobody knows': stage({ MethodSettings: { Ref: 'Given' } }, GIVEN),
  },
  notApplicable: {
    'no settings': stage({ CacheClusterEnabled: true }),
    'nothing is cached': forAllMethods({ LoggingLevel: 'INFO', CachingEnabled: false }),
    'a deployment without a stage': NO_STAGE,
    'one method is not encrypted, and nobody caches': stage({ MethodSettings: [{ ...ONE, CacheDataEncrypted: false }] }),
  },
};
