/** same-app <assembly> <assembly>: fails unless the templates of both hold the same resources: of the same types, as often. */
const fs = require('fs');
const path = require('path');

const [counts, others] = process.argv.slice(2).map((folder) => {
  const templates = fs.readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.template.json'));
  const types = templates.flatMap((file) => Object.values(JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')).Resources ?? {}).map(({ Type }) => Type));
  return types.reduce((sums, type) => sums.set(type, (sums.get(type) ?? 0) + 1), new Map());
});
const different = [...new Set([...counts.keys(), ...others.keys()])]
  .filter((type) => counts.get(type) !== others.get(type))
  .map((type) => `${type}: ${counts.get(type) ?? 0} and ${others.get(type) ?? 0}`);
if (counts.size === 0 || different.length > 0) throw new Error(`not the same app: ${different.join(', ') || 'no resources'}`);
console.log(`the same resources, of ${counts.size} types`);
