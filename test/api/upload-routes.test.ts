import type { Stack } from 'aws-cdk-lib';
import { matches } from './paths-as-read';
import { plainApi } from './protected-stage';
import type { UploadRoute } from '../../src/api/firewall/upload-route';
import { WebFirewall } from '../../src/api/firewall/web-firewall';
import { FLAG_MODES, newStack, only, templateOf } from '../harness/apps';

function webAclWith(stack: Stack, ...uploadRoutes: UploadRoute[]): any {
  new WebFirewall(stack, 'Firewall', { uploadRoutes }).associate(plainApi(stack).deploymentStage);
  return only(templateOf(stack), 'AWS::WAFv2::WebACL').resource.Properties;
}

const ruleOf = (acl: any, name: string) => acl.Rules.find((rule: any) => rule.Name === name);
const route = (props: Partial<UploadRoute>): UploadRoute => ({ method: 'PUT', path: '/documents/{id}', maxBytes: 20_000, ...props });

describe.each(FLAG_MODES)('upload routes %s', (_, flags) => {
  test('pass with more than 8 KB, by exact method and plain path, and no other route does', () => {
    const acl = webAclWith(newStack(flags), route({}));
    const [labelled, exemption] = ruleOf(acl, 'OversizeBodies').Statement.AndStatement.Statements;
    expect(labelled.LabelMatchStatement.Key).toBe('awswaf:managed:aws:core-rule-set:SizeRestrictions_Body');
    const passes = (path: string, method = 'PUT') => !matches(exemption, { method, path });
    expect(['/documents/1', '/prod/documents/1', '/v1/documents/a-b', '/documents/a%20b', '/documents/.hidden'].filter((path) => !passes(path))).toEqual([]);
    expect([
      '/documents', '/documents/', '/documents/1/2', '/a/b/documents/1', '/orders', '/documentsx/1', '/documents/1/', '/%64ocuments/1', '/documents/..', '/documents/%2e%2e',
      '/documents/1%2F..%2F..%2Forders', '/documents/1;/2',
    ].filter((path) => passes(path))).toEqual([]);
    expect(passes('/documents/1', 'POST')).toBe(false);
  });

  test('are capped, also where AWS WAF does not see the end of the body', () => {
    const acl = webAclWith(newStack(flags), route({}), route({ method: 'POST', path: '/imports/{proxy+}', maxBytes: 60_000 }));
    const sizeOf = (name: string) => ruleOf(acl, name).Statement.AndStatement.Statements[1].SizeConstraintStatement;
    expect(sizeOf('OversizeUploads1')).toMatchObject({ ComparisonOperator: 'GT', Size: 20_000, FieldToMatch: { Body: { OversizeHandling: 'MATCH' } } });
    expect(sizeOf('OversizeUploads2').Size).toBe(60_000);
    expect(ruleOf(acl, 'OversizeUploads2').Action.Block).toBeDefined();
    const [, path] = ruleOf(acl, 'OversizeUploads2').Statement.AndStatement.Statements[0].AndStatement.Statements;
    expect('/imports/a/b.csv').toMatch(new RegExp(path.RegexMatchStatement.RegexString));
    expect(ruleOf(acl, 'OversizeBodies').Statement.AndStatement.Statements).toHaveLength(3);
  });

  test.each([[16_384, undefined], [16_385, 'KB_32'], [32_768, 'KB_32'], [49_152, 'KB_48'], [65_536, 'KB_64']])(
    'of %d bytes are inspected whole', (maxBytes, limit) => {
      expect(webAclWith(newStack(flags), route({ maxBytes })).AssociationConfig)
        .toEqual(limit && { RequestBody: { API_GATEWAY: { DefaultSizeInspectionLimit: limit } } });
    });
});

test('treats a dot and a dollar in a path as what they are', () => {
  const regexOf = (acl: any) => {
    const [, path] = ruleOf(acl, 'OversizeUploads1').Statement.AndStatement.Statements[0].AndStatement.Statements;
    return new RegExp(path.RegexMatchStatement.RegexString);
  };
  expect('/$batch').toMatch(regexOf(webAclWith(newStack(), route({ path: '/$batch' }))));
  const acl = webAclWith(newStack(), route({ path: '/report.csv' }));
  expect('/report.csv').toMatch(regexOf(acl));
  expect('/reportxcsv').not.toMatch(regexOf(acl));
});

describe('refuses', () => {
  test.each<[string, Partial<UploadRoute>, string]>([
    ['a method without a body', { method: 'GET' }, '[Stack/Firewall] uploadRoutes.method = "GET": uploads are POST, PUT or PATCH.'],
    ['a malformed path', { path: 'documents' }, 'uploadRoutes.path = "documents": it is no path of a route. Write it as in addRoute'],
    ['a greedy parameter in the middle', { path: '/{proxy+}/x' }, 'it is no path of a route'],
    ['more than AWS WAF inspects', { maxBytes: 65_537 },
      'uploadRoutes.maxBytes = 65537: AWS WAF inspects whole bodies up to 65536 bytes, and what it does not see it cannot block. Let clients send larger files to a bucket'],
    ['what passes anyway', { maxBytes: 8_192 }, 'uploadRoutes.maxBytes = 8192: bodies up to 8192 bytes pass on every route. Drop this upload route.'],
    ['half a byte', { maxBytes: 9_000.5 }, 'uploadRoutes.maxBytes = 9000.5'],
  ])('%s', (_, props, text) => {
    expect(() => new WebFirewall(newStack(), 'Firewall', { uploadRoutes: [route(props)] })).toThrow(text);
  });

  test('a route twice', () => {
    const firewall = new WebFirewall(newStack(), 'Firewall', { uploadRoutes: [route({})] });
    expect(() => firewall.addUploadRoute(route({ maxBytes: 30_000 }))).toThrow('uploadRoutes = "PUT /documents/{id}": this upload route is there already');
  });

  test('a token in place of the path', () => {
    const stack = newStack();
    expect(() => new WebFirewall(stack, 'Firewall', { uploadRoutes: [route({ path: `/${stack.region}` })] }))
      .toThrow('uploadRoutes.path decides what is built, so it must be known at synth');
  });
});
