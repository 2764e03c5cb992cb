/** java-snippets <guide> <folder>: writes the Java examples of a guide as classes: a class as it is, statements about `app` as `Statements.run(app)`. */
const fs = require('fs');
const path = require('path');

const [guide, folder] = process.argv.slice(2);
const snippets = [...fs.readFileSync(guide, 'utf8').matchAll(/^```java\n(.*?)^```/gms)].map(([, code]) => code);
const imports = 'import io.github.cdkhardened.*;\nimport java.util.List;\nimport software.amazon.awscdk.App;\n';
const classes = snippets.filter((code) => code.startsWith('public class'));
const statements = snippets.filter((code) => !classes.includes(code));
for (const code of classes) fs.writeFileSync(path.join(folder, `${/class (\w+)/.exec(code)[1]}.java`), `${imports}\n${code}`);
fs.writeFileSync(path.join(folder, 'Statements.java'), `${imports}\npublic class Statements {\npublic static void run(App app) {\n${statements.map((code) => `{\n${code}}\n`).join('')}}\n}\n`);
console.log(`${snippets.length} Java examples in ${guide}`);
if (classes.length === 0 || statements.length === 0) throw new Error('the guide shows no class, or no statements');
