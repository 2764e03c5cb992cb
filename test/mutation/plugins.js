// Stryker loads its plugins by `import()`, which knows nothing of TypeScript
require('ts-node').register({ transpileOnly: true, project: require.resolve('../tsconfig.json') });
exports.strykerPlugins = require('./plugins.ts').strykerPlugins;
