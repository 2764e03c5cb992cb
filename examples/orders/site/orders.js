// The front page: a signed-in customer places an order, and reads it.
import { finishSignIn, startSignIn } from './sign-in.js';

const element = (id) => document.getElementById(id);
const say = (text) => { element('message').textContent = text; }; // as text, never as markup

/** In memory alone, where no other page finds it; whoever reloads signs in again. */
let token;

async function open() {
  const settings = await (await fetch('/settings.json')).json();
  element('sign-in').addEventListener('click', () => startSignIn(settings));
  try {
    token = await finishSignIn(settings);
  } catch (error) {
    say(error.message);
  }
  element('sign-in').hidden = token !== undefined;
  element('signed-in').hidden = token === undefined;
}

onSubmit('place', async ({ sku, quantity }) => {
  const { order, state } = await call('POST', '/orders', { items: [{ sku, quantity: Number(quantity) }] });
  element('read').elements.order.value = order;
  say(`Order ${order} is ${state}.`);
});

onSubmit('read', async ({ order }) => {
  const { state, items } = await call('GET', `/orders/${encodeURIComponent(order)}`);
  say(`Order ${order} is ${state}: ${items.map(({ sku, quantity }) => `${quantity} × ${sku}`).join(', ')}.`);
});

function onSubmit(form, act) {
  element(form).addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      await act(Object.fromEntries(new FormData(event.target)));
    } catch (error) {
      say(error.message);
    }
  });
}

/** The API is behind the same host name, so that nothing of this crosses origins. */
async function call(method, path, body) {
  const response = await fetch(`/api${path}`, {
    method,
    headers: { 'authorization': `Bearer ${token}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (response.ok) return response.json();
  throw new Error({ 401: 'Please sign in again.', 404: 'You have no such order.' }[response.status] ?? `That did not work (${response.status}).`);
}

await open();
