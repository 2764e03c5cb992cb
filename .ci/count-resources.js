/** Prints how many resources the templates of a cloud assembly hold; fails on an empty one. */
const fs = require('fs');
const path = require('path');

const folder = process.argv[2];
const templates = fs.readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.template.json'));
const resources = templates.flatMap((file) => Object.keys(JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')).Resources ?? {}));
console.log(`${templates.length} template(s) with ${resources.length} resources`);
if (resources.length < 10) throw new Error(`${folder}: that is no hardened app`);
