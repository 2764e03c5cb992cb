import * as fs from 'fs';
import * as path from 'path';

/** One rule of cdk-nag, with its ids in the packs. */
export interface NagRule {
  readonly name: string;
  /** `AwsSolutions-S10`, `HIPAA.Security-S3BucketSSLRequestsOnly` */
  readonly ids: readonly string[];
}

const NAG = path.dirname(require.resolve('cdk-nag/package.json'));

export function versionOfNag(): string {
  return (JSON.parse(fs.readFileSync(path.join(NAG, 'package.json'), 'utf8')) as { version: string }).version;
}

/** Read from the packs, which say no other way which rules they have. */
export function nagRules(): NagRule[] {
  const packs = path.join(NAG, 'lib', 'packs');
  const ids = new Map<string, Set<string>>();
  for (const file of fs.readdirSync(packs).filter((name) => name.endsWith('.js')).sort()) {
    const text = fs.readFileSync(path.join(packs, file), 'utf8');
    const pack = /this\.packName = '([^']+)'/.exec(text)?.[1];
    if (pack === undefined) continue;
    for (const [, call] of text.matchAll(/this\.applyRule\(\{([\s\S]*?)\n\s*\}\);/g)) {
      const name = /\brule: \w+\.(\w+)/.exec(call)?.[1];
      if (name === undefined) throw new Error(`a call of applyRule in ${file} of cdk-nag has no rule`);
      const suffix = /ruleSuffixOverride: '([^']+)'/.exec(call)?.[1] ?? name;
      ids.set(name, (ids.get(name) ?? new Set()).add(`${pack}-${suffix}`));
    }
  }
  if (ids.size < 100) throw new Error('the packs of cdk-nag are not written as they were');
  return [...ids].map(([name, of]) => ({ name, ids: [...of] })).sort((a, b) => (a.name < b.name ? -1 : 1));
}
