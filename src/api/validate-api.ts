import type { IConstruct } from 'constructs';
import type { ApiAlarmThresholds } from './api-alarm-thresholds';
import { validateCors } from './preflight';
import type { SecureApiProps } from './secure-api-props';
import { validateThrottle } from './validate-throttle';
import { validateKey } from '../data/keys/validate-key';
import { isLiteral, requireLiteral } from '../private/literal';
import { fail } from '../private/misuse';

/** Checks the props of an API before anything is built from them. */
export function validateApiProps(scope: IConstruct, props: SecureApiProps): void {
  validateKey(scope, props.encryptionKey);
  validateThrottle(scope, 'throttle', props.throttle);
  validateCors(scope, props.cors);
  validateThresholds(scope, props.alarmThresholds ?? {});
  requireLiteral(scope, 'stageName', props.stageName);
  if (props.stageName !== undefined && !/^[a-zA-Z0-9_-]{1,128}$/.test(props.stageName)) {
    fail(scope, {
      prop: 'stageName',
      value: props.stageName,
      problem: 'a stage name has 1 to 128 letters, digits, "_" and "-"',
      instead: 'Write for example "live" or "v1".',
    });
  }
  if (props.binaryMediaTypes?.some((type) => ['*/*', 'application/json'].includes(type))) {
    fail(scope, {
      prop: 'binaryMediaTypes',
      value: props.binaryMediaTypes,
      problem: `${props.binaryMediaTypes.includes('*/*') ? 'every body' : 'JSON'} would be handled as binary: it is then no longer checked against its schema, `
        + 'and what API Gateway itself reads or answers as JSON fails',
      instead: 'Name the content types of your uploads, such as ["image/png", "application/pdf"].',
    });
  }
}

function validateThresholds(scope: IConstruct, thresholds: ApiAlarmThresholds): void {
  for (const [name, value] of Object.entries(thresholds)) {
    const prop = `alarmThresholds.${name}`;
    requireLiteral(scope, prop, value); // the description of the alarm shows it
    const most = name === 'serverErrorPercent' ? 99 : Infinity;
    if (!isLiteral(value) || (value >= 0 && value <= most)) continue;
    fail(scope, {
      prop,
      value,
      problem: most === Infinity ? 'fewer than no requests never happen' : 'a share of requests that rings is 0 to 99 percent',
      instead: most === Infinity ? 'Write 0 to hear of the first.' : 'Write 1 for one request in a hundred.',
    });
  }
}
