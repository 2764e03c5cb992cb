// Signs a customer in on the pages of the user pool: authorization code with PKCE.

const SCOPES = 'openid orders/read orders/write';

/** Leaves for the user pool, which sends the customer back to the front page. */
export async function startSignIn({ signIn, clientId }) {
  const [verifier, state] = [randomText(), randomText()];
  sessionStorage.setItem('sign-in', JSON.stringify({ verifier, state }));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  location.assign(`${signIn}/oauth2/authorize?${new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: frontPage(),
    scope: SCOPES,
    state,
    code_challenge: base64url(digest),
    code_challenge_method: 'S256',
  })}`);
}

/** The access token, where the user pool has just sent the customer back. */
export async function finishSignIn({ signIn, clientId }) {
  const answer = new URLSearchParams(location.search);
  const started = JSON.parse(sessionStorage.getItem('sign-in'));
  sessionStorage.removeItem('sign-in'); // good for one time
  if (!answer.has('state')) return undefined;
  history.replaceState(null, '', '/'); // the code does not stay in the address bar
  if (answer.get('state') !== started?.state) throw new Error('This sign-in was not started here.');
  const response = await fetch(`${signIn}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: frontPage(),
      code: answer.get('code') ?? '',
      code_verifier: started.verifier,
    }),
  });
  if (!response.ok) throw new Error('Signing in did not work.');
  return (await response.json()).access_token;
}

/** As the app client lists it. */
function frontPage() {
  return `${location.origin}/`;
}

function randomText() {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64url(bytes) {
  return btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
