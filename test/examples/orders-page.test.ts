import { createHash, webcrypto } from 'crypto';
import * as fs from 'fs';
import * as path from 'path';
import * as vm from 'vm';
import { buildSync } from 'esbuild';

const SITE = path.join(__dirname, '../../examples/orders/site');
const SETTINGS = { signIn: 'https://sign-in.example.com', clientId: 'client-1' };
const ORDER = '11111111-2222-3333-4444-555555555555';

/** The page's scripts as one function of a browser. */
const SCRIPT = buildSync({
  // the page waits at its end for what it has begun, which only modules can do
  stdin: { contents: `export const opened = (async () => {${moduleBody()}})();`, resolveDir: SITE },
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'page',
}).outputFiles[0].text;

function moduleBody(): string {
  const text = fs.readFileSync(path.join(SITE, 'orders.js'), 'utf8');
  return text.replace(/^import (\{.*\}) from '(.*)';$/m, "const $1 = await import('$2');");
}

/** As much of a browser as the page uses. */
class Browser {
  public readonly elements: Record<string, any> = {};
  public readonly requests: { url: string; method?: string; headers?: any; body?: any }[] = [];
  public readonly visited: string[] = [];
  public shown = '';

  constructor(
    private readonly search: string, public readonly stored: Record<string, string>, private readonly answers: Record<string, object | number>,
  ) {}

  public async open(): Promise<void> {
    const page = vm.runInNewContext(`${SCRIPT}; page`, {
      document: { getElementById: (id: string) => this.element(id) },
      location: { origin: 'https://shop.example.com', search: this.search, assign: (url: string) => this.visited.push(url) },
      history: { replaceState: (_: unknown, __: string, url: string) => { this.shown = url; } },
      sessionStorage: {
        getItem: (key: string) => this.stored[key] ?? null,
        setItem: (key: string, value: string) => { this.stored[key] = value; },
        removeItem: (key: string) => { delete this.stored[key]; },
      },
      crypto: webcrypto,
      TextEncoder,
      URLSearchParams,
      Uint8Array,
      btoa,
      FormData: class { constructor(form: any) { return form.values; } },
      fetch: async (url: string, options: any = {}) => {
        this.requests.push({ url, ...options });
        const answer = this.answers[`${options.method ?? 'GET'} ${url}`] ?? 404;
        return typeof answer === 'number' ? { ok: false, status: answer } : { ok: true, json: async () => answer };
      },
    });
    await page.opened;
  }

  public element(id: string): any {
    this.elements[id] ??= {
      listeners: {},
      hidden: true,
      textContent: '',
      elements: { order: { value: '' } },
      addEventListener(type: string, listener: unknown) { this.listeners[type] = listener; },
    };
    return this.elements[id];
  }

  public async submit(form: string, values: object): Promise<string> {
    await this.element(form).listeners.submit({ preventDefault: () => undefined, target: { values: Object.entries(values) } });
    return this.element('message').textContent;
  }
}

/** A browser to which the user pool has sent the customer back. */
async function signedIn(answers: Record<string, object | number> = {}): Promise<Browser> {
  const browser = new Browser('?code=code-1&state=state-1', { 'sign-in': '{"verifier":"verifier-1","state":"state-1"}' }, {
    'GET /settings.json': SETTINGS, [`POST ${SETTINGS.signIn}/oauth2/token`]: { access_token: 'token-1' }, ...answers,
  });
  await browser.open();
  return browser;
}

test('whoever is not signed in is led to the user pool, with a challenge whose verifier stays here', async () => {
  const browser = new Browser('', {}, { 'GET /settings.json': SETTINGS });
  await browser.open();
  expect([browser.element('sign-in').hidden, browser.element('signed-in').hidden]).toEqual([false, true]);
  await browser.element('sign-in').listeners.click();
  const url = new URL(browser.visited[0]);
  const { verifier, state } = JSON.parse(browser.stored['sign-in']);
  expect(`${url.origin}${url.pathname}`).toBe('https://sign-in.example.com/oauth2/authorize');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    response_type: 'code',
    client_id: 'client-1',
    redirect_uri: 'https://shop.example.com/',
    scope: 'openid orders/read orders/write',
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  expect(verifier.length).toBeGreaterThanOrEqual(43); // RFC 7636
});

test('whoever comes back gets a token, which is stored nowhere, and the code leaves the address bar', async () => {
  const browser = await signedIn();
  expect([browser.element('sign-in').hidden, browser.element('signed-in').hidden]).toEqual([true, false]);
  const [, { body }] = browser.requests;
  expect(Object.fromEntries(body)).toMatchObject({ grant_type: 'authorization_code', code: 'code-1', code_verifier: 'verifier-1' });
  expect(browser.shown).toBe('/');
  expect(browser.stored).toEqual({});
});

test.each<[string, string, Record<string, string>]>([
  ['of somebody else', '?code=code-1&state=state-2', { 'sign-in': '{"verifier":"verifier-1","state":"state-1"}' }],
  ['that was not begun', '?code=code-1&state=state-1', {}],
])('a sign-in %s is taken no further', async (_, search, stored) => {
  const browser = new Browser(search, stored, { 'GET /settings.json': SETTINGS });
  await browser.open();
  expect(browser.requests.map(({ url }) => url)).toEqual(['/settings.json']);
  expect(browser.element('message').textContent).toBe('This sign-in was not started here.');
  expect(browser.element('signed-in').hidden).toBe(true);
});

test('a customer places an order and reads it, by the API behind the same name', async () => {
  const items = [{ sku: 'BOOK-1', quantity: 2 }];
  const browser = await signedIn({ 'POST /api/orders': { order: ORDER, state: 'placed' }, [`GET /api/orders/${ORDER}`]: { state: 'accepted', items } });
  expect(await browser.submit('place', { sku: 'BOOK-1', quantity: '2' })).toBe(`Order ${ORDER} is placed.`);
  expect(browser.element('read').elements.order.value).toBe(ORDER);
  expect(await browser.submit('read', { order: ORDER })).toBe(`Order ${ORDER} is accepted: 2 × BOOK-1.`);
  const [placed, read] = browser.requests.slice(-2);
  expect(JSON.parse(placed.body)).toEqual({ items }); // as the schema of the API wants it
  for (const { headers } of [placed, read]) expect(headers.authorization).toBe('Bearer token-1');
});

test('a refusal is said, and nothing of the answer becomes markup', async () => {
  const browser = await signedIn({ 'POST /api/orders': 401 });
  expect(await browser.submit('place', { sku: 'BOOK-1', quantity: '2' })).toBe('Please sign in again.');
  expect(await browser.submit('read', { order: ORDER })).toBe('You have no such order.');
  expect(fs.readFileSync(path.join(SITE, 'orders.js'), 'utf8')).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write/);
});

test.each(['index.html', 'error.html'])('%s has no script and no style of its own, which its policy forbids', (page) => {
  const html = fs.readFileSync(path.join(SITE, page), 'utf8');
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)|javascript:|https?:\/\//i);
  for (const [, file] of html.matchAll(/(?:src|href)="\/([^"]+)"/g)) expect(fs.existsSync(path.join(SITE, file))).toBe(true);
});
