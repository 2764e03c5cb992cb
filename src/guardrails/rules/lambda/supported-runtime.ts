import { isImage } from './functions';
import { deprecationDateOf, newestOfFamily } from '../../../private/runtime-deprecation';
import { defineRule } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { violation } from '../../engine/violation';

/** The day of judging. */
const TODAY = 'today';

export const rule = defineRule<{ readonly asOf: string }>({
  id: 'lambda/supported-runtime',
  title: 'Runtimes of Lambda functions still get security patches',
  severity: 'medium',
  resourceTypes: ['AWS::Lambda::Function'],
  controls: {
    fsbp: ['Lambda.2'],
    pciDss4: ['6.3.3', '12.3.4'],
    nist80053r5: ['CA-9(1)', 'CM-2', 'SI-2', 'SI-2(2)', 'SI-2(4)', 'SI-2(5)'],
  },
  peers: {
    cdkNag: ['LambdaLatestVersion'],
    checkov: ['CKV_AWS_363'],
    prowler: ['awslambda_function_using_supported_runtimes'],
    other: ['config:lambda-function-settings-check'],
  },
  rationale: 'After its deprecation date a runtime gets no patches: a published flaw in its language or libraries stays open, and '
    + 'later the function can no longer be updated.',
  whenNotToUse: 'Functions that are about to be deleted. Runtimes in container images are the author\'s to patch and are not judged here.',
  fix: 'Set `runtime` to a newer one of the language, such as `lambda.Runtime.NODEJS_24_X`.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html'],
  divergences: [
    {
      peer: 'cdkNag:LambdaLatestVersion',
      how: 'It asks for the newest runtime of the language that the CDK knows; here every runtime that AWS still patches complies.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/lambda/LambdaLatestVersion.ts',
    },
  ],
  options: {
    asOf: { type: 'string', description: 'The day by which runtimes are judged, such as 2027-01-01, or "today".', default: TODAY },
  },
  check: (fn, _app, { asOf }) => {
    if (isImage(fn)) return 'NOT_APPLICABLE';
    const runtime = fn.get('Runtime');
    const name = runtime.text();
    if (name === undefined) return unknown('no runtime is set, which a function without an image needs', runtime.location);
    const date = deprecationDateOf(name);
    if (date === undefined) return unknown(`when the runtime ${name} is deprecated is not known here`, runtime.location);
    const today = asOf === TODAY ? Date.now() : Date.parse(asOf);
    if (Number.isNaN(today)) return unknown('the option asOf is no date');
    if (Date.parse(date) > today) return 'COMPLIANT';
    return violation(runtime, `${name} gets no security patches since ${date}; the newest is ${newestOfFamily(name)}`);
  },
});
