import { Seeded } from './corpus/seeded';
import { TOKENS } from '../../../src/private/secret-detection/credential-patterns';
import { knownCredential } from '../../../src/private/secret-detection/known-credential';

const random = new Seeded(4711);
const { base62, hex, upper, lower, digits, uuid } = {
  base62: (length: number) => random.base62(length),
  hex: (length: number) => random.hex(length),
  upper: (length: number) => random.upper(length),
  lower: (length: number) => random.lower(length),
  digits: (length: number) => random.digits(length),
  uuid: () => random.uuid(),
};

/** The shortest of each form; put together here so that no scanner of repositories takes this file for a leak. */
const SHORTEST: readonly (readonly [kind: string, ...forms: string[]])[] = [
  ['an age private key', `AGE-SECRET-${'KEY'}-1${upper(50)}`],
  ['an AWS access key', ...['AK', 'AS', 'AB'].map((start) => `${start}IA${upper(16)}`), `AC${'CA'}${upper(16)}`],
  ['an AWS session token', `IQoJ${'b3JpZ2lu'}${base62(20)}`, `FwoG${'ZXIvYXdz'}${base62(20)}`],
  ['an Amazon Bedrock API key', `AB${'SK'}${base62(40)}`, `bedrock-${'api-key'}-${base62(20)}`],
  ['an Amazon MWS token', `amzn.${'mws'}.${uuid()}`],
  ['a Google API key', `AI${'za'}${base62(35)}`],
  ['a Google OAuth secret', `GOC${'SPX'}-${base62(20)}`],
  ['a Google OAuth token', `ya${'29'}.${base62(20)}`, `1/${'/0'}${base62(30)}`],
  ['an Azure client secret', `${base62(3)}7Q${'~'}${base62(31)}`, `${base62(3)}8Q${'~'}${base62(31)}`],
  ['an Azure account key', `Account${'Key'}=${base62(20)}`, `SharedAccess${'Key'}=${base62(20)}`],
  ['an Alibaba Cloud access key', `LT${'AI'}${base62(12)}`],
  ['a DigitalOcean token', ...['o', 'p', 'r'].map((kind) => `do${kind}_${'v1'}_${hex(64)}`)],
  ['a Heroku key', `HR${'KU'}-${base62(30)}`],
  ['a Fly.io token', `FlyV1 ${'fm'}2_${base62(20)}`, `FlV1 ${'fm'}1_${base62(20)}`, `fo${'1_'}${base62(40)}`],
  ['a GitHub token', ...['p', 'o', 'u', 's', 'r'].map((kind) => `gh${kind}_${base62(30)}`), `github_${'pat'}_${base62(30)}`],
  [
    'a GitLab token', ...['pat', 'ptt', 'dt', 'rt', 'ft', 'soat', 'cbt', 'agent', 'imt', 'oas'].map((kind) => `gl${kind}-${base62(20)}`),
    `GR${'1348941'}${base62(20)}`,
  ],
  ['a Bitbucket token', `AT${'BB'}${base62(24)}`, `ATC${'TT3'}${base62(20)}`],
  ['an Atlassian token', `ATA${'TT3'}${base62(20)}`],
  ['an npm token', `np${'m_'}${base62(36)}`],
  ['a PyPI token', `py${'pi'}-${base62(32)}`],
  ['a RubyGems key', `ruby${'gems'}_${hex(48)}`],
  ['a NuGet key', `o${'y2'}${lower(43)}`],
  ['a crates.io token', `ci${'o'}${base62(32)}`],
  ['a Docker token', `dckr_${'pat'}_${base62(20)}`, `dckr_${'oat'}_${base62(20)}`],
  ['a SonarQube token', ...['a', 'u', 'p'].map((kind) => `sq${kind}_${hex(40)}`)],
  ['a Buildkite token', `bk${'ua'}_${hex(40)}`],
  ['a CircleCI token', `CC${'IPAT'}_${base62(20)}`],
  ['a Postman key', `PM${'AK'}-${hex(24)}-${hex(34)}`],
  [
    'a Slack token', ...['a', 'b', 'e', 'o', 'p', 'r', 's'].map((kind) => `xo${'x'}${kind}-${base62(10)}`),
    `xa${'pp'}-1-${base62(10)}`,
  ],
  ['a Discord token', ...['M', 'N', 'O'].map((start) => `${start}${base62(23)}.${base62(6)}.${base62(27)}`)],
  ['a Telegram bot token', `${digits(8)}:${base62(35)}`],
  ['a Twilio key', `S${'K'}${hex(32)}`],
  ['a SendGrid key', `S${'G'}.${base62(16)}.${base62(16)}`],
  ['a Mailgun key', `ke${'y'}-${hex(32)}`, `${hex(32)}-${hex(8)}-${hex(8)}`],
  ['a Mailchimp key', `${hex(32)}-${'us'}1`],
  ['a Brevo key', `xkey${'sib'}-${hex(64)}-${base62(16)}`, `xsmtp${'sib'}-${hex(64)}-${base62(16)}`],
  ['a Resend key', `r${'e_'}${base62(8)}_${base62(20)}`],
  ['a Stripe key', ...['sk_live', 'rk_live', 'sk_test', 'rk_test'].map((start) => `${start}_${base62(10)}`), `wh${'sec'}_${base62(20)}`],
  ['a Square token', ...['atp', 'csp', 'idp'].map((kind) => `sq${'0'}${kind}-${base62(22)}`), `EAA${'A'}-${base62(59)}`],
  ['a PayPal token', `access_${'token'}$production$${lower(16)}$${hex(32)}`, `access_${'token'}$sandbox$${lower(16)}$${hex(32)}`],
  ['a Shopify token', ...['at', 'ss', 'ca', 'pa'].map((kind) => `sh${'p'}${kind}_${hex(32)}`)],
  ['a Plaid token', ...['sandbox', 'development', 'production'].map((stage) => `acc${'ess'}-${stage}-${uuid()}`)],
  ['an Adyen key', `AQ${'E'}m${base62(40)}`],
  ['a Shippo token', `ship${'po'}_live_${hex(40)}`, `ship${'po'}_test_${hex(40)}`],
  ['an EasyPost key', `EZ${'AK'}${base62(54)}`, `EZ${'TK'}${base62(54)}`],
  ['an OpenAI or Anthropic key', `s${'k'}-${base62(20)}`, `s${'k'}-ant-${base62(16)}`, `s${'k'}-svcacct-${base62(12)}`],
  ['a Hugging Face token', `h${'f'}_${base62(30)}`],
  [
    'an AI service key',
    ...['gs|k_', 'xa|i-', 'ppl|x-', 'r|8_', 'nva|pi-', 'lsv2|_pt_', 'lsv2|_sk_', 'tv|ly-', 'cs|k-', 'f|w_'].map((start) => `${start.replace('|', '')}${base62(20)}`),
  ],
  ['a Datadog key', `dd${'a'}_${base62(34)}`, `dd${'abc'}_${base62(34)}`],
  [
    'a New Relic key', ...['AK', 'II', 'RA', 'AA', 'IQ'].map((kind) => `NR${kind}${base62(20)}`), `eu${'01xx'}${hex(30)}FFFF${'NRAL'}`, `${hex(36)}${'NRAL'}`,
  ],
  ['a Grafana token', `gl${'c_'}${base62(32)}`, `gl${'sa'}_${base62(32)}_${hex(8)}`],
  ['a Sentry token', `snt${'rys'}_${base62(32)}`, `snt${'ryu'}_${base62(32)}`],
  ['a HashiCorp token', ...['s', 'b', 'r'].map((kind) => `hv${kind}.${base62(20)}`), `${base62(14)}.atlas${'v1'}.${base62(60)}`],
  ['a Doppler token', ...['pt', 'st', 'ct', 'sa', 'scim', 'audit'].map((kind) => `d${'p'}.${kind}.${base62(20)}`)],
  ['a Databricks token', `da${'pi'}${hex(32)}`],
  ['a Pulumi token', `pu${'l'}-${hex(40)}`],
  ['a PlanetScale credential', ...['tkn', 'pw', 'oauth'].map((kind) => `psc${'ale'}_${kind}_${base62(32)}`)],
  ['a Supabase token', `sb${'p'}_${hex(40)}`, `sb${'_secret'}_${base62(20)}`],
  ['a Tailscale key', `ts${'key'}-auth-${base62(10)}`],
  [
    'a Linear, Notion or Airtable key', `lin_${'api'}_${base62(32)}`, `lin_${'oauth'}_${base62(32)}`, `sec${'ret'}_${base62(40)}`, `nt${'n'}_${base62(40)}`,
    `pa${'t'}${base62(14)}.${hex(64)}`,
  ],
  ['a Figma token', ...['d', 'o', 'r'].map((kind) => `fi${'g'}${kind}_${base62(32)}`)],
  ['a Contentful token', `CF${'PAT'}-${base62(40)}`],
  ['a LaunchDarkly key', ...['sdk', 'mob', 'api'].map((kind) => `${kind}-${uuid()}`)],
  ['a Dropbox token', `s${'l'}.${base62(60)}`],
  ['a Mapbox secret token', `s${'k'}.eyJ${base62(20)}.${base62(16)}`],
  ['a Facebook token', `EA${'A'}B${base62(59)}`],
  ['a Twitter token', `${'A'.repeat(21)}%${base62(29)}`],
  ['a Firebase key', `AA${'AA'}${base62(7)}:APA91${base62(100)}`],
  ['a 1Password token', `op${'s'}_eyJ${base62(40)}`],
  ['a Netlify token', `nf${'p'}_${base62(36)}`],
  ['a ReadMe, Typeform or Adafruit key', `rd${'me'}_${lower(40)}`, `tf${'p'}_${base62(40)}`, `ai${'o'}_${base62(28)}`],
  ['a JSON Web Token', `ey${'J'}${base62(8)}.eyJ${base62(8)}.`],
];

