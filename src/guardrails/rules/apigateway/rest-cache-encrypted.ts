import { REST_STAGES, methodSettings, ofStage, ownOrShared } from './stage-settings';
import { defineRule } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { every, violation } from '../../engine/violation';

export const rule = defineRule({
  id: 'apigateway/rest-cache-encrypted',
  title: 'REST APIs encrypt the responses that they cache',
  severity: 'medium',
  resourceTypes: REST_STAGES,
  controls: {
    fsbp: ['APIGateway.5'],
    pciDss4: ['3.5.1', '8.3.2'],
    hipaa: ['164.308(a)(1)(ii)(B)', '164.308(a)(4)(ii)(A)', '164.312(a)(2)(iv)', '164.312(e)(1)', '164.312(e)(2)(ii)'],
    nist80053r5: [
      'AU-9(3)', 'CA-9(1)', 'CM-3(6)', 'CP-9(d)', 'SC-7(10)', 'SC-8(3)', 'SC-8(4)', 'SC-13', 'SC-13(a)', 'SC-28', 'SC-28(1)',
      'SI-7(6)', 'SI-19(4)',
    ],
    soc2: ['CC6.1', 'CC6.2', 'CC6.7'],
    gdpr: ['Article 32'],
    owaspServerless: ['S3'],
  },
  peers: {
    cdkNag: ['APIGWCacheEnabledAndEncrypted'],
    guard: ['API_GW_CACHE_ENABLED_AND_ENCRYPTED'],
    prowler: ['apigateway_restapi_cache_encrypted'],
    other: ['cfn_nag:W87', 'checkov-tf:CKV_AWS_308', 'config:api-gw-cache-enabled-and-encrypted', 'trivy:AWS-0002'],
  },
  rationale: 'The cache holds whole responses, personal data among them, on disks of AWS: in plain text they are readable for whoever gets at the'
    + ' storage.',
  whenNotToUse: 'Caches of nothing but public data.',
  fix: 'Set `cacheDataEncrypted: true` beside each `cachingEnabled: true`, in `deployOptions` and in each of `deployOptions.methodOptions`.',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/data-protection-encryption.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-5',
  ],
  absent: {
    means: 'Cached responses are not encrypted.',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/data-protection-encryption.html',
  },
  divergences: [{
    peer: 'cdkNag:APIGWCacheEnabledAndEncrypted',
    how: 'It asks every stage for a cache, and looks at the setting for all methods only.',
    source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/apigw/APIGWCacheEnabledAndEncrypted.ts',
  }],
  check: ofStage((prefix) => (stage) => {
    const settings = methodSettings(stage, prefix);
    if (settings.length === 0) return 'NOT_APPLICABLE';
    return every(settings, (setting) => {
      const caching = setting.at('CachingEnabled');
      const encrypted = setting.at('CacheDataEncrypted');
      const isEncrypted = (): boolean => encrypted.boolean(false);
      if (caching.boolean(false)) return isEncrypted() ? 'COMPLIANT' : violation(encrypted, 'responses are cached and not encrypted');
      // one that turns encryption off may take caching from what holds for all methods
      const mayCache = caching.isAbsent && !encrypted.isAbsent && !isEncrypted() && ownOrShared(setting, 'CachingEnabled', stage, prefix).boolean(false);
      return mayCache ? unknown('whether a setting of one method takes the caching of all methods', setting.location) : 'NOT_APPLICABLE';
    });
  }),
});
