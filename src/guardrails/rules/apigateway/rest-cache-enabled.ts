import { REST_STAGES, everyMethodHas, ofStage } from './stage-settings';
import { all, mustBe } from '../../engine/checks';
import { defineRule } from '../../engine/rule';

export const rule = defineRule({
  id: 'apigateway/rest-cache-enabled',
  title: 'Stages of REST APIs cache the responses of all methods',
  severity: 'low',
  resourceTypes: REST_STAGES,
  controls: {
    hipaa: ['164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
    nist80053r5: ['AU-9(3)', 'CP-9(d)', 'SC-8(3)', 'SC-8(4)', 'SC-13(a)', 'SC-28(1)', 'SI-19(4)'],
  },
  peers: {
    cdkNag: ['APIGWCacheEnabledAndEncrypted'],
    guard: ['API_GW_CACHE_ENABLED_AND_ENCRYPTED'],
    checkov: ['CKV_AWS_120'],
    other: ['checkov-tf:CKV_AWS_225', 'trivy:AWS-0190'],
  },
  rationale: 'A cache answers repeated requests without the backend, so that a flood of them reaches it more slowly.',
  whenNotToUse: 'Most APIs: a cache is billed by the hour, and one whose key lacks the caller serves the data of one user to another.',
  fix: 'Set `deployOptions: { cacheClusterEnabled: true, cachingEnabled: true, cacheDataEncrypted: true }` on the `RestApi`.',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html'],
  absent: {
    means: 'A stage has no cache cluster, and a method caches nothing.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigateway-stage.html',
  },
  outsideDefault: 'a cache costs money by the hour and is wrong for responses that depend on the caller',
  divergences: [
    {
      peer: 'guard:API_GW_CACHE_ENABLED_AND_ENCRYPTED',
      how: 'It does not ask for the cache cluster, but for encryption: here apigateway/rest-cache-encrypted.',
      source: 'https://github.com/aws-cloudformation/aws-guard-rules-registry/blob/main/rules/aws/api_gateway/api_gw_cache_enabled_and_encrypted.guard',
    },
    {
      peer: 'cdkNag:APIGWCacheEnabledAndEncrypted',
      how: 'It does not ask for the cache cluster, but for encryption: here apigateway/rest-cache-encrypted.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/apigw/APIGWCacheEnabledAndEncrypted.ts',
    },
    {
      peer: 'checkov:CKV_AWS_120',
      how: 'It asks for the cache cluster only.',
      source: 'https://github.com/bridgecrewio/checkov/blob/main/checkov/cloudformation/checks/resource/aws/APIGatewayCacheEnable.py',
    },
  ],
  check: ofStage((prefix) => all(
    mustBe(`${prefix}CacheClusterEnabled`, true),
    everyMethodHas('CachingEnabled', prefix, (caching) => caching.boolean(false)),
  )),
});
