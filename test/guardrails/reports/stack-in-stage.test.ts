import { AppModel } from '../../../src/guardrails/engine/app-model';
import { stackInStage } from '../../../src/guardrails/reports/stack-in-stage';

const NESTED = { Resources: { Nested: { Type: 'AWS::CloudFormation::Stack' } } };

function nameOf(file: string, constructPath?: string): string {
  return stackInStage(new AppModel([{ file, facts: { constructPath }, body: {} }]).templates[0]);
}

test.each([
  ['cdk.out/Shop.template.json', 'Shop', 'Shop'],
  ['cdk.out/GroupShop.template.json', 'Group/Shop', 'Group/Shop'],
  ['cdk.out/assembly-Prod/ProdShop1.template.json', 'Prod/Shop', 'Shop'],
  ['cdk.out/assembly-Pipeline-Prod/X.template.json', 'Pipeline/Prod/Shop', 'Shop'],
  ['cdk.out/assembly-Prod/assembly-Prod-EU/X.template.json', 'Prod/EU/Data/Shop', 'Data/Shop'],
  ['cdk.out\\assembly-Prod\\X.template.json', 'Prod/Shop', 'Shop'],
])('%s of %s is %s', (file, path, expected) => expect(nameOf(file, path)).toBe(expected));

test('outside CDK it is the name of the file, wherever that is', () => {
  expect([nameOf('a/b/shop.yaml'), nameOf('shop.yaml')]).toEqual(['shop.yaml', 'shop.yaml']);
});

test('nested stacks are told apart by what deploys them', () => {
  const { templates } = new AppModel([
    { file: 'cdk.out/assembly-Prod/a.json', facts: { constructPath: 'Prod/Shop' }, body: NESTED },
    { file: 'cdk.out/assembly-Prod/b.json', facts: { constructPath: 'Prod/Shop' }, nestedIn: { file: 'cdk.out/assembly-Prod/a.json', logicalId: 'Nested' }, body: {} },
  ]);
  expect(templates.map(stackInStage)).toEqual(['Shop', 'Shop Nested']);
});