const FORMS = SHORTEST.flatMap(([kind, ...forms]) => forms.map((form, index): [string, string, string] => [`${kind} (${index + 1})`, kind, form]));

test('there is an example of every kind', () => {
  expect([...new Set(TOKENS.map(({ kind }) => kind))].filter((kind) => !SHORTEST.some(([shown]) => shown === kind))).toEqual([]);
});

test.each(FORMS)('%s is known alone and in its surroundings', (_, kind, form) => {
  for (const text of [form, `client("${form}", 3)`, `KEY=${form}\n`, `-${form} `]) expect(knownCredential(text)).toEqual({ kind, text: form });
});

test.each(FORMS)('%s is not known inside a longer word, nor with a character less', (_, kind, form) => {
  expect(knownCredential(`x${form}`)?.kind).not.toBe(kind);
  expect(knownCredential(`_${form}`)?.kind).not.toBe(kind);
  expect(knownCredential(form.slice(0, -1))?.kind).not.toBe(kind);
});

test.each([
  ['a private key', `-----BEGIN ${'PRIVATE'} KEY-----\n${base62(16)}`],
  ['a private key', `-----BEGIN RSA ${'PRIVATE'} KEY-----\\n${base62(16)}`],
  ['a private key', `-----BEGIN PGP ${'PRIVATE'} KEY BLOCK-----\n\n${base62(16)}`],
  ['a private key', `"-----BEGIN EC ${'PRIVATE'} KEY-----" +\n'${base62(16)}`],
  ['a private key', `PuTTY-${'User-Key'}-File-3: ssh-ed25519`],
  ['a Slack webhook', `https://hooks.slack.com/${'services'}/T0/B0/${base62(10)}`],
  ['a Slack webhook', `https://hooks.slack.com/${'workflows'}/T0/B0/${base62(10)}`],
  ['a Slack webhook', `https://hooks.slack.com/${'triggers'}/T0/B0/${base62(10)}`],
  ['a Discord webhook', `https://discord.com/api/${'webhooks'}/${digits(17)}/${base62(40)}`],
  ['a Discord webhook', `https://discordapp.com/api/${'webhooks'}/${digits(17)}/${base62(40)}`],
  ['a Teams webhook', `https://acme.webhook.office.com/${'webhookb2'}/${uuid()}@${uuid()}/IncomingWebhook/${hex(32)}`],
  ['a Slack token', `xo${'xe'}.xoxb-${base62(10)}`],
  ['a Slack token', `xo${'xe'}.xoxp-${base62(10)}`],
  ['a password hash', `$${'2b'}$12$${base62(53)}`],
  ['a password hash', `$${'2'}$12$${base62(53)}`],
  ['a password hash', `$${'argon2id'}$v=19$m=65536`],
  ['a password hash', `$${'argon2i'}$v=19$m=65536`],
  ['a password hash', `$${'scrypt'}$ln=16,r=8,p=1$`],
  ['a password hash', `$${'6'}$salt$${base62(20)}`],
])('%s is known by the text around it: %s', (kind, text) => {
  expect(knownCredential(text)?.kind).toBe(kind);
});

test.each([
  `-----BEGIN ${'PRIVATE'} KEY-----`, `-----BEGIN ${'PRIVATE'} KEY-----\n${'A'.repeat(15)}`, `-----BEGIN ${'PUBLIC'} KEY-----\n${'b'.repeat(64)}`,
  `https://hooks.slack.com/${'services'}/T0/B0/${'a'.repeat(9)}`, `https://discord.com/api/${'webhooks'}/${'1'.repeat(16)}/${'a'.repeat(40)}`,
  `https://discord.com/api/${'webhooks'}/${'1'.repeat(17)}/${'a'.repeat(39)}`, `$${'2b'}$12$${'a'.repeat(52)}`, `US$${'6'}$salt$${'a'.repeat(20)}`, `$${'6'}$salt$${'a'.repeat(19)}`,
])('%s is too little to be known', (text) => {
  expect(knownCredential(text)).toBeUndefined();
});
