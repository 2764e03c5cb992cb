import * as fs from 'fs';
import * as path from 'path';
import { App } from 'aws-cdk-lib';
import { MINIMAL_APPS, minimalStack } from './minimal-apps';

/** Writes the templates of the minimal apps to a folder, for judges outside Node: `write-templates.ts <folder>`. */
const folder = process.argv[2];
process.env.CDK_VALIDATION ??= 'false';
for (const name of Object.keys(MINIMAL_APPS)) {
  const { directory } = (minimalStack(name).node.root as App).synth();
  fs.cpSync(directory, path.join(folder, name), { recursive: true });
}
