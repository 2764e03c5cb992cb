import * as fs from 'fs';
import * as path from 'path';

const FOLDER = path.join(__dirname, '..', '..', 'docs', 'constructs');

/** What the README says that every page has, in this order, beside its examples, for which there is `examples.test.ts`. */
const HEADINGS = ['What you get', 'Exceptions', 'Cost'];

interface Page {
  readonly name: string;
  readonly text: string;
  /** What stands below each heading of the second level. */
  readonly sections: Map<string, string>;
}

const PAGES = fs.readdirSync(FOLDER).filter((file) => file.endsWith('.md')).map((file): Page => {
  const text = fs.readFileSync(path.join(FOLDER, file), 'utf8');
  const [, ...sections] = text.split(/^## /m);
  return { name: file, text, sections: new Map(sections.map((section): [string, string] => [section.split('\n', 1)[0], section.slice(section.indexOf('\n') + 1)])) };
});

/** The first table of a section: cells by row, its head first. */
function tableIn(section = ''): string[][] {
  const [table = ''] = /^\|.*\n(?:\|.*(?:\n|$))+/m.exec(section) ?? [];
  const rows = table.trim().split('\n').map((row) => row.split(/(?<!\\)\|/).slice(1, -1).map((cell) => cell.trim()));
  return rows.filter((_, index) => index !== 1); // the line below the head
}

test('the README promises no more than what is asked of the pages here', () => {
  expect(fs.readFileSync(path.join(FOLDER, '..', '..', 'README.md'), 'utf8'))
    .toContain('Every page has an example in TypeScript and in Python, a table of what you get with its source, the exceptions and the monthly cost.');
  expect(PAGES.length).toBeGreaterThan(20);
});

describe.each(PAGES)('docs/constructs/$name', ({ name, text, sections }) => {
  test('says what you get, the exceptions and the cost, in this order', () => {
    expect([...sections.keys()].filter((heading) => HEADINGS.includes(heading))).toEqual(HEADINGS);
    expect(HEADINGS.filter((heading) => !/\w/.test(sections.get(heading)!))).toEqual([]);
  });

  test('has a source for each row of what you get: a page that is linked, or a control', () => {
    const [head, ...rows] = tableIn(sections.get('What you get'));
    expect(head.at(-1)).toMatch(/^source/);
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.filter((cells) => cells.length !== head.length || !/\]\(|\bFSBP [A-Z]\w+\.\d/.test(cells.at(-1)!)).map(([first]) => first)).toEqual([]);
  });

  test('says the cost in dollars, or that there is none', () => {
    expect(sections.get('Cost')!.trim()).toMatch(/\bUSD\b|^(None|Nothing)\b/);
  });

  test('links to pages that are there, and to headings that they have', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link).filter((link) => !link.startsWith('https://'));
    expect(links.filter((link) => !leadsSomewhere(link.startsWith('#') ? `${name}${link}` : link))).toEqual([]);
  });
});

function leadsSomewhere(link: string): boolean {
  const [file, anchor] = link.split('#');
  const target = path.join(FOLDER, file);
  if (!fs.existsSync(target)) return false;
  const headings = [...fs.readFileSync(target, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading.toLowerCase().replace(/[^\w\s-]/g, '').replace(/\s/g, '-'));
  return anchor === undefined || headings.includes(anchor);
}
