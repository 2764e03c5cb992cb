import { REFERENCE } from '../literal-text';

/** Stand-ins for a value that is filled in elsewhere. */
const PLACEHOLDER = new RegExp('^(?:' + [
  '[$%@#]?[<{[(].*[>}\\])]', // <password>, ${password}, {{ password }}, {% $password %}, [password]
  '\\$[\\d@*?]', '%\\w+%', '!(?:Ref|Sub|GetAtt|ImportValue|Join)\\b.*', // variables of shells; tags of YAML
  '\\$\\$?(?:[.[].*)?', // JSONPath
  'States\\.\\w+\\(.*', // intrinsic functions of state machines
  '`.*`', '[*x.•#?_-]+',
  'replace[-_ ]?.*', 'todo', 'tbd', 'none', 'null', 'nil', 'undefined', 'n/a', 'empty', 'unset', 'placeholder', 'redacted',
].join('|') + ')$', 'is');

/** Values that settings have. */
const SETTING = /^(?:true|false|yes|no|on|off|enabled?|disabled?|required|optional|strong|weak|auto|default|string|text|object|number|any|hidden|(?:files|compat|sss)(?: +\w+)*|ALLOW_[A-Z_]+)$/i;

/** Whether the text stands for a value that is filled in elsewhere. */
export function isStandIn(text: string): boolean {
  return text === '' || text.includes(REFERENCE) || text.includes('${') || text.includes('$(') || text.includes('{{') || PLACEHOLDER.test(text)
    || /^\$[A-Z_][A-Z0-9_]*$/.test(text) || /^[A-Z]+(?:_[A-Z]+)*_(?:PASSWORD|SECRET|TOKEN|KEY)$/.test(text);
}

export function isSetting(text: string): boolean {
  return SETTING.test(text);
}

const SENTENCE_WORDS = /\b(?:is|are|was|the|an?|your|must|should|cannot|not|at least|required|invalid|enter|forgot|reset|confirm|change|of|for|to|with|from|and|or)\b/i;

/** Whether the text tells people about a password instead of being one: "Password is required". */
export function isProse(text: string): boolean {
  return /\s/.test(text) && SENTENCE_WORDS.test(text) && /pass(?:word|phrase|code)|secret|token|key|credential|character/i.test(text);
}
