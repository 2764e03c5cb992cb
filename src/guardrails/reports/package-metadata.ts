import * as fs from 'fs';
import * as path from 'path';

interface PackageMetadata {
  readonly version: string;
  readonly repository: { readonly url: string };
}

let metadata: PackageMetadata | undefined;

function packageMetadata(): PackageMetadata {
  metadata ??= JSON.parse(fs.readFileSync(path.join(__dirname, '..', '..', '..', 'package.json'), 'utf8')) as PackageMetadata;
  return metadata;
}

/** Version of this package, as reports name it. */
export function packageVersion(): string {
  return packageMetadata().version;
}

/** Where this package is at home. */
export function repositoryUrl(): string {
  return packageMetadata().repository.url.replace(/\.git$/, '');
}
