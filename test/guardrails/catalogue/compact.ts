import * as fs from 'fs';
import * as path from 'path';

/**
 * Writes `requirements.json` from the catalogue of controls: `npx ts-node test/guardrails/catalogue/compact.ts catalogue.json proposed.json`.
 * Every requirement is kept, one a line, with what tests ask of it.
 */
const KEPT = ['key', 'service', 'severity', 'checkableAtSynth', 'controls'] as const;

type Entry = Readonly<Record<(typeof KEPT)[number], unknown>>;

const entries = process.argv.slice(2).flatMap((file) => JSON.parse(fs.readFileSync(file, 'utf8')) as Entry[]);
const lines = entries.map((entry) => JSON.stringify(Object.fromEntries(KEPT.map((name) => [name, name === 'controls' ? given(entry[name]) : entry[name]]))));
fs.writeFileSync(path.join(__dirname, 'requirements.json'), `[\n${lines.join(',\n')}\n]\n`);

/** Without the frameworks that ask for nothing. */
function given(controls: unknown): object {
  return Object.fromEntries(Object.entries(controls as Record<string, unknown[]>).filter(([, ids]) => ids.length > 0));
}
