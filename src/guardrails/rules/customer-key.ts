import type { Outcome } from '../engine/rule';
import { unknown } from '../engine/unknown';
import { openPart } from '../engine/value';
import type { Value } from '../engine/value';
import { violation } from '../engine/violation';

/** Judges the property that names a KMS key: it is given, and is not one of the keys that AWS manages for its services. */
export function isCustomerKey(key: Value): Outcome {
  if (key.isAbsent) return violation(key, 'no key is given');
  const text = key.textWith('…') ?? '';
  if (/(^|:)alias\/aws\//.test(text)) return violation(key, 'the key is one that AWS manages');
  if (!key.isSet) return violation(key, 'the key is empty');
  // what is not known may be an alias of AWS, unless the ARN of a key is around it
  const open = KEY_ARN.test(text) ? undefined : openPart(key.parts() ?? []);
  return open === undefined ? 'COMPLIANT' : unknown(open.why, key.location);
}

const KEY_ARN = /^arn:[^:]*:kms:[^:]*:[^:]*:key\//;
