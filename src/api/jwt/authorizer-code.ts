import * as fs from 'fs';
import * as path from 'path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { deployedKeys } from './pinned-keys';
import type { TokenDemands } from './token-demands';

/** The handler as it is bundled when this package is built: the same distance from src/api/jwt/ and from lib/api/jwt/. */
const BUNDLE = path.join(__dirname, '..', '..', '..', 'assets', 'handlers', 'jwt-authorizer', 'index');

/** Where the handler looks for keys that were deployed with it. */
const KEYS_FILE = 'keys.json';

/** The code of the function: the handler, and the keys if they are pinned. The environment, with its 4 KB, could not hold those of large issuers. */
export function authorizerCode({ keys, algorithms }: TokenDemands): lambda.Code {
  if (keys.kind !== 'pinned') return lambda.Code.fromAsset(BUNDLE);
  const text = JSON.stringify({ keys: deployedKeys(keys.keySet, algorithms) });
  return lambda.Code.fromAsset(BUNDLE, {
    assetHashType: AssetHashType.OUTPUT, // what is deployed decides, keys included
    bundling: {
      image: DockerImage.fromRegistry('none'), // never pulled: the local bundler never fails
      command: [text], // never run: CDK reuses outputs whose options look alike
      local: {
        tryBundle(outputDir: string): boolean {
          fs.cpSync(BUNDLE, outputDir, { recursive: true });
          fs.writeFileSync(path.join(outputDir, KEYS_FILE), text);
          return true;
        },
      },
    },
  });
}
