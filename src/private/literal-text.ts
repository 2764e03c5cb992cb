/** Stands in a text where the template has a reference. */
export const REFERENCE = '\uFFFC';

/** What is literal in a resolved string: the parts of joins and substitutions, with a mark for everything that is known at deployment only. */
export function literalText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value ?? '').replace(/\{\{resolve:[^}]*\}\}/g, REFERENCE);
  const { 'Fn::Join': join, 'Fn::Sub': sub } = value as { 'Fn::Join'?: [string, unknown]; 'Fn::Sub'?: unknown };
  if (join && Array.isArray(join[1])) return join[1].map(literalText).join(join[0]);
  const template = Array.isArray(sub) ? sub[0] : sub;
  if (typeof template === 'string') return template.replace(/\$\{[^!][^}]*\}/g, REFERENCE);
  return REFERENCE;
}
