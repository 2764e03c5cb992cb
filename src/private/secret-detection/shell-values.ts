import { NamedValue, unescaped } from './named-literals';

const QUOTED = '"(?:\\\\.|[^"\\\\])*"|\'[^\']*\'';
const WORD = `(?:${QUOTED}|[^\\s"';&|)<>]+)`;

/** `export NAME=value`, `-e NAME=value`, `--name=value`, `$name = "value"`, `name = value` of an ini file. */
const ASSIGNMENT = new RegExp(`(?<![\\w.$]|[\\w.]-)\\$?(?:env:)?([A-Za-z_][\\w.-]*)(\\s*)=(?![=~])\\s*(${WORD})`, 'g');

/** `--name value`, `-Name value` of PowerShell; what starts with a hyphen is the next option. */
const OPTION = new RegExp(`(?<=^|\\s)--?([A-Za-z][\\w-]{2,40})\\s+(?!-)(${WORD})`, 'g');

/** A line of YAML, of a header or of a property file; the whole rest is the value. */
const LINE = /^\s*(?:- +)?["']?([A-Za-z_][\w.-]*)["']?\s*:\s+(\S.*)$/;

/** `"name": "value"` of JSON, `-H "Name: value"`. */
const PAIR = /(["'])([\w.-]+)\1\s*:\s*(["'])((?:\\.|(?!\3)[^\\])*)\3/g;
const HEADER = /(["'])([A-Za-z][\w-]*):\s+([^"']+)\1/g;

/** Commands that take a password without naming it; the last group is the password. */
const COMMANDS: readonly RegExp[] = [
  new RegExp(`\\b(?:mysql|mysqldump|mysqladmin|mariadb)\\b[^|;&\\n]{0,300}?\\s-p(${WORD})`, 'g'),
  new RegExp(`\\b(?:mysqladmin)\\b[^|;&\\n]{0,300}?\\spassword\\s+(${WORD})`, 'g'),
  new RegExp('\\bcurl\\b[^|;\\n]{0,300}?\\s(?:-u|--user)[\\s=]*["\']?[^\\s:"\'$]+:([^\\s"\']+)', 'g'),
  new RegExp(`\\bsshpass\\s+-p\\s*(${WORD})`, 'g'),
  new RegExp(`\\bredis-cli\\b[^|;&\\n]{0,300}?\\s-a\\s+(${WORD})`, 'g'),
  new RegExp(`\\b(?:docker|podman)\\s+login\\b[^|;&\\n]{0,300}?\\s-p\\s+(${WORD})`, 'g'),
  new RegExp(`\\b(?:sqlcmd|bcp)\\b[^|;&\\n]{0,300}?\\s-P\\s+(${WORD})`, 'g'),
  new RegExp(`\\bhtpasswd\\s+-\\w*b\\w*\\s+\\S+\\s+\\S+\\s+(${WORD})`, 'g'),
  new RegExp(`\\bnet\\s+user\\s+\\S+\\s+(?![/])(${WORD})`, 'gi'),
  new RegExp(`\\bConvertTo-SecureString\\s+(?:-String\\s+)?(${QUOTED})`, 'gi'),
  new RegExp(`\\bpass(?:in|out)?\\s+pass:(${WORD})`, 'g'),
  new RegExp(`^[^\\S\\n]*(?:requirepass|masterauth)\\s+(${WORD})`, 'gm'),
  new RegExp(`\\blogin\\s+\\S+\\s+password\\s+(${WORD})`, 'g'), // .netrc
  new RegExp(`\\becho\\s+(?:-\\w+\\s+)?(${WORD})\\s*\\|[^|\\n]*(?:--stdin|-stdin|\\bsudo\\s+-S)\\b`, 'g'),
  /\becho\s+(?:-\w+\s+)?["']?[\w.-]+:([^\s"']+)["']?\s*\|\s*(?:sudo\s+)?chpasswd/g,
  /^[^\S\n]*(?:- +)?["']?[\w.-]+:([^\s"':/]{4,})["']?[^\S\n]*$(?=[\s\S]{0,80}?(?:expire|EOF))/gm,
];

const AWS_CONFIGURE = new RegExp(`\\baws\\s+configure\\s+set\\s+([\\w.-]+)\\s+(${WORD})`, 'g');

/** What a shell script, PowerShell script, cloud-init document or ini file gives a name to; passwords of commands under `password`. */
export function shellValues(script: string): NamedValue[] {
  const text = script.replace(/\\\r?\n\s*/g, ' ');
  const values: NamedValue[] = [];
  for (const line of text.split(/\r?\n/)) values.push(...valuesOfLine(line));
  for (const pattern of COMMANDS) {
    for (const [, password] of text.matchAll(pattern)) values.push(['password', password]);
  }
  return values.filter(([, value]) => !isExpansion(value)).map(([name, value]) => [name, unquoted(value)]);
}

function valuesOfLine(line: string): NamedValue[] {
  if (/^\s*(?:#(?!cloud-config)|\/\/|REM\b)/.test(line)) return valuesOfComment(line);
  const condition = /(?:^|\s)(?:\[\[?|if|elif|while|test|awk|grep|sed)\s/.test(line);
  const found: NamedValue[] = [];
  for (const [, name, space, value] of line.matchAll(ASSIGNMENT)) if (!condition || space === '') found.push([name, value]);
  for (const pattern of [OPTION, AWS_CONFIGURE]) {
    for (const [, name, value] of line.matchAll(pattern)) found.push([name, value]);
  }
  // the keys of JSON in a value are judged with the value
  const rest = found.reduce((left, [, value]) => (/^['"]?\s*[{[]/.test(value) ? left.split(value).join(' ') : left), line);
  const plain = rest.replace(/\\(["'])/g, '$1'); // `curl -d "{\"name\": ...}"`
  for (const [, , name, , value] of plain.matchAll(PAIR)) found.push([name, value]);
  for (const [, , name, value] of rest.matchAll(HEADER)) found.push([name, value]);
  const [, name, value] = LINE.exec(line) ?? [];
  if (name !== undefined) found.push([name, value.replace(/\s+#.*$/, '')]);
  return found;
}

/** Settings that somebody has commented out; prose is none. */
function valuesOfComment(line: string): NamedValue[] {
  const [, name, value] = /^\s*(?:#+|\/\/)\s*(?:export\s+)?([A-Za-z_][\w.-]*)=(\S+)\s*$/.exec(line) ?? [];
  return name === undefined ? [] : [[name, value]];
}

/** `$password = Read-Host ...` of PowerShell. */
const CMDLET = /^(?:Get|New|Read|Convert(?:To|From)?|Import|Invoke|Out|Join|Select|Resolve)-[A-Z]\w+$/;

/** Whether the shell, or a template language, puts the value there when the script runs. */
function isExpansion(value: string): boolean {
  return CMDLET.test(value) || !value.startsWith("'") && /\$(?:[A-Za-z_{(\d@*?]|env:)|`/.test(value) || /^["']?(?:\{\{|\{%|<%|@\()/.test(value);
}

function unquoted(value: string): string {
  const text = value.trim().replace(/,$/, '');
  return /^(["'])[\s\S]*\1$/.test(text) ? unescaped(text.slice(1, -1)) : unescaped(text);
}
