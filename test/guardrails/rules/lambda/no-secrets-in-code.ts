
import { GIVEN, packageWith, templateBeside } from './situations';
import { rule } from '../../../../src/guardrails/rules/lambda/no-secrets-in-code';
import { given, subjectOf } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const fn = subjectOf('AWS::Lambda::Function');
const LEAK = 'const client = new Client({ apiKey: "AKIAQ6TZ4WJ5XN3KYPLD" });';

function packaged(key: string): Situation {
  return given({ searchPackages: true }, templateBeside({ Type: 'AWS::Lambda::Function', Properties: { Code: { S3Bucket: 'assets', S3Key: key } } }));
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'inline code': fn({ Code: { ZipFile: 'exports.handler = async () => process.env.TABLE;' } }),
    'a package that was searched': packaged(packageWith({ 'index.js': 'exports.handler = async () => 1;' })),
  },
  nonCompliant: {
    'a key in inline code': [fn({ Code: { ZipFile: LEAK } }), 'Properties.Code.ZipFile'],
    'a key beside a reference': [fn({ Code: { ZipFile: { 'Fn::Sub': `// \${AWS::Region}\n${LEAK}` } } }), 'Properties.Code.ZipFile'],
    'a key in a package': [packaged(packageWith({ 'index.js': '', 'lib/client.js': LEAK })), 'Properties.Code.S3Key'],
    'a key in a small file beside one too large to be read': [
      packaged(packageWith({ 'a.js': 'x'.repeat(3 * 1024 * 1024), 'b.js': LEAK })), 'Properties.Code.S3Key',
    ],
  },
  insufficientData: {
    'code given at deployment': fn({ Code: { ZipFile: { Ref: 'Given' } } }, GIVEN),
    'a folder on the author\'s disk': fn({ Code: './src' }),
    'a package that is not searched': fn({ Code: { S3Bucket: 'assets', S3Key: 'a.zip' } }),
    'a package that is not there': packaged(`${'0'.repeat(64)}.zip`),
    'a package elsewhere': packaged('../../etc.zip'),
    'a package too large to be read': packaged(packageWith({ 'a.js': 'x'.repeat(3 * 1024 * 1024) })),
    'an image': fn({ PackageType: 'Image', Code: { ImageUri: '111111111111.dkr.ecr.eu-west-1.amazonaws.com/a:1' } }),
    'a password given at deployment': fn({ Code: { ZipFile: { 'Fn::Sub': 'const password = "${Given}";' } } }, GIVEN),
    'code that is no text': fn({ Code: { ZipFile: { lines: [LEAK] } } }),
    'a package that nobody asked to be searched': templateBeside({
      Type: 'AWS::Lambda::Function', Properties: { Code: { S3Bucket: 'assets', S3Key: packageWith({ 'index.js': 'exports.handler = async () => 1;' }) } },
    }),
  },
};
