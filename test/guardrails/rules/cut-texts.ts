/** The name of the secret `Secret`, as CDK cuts it from the ARN. */
export const NAME_OF_SECRET = {
  'Fn::Join': ['-', [0, 1].map((index) => ({
    'Fn::Select': [index, { 'Fn::Split': ['-', { 'Fn::Select': [6, { 'Fn::Split': [':', { Ref: 'Secret' }] }] }] }],
  }))],
};

/** The first piece of a text, cut at what ids, ARNs and URLs may hold, unless it says otherwise. */
export function firstPieceOf(text: unknown, delimiter: '/' | '|' = '/'): object {
  return { 'Fn::Select': [0, { 'Fn::Split': [delimiter, text] }] };
}
