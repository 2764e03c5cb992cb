import { APIGATEWAY_CHECKS } from './apigateway';
import { Check } from './check';
import { DATA_CHECKS } from './data';
import { DETECTION_CHECKS } from './detection';
import { IAM_CHECKS } from './iam';
import { LAMBDA_CHECKS } from './lambda';
import { MESSAGING_CHECKS } from './messaging';
import { S3_CHECKS } from './s3';
import { VPC_CHECKS } from './vpc';
import { WAF_CHECKS } from './waf';

/** One check for each entry that is not skipped. */
export const ALL_CHECKS: Check[] = [
  ...APIGATEWAY_CHECKS, ...DATA_CHECKS, ...DETECTION_CHECKS, ...IAM_CHECKS, ...LAMBDA_CHECKS, ...MESSAGING_CHECKS, ...S3_CHECKS, ...VPC_CHECKS,
  ...WAF_CHECKS,
];
