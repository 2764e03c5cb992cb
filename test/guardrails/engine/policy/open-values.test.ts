import { namesNoCaller } from '../../../../src/guardrails/engine/policy/open-values';

test.each([
  '*', '**', '?*', '*?', '*/*', 'o-*', 'o-?*', 'vpc-*', 'vpce-*', '????????????', '0.0.0.0/0', '0.0.0.0/7', '128.0.0.0/1', '::/0', '2001:db8::/31', 'FE80::/10',
  'arn:*', 'arn:aws:iam::*', 'arn:aws:iam*', 'arn:aws:iam::*:role/orders', 'arn:aws:iam::?*:role/orders', 'arn:aws:sns:*:*:orders', 'arn:aws:s3:::*', 'arn:aws:s3:*:*:*',
  'arn:aws:s3:::*/*', 'arn:aws:s3:::?', 'arn:aws:apigateway:eu-west-1::*', 'arn:aws:apigateway:eu-west-1::/restapis/*', 'arn:aws:apigateway:eu-west-1::/*',
  'arn:aws:apigateway:eu-west-1::restapis/*', 'arn:aws:x:::a:*', 'arn:aws:x:::a/?*/*',
])('anybody has %s', (value) => expect(namesNoCaller(value)).toBe(true));

test.each([
  '', 'a', 'o-1*', 'vpc-1', 'x*', '*x', 'x-o-*', '*/a', '???????????', '?????????????', '1???????????', '?', '10.0.0.0/8', '203.0.113.0/24', '203.0.113.7', '::1/128',
  '2001:db8::/32', 'fc00::/7', 'FD00::/8', 'x10.0.0.0/0', '10.0.0.0/0x', '10.0.0.0/', 'g::/0', '0.0.0.0/a', 'arn:aws:iam::111122223333:role/*', 'arn:aws:iam::1*:role/orders',
  'arn:aws:iam::*1:role/orders', 'brn:aws:iam::*:role/orders', 'arn:aws:sns', 'arn:aws:s3:::bucket', 'arn:aws:s3:::bucket*', 'arn:aws:s3:::*bucket', 'arn:aws:s3:::a/*',
  'arn:aws:s3::111122223333:*', 'arn:aws:s3:*:*:bucket', 'arn:aws:apigateway:eu-west-1::/restapis/a', 'arn:aws:apigateway:eu-west-1::/restapis/a*',
  'arn:aws:apigateway:eu-west-1::/restapis/a/*', 'arn:aws:apigateway:eu-west-1::/restapis/*/a', 'arn:aws:apigateway:eu-west-1::/a b/*',
])('not anybody has %s', (value) => expect(namesNoCaller(value)).toBe(false));
