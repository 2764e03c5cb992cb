import * as crypto from 'crypto';
import { ArnFormat, Aspects, CfnResource, Duration, NestedStack, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { SubnetType } from 'aws-cdk-lib/aws-ec2';
import * as kms from 'aws-cdk-lib/aws-kms';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { AUTHORIZER, LOGIN, partnerIn, SECRET_ARN, settingsIn, synthesized } from './jwt-api';
import { JwtAlgorithm, JwtAuthorizer, JwtIssuer, JwtKeys, JwtVerifier, RouteAuth, SecureApi } from '../../../src/api';
import { SecureVpc } from '../../../src/network';
import { inBothFlagModes, newApp, newStack, only, templateOf } from '../../harness/apps';
import { emptyApiIn } from '../api-under-test';

const FUNCTION = { verifier: JwtVerifier.FUNCTION };
const JWK = crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });

const PINNED = JwtIssuer.at('https://login.example.com/', {
  audiences: ['orders'], algorithms: [JwtAlgorithm.ES256], keys: JwtKeys.pinned({ keys: [{ ...JWK, kid: '1' }] }),
});

inBothFlagModes(() => {
  describe('the function of a JwtAuthorizer', () => {
    test('gets settings with every default written out', () => {
      const template = synthesized((route) => route('/orders', RouteAuth.jwt(LOGIN, { withoutScopes: true, ...FUNCTION })));
      expect(settingsIn(template)).toEqual([{
        issuer: 'https://login.example.com/',
        audiences: ['orders'],
        audienceClaim: 'aud',
        algorithms: ['RS256'],
        keys: { kind: 'issuer' },
        clockToleranceSeconds: 0,
        claims: {},
        context: [],
        header: 'authorization',
        scopes: {},
      }]);
    });

    test('gets all that the issuer\'s options say', () => {
      const issuer = JwtIssuer.at('https://login.example.com/', {
        audiences: ['orders', 'returns'],
        algorithms: [JwtAlgorithm.EDDSA, JwtAlgorithm.PS512],
        keys: JwtKeys.jwks('https://keys.example.com/jwks'),
        tokenUse: 'access',
        tokenType: 'at+jwt',
        maxAge: Duration.hours(1),
        clockTolerance: Duration.seconds(30),
        claims: { tenant: 'acme', verified: true, level: 2 },
        contextClaims: ['email'],
        header: 'X-Token',
      });
      const template = synthesized((route) => route('/orders', RouteAuth.jwt(issuer, { withoutScopes: true })));
      expect(settingsIn(template)).toEqual([{
        issuer: 'https://login.example.com/',
        audiences: ['orders', 'returns'],
        audienceClaim: 'aud',
        algorithms: ['EdDSA', 'PS512'],
        keys: { kind: 'jwks', url: 'https://keys.example.com/jwks' },
        tokenUse: 'access',
        type: 'at+jwt',
        clockToleranceSeconds: 30,
        maxAgeSeconds: 3600,
        claims: { tenant: 'acme', verified: true, level: 2 },
        context: ['email'],
        header: 'x-token',
        scopes: {},
      }]);
    });

    test('of a user pool in the same stack takes its access tokens, or its ID tokens', () => {
      const settings = (acceptIdToken?: boolean): string => {
        const template = synthesized((route, stack) => {
          const pool = new cognito.UserPool(stack, 'Users');
          const issuer = JwtIssuer.userPool(pool, { clients: [pool.addClient('App')], acceptIdToken });
          route('/orders', RouteAuth.jwt(issuer, { withoutScopes: true, ...FUNCTION }));
        });
        const functions = Object.values(template.findResources('AWS::Lambda::Function'));
        return JSON.stringify(functions.find(({ Properties }) => Properties.Description === 'Verifies JSON Web Tokens')!.Properties.Environment);
      };
      expect(settings()).toMatch(/https:\/\/.*"Fn::GetAtt":\["Users0A0EEA89","ProviderName"\].*client_id.*access/);
      expect(settings(true)).toMatch(/audienceClaim\\":\\"aud.*tokenUse\\":\\"id/);
    });

    test('is one for equal issuers, and another for others', () => {
      const template = synthesized((route) => {
        const issuer = (audience: string): JwtIssuer => JwtIssuer.at('https://login.example.com/', { audiences: [audience] });
        for (const [path, audience] of [['/a', 'orders'], ['/b', 'orders'], ['/c', 'returns']]) {
          route(path, RouteAuth.jwt(issuer(audience), { scopes: ['read'], ...FUNCTION }));
        }
      });
      expect(settingsIn(template).map(({ audiences, scopes }) => [audiences, scopes])).toEqual([
        [['orders'], { 'GET /a': ['read'], 'GET /b': ['read'] }],
        [['returns'], { 'GET /c': ['read'] }],
      ]);
      template.resourceCountIs(AUTHORIZER, 2);
    });

    test('of pools that have one logical id in two stacks is not shared', () => {
      const app = newApp();
      const pools = ['A', 'B'].map((id) => new cognito.UserPool(new Stack(app, id), 'Users'));
      const stack = new Stack(app, 'Stack');
      const { api, fn } = emptyApiIn(stack);
      pools.forEach((pool, index) => {
        const issuer = JwtIssuer.userPool(pool, { clients: [pool.addClient('App')] });
        api.addRoute('GET', `/${index}`, fn, { auth: RouteAuth.jwt(issuer, { withoutScopes: true, ...FUNCTION }) });
      });
      templateOf(stack).resourceCountIs(AUTHORIZER, 2);
    });

    test('has the role of any function, and may read the secret, but nothing else', () => {
      const statements = (keys?: (stack: Stack) => JwtIssuer): unknown[] => {
        const template = synthesized((route, stack) => route('/orders', RouteAuth.jwt(keys?.(stack) ?? LOGIN, { withoutScopes: true, ...FUNCTION })));
        const policies = Object.entries(template.findResources('AWS::IAM::Policy')).filter(([id]) => id.includes('Jwt'));
        expect(policies).toHaveLength(1);
        return policies[0][1].Properties.PolicyDocument.Statement;
      };
      const own = ['logs:CreateLogStream', 'kms:Decrypt', 'xray:'];
      const without = statements();
      expect(without).toHaveLength(own.length);
      own.forEach((action, index) => expect(JSON.stringify(without[index])).toContain(action));
      const added = statements(partnerIn).filter((statement) => !JSON.stringify(without).includes(JSON.stringify(statement)))
        .filter((statement) => JSON.stringify(statement).includes('secretsmanager'));
      expect(added).toEqual([{ Action: 'secretsmanager:GetSecretValue', Effect: 'Allow', Resource: SECRET_ARN }]);
      expect(statements(partnerIn)).toHaveLength(own.length + 1);
    });

    test('may decrypt with the key of the secret, through Secrets Manager only', () => {
      const template = synthesized((route, stack) => {
        const encryptionKey = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:111122223333:key/12345678-1234-1234-1234-123456789012');
        const secret = secretsmanager.Secret.fromSecretAttributes(stack, 'Secret', { secretCompleteArn: SECRET_ARN, encryptionKey });
        const issuer = JwtIssuer.at('https://partner.example.com', { audiences: ['orders'], keys: JwtKeys.secret(secret, { field: 'jwt' }) });
        route('/orders', RouteAuth.jwt(issuer, { withoutScopes: true }));
      });
      template.hasResourceProperties('AWS::IAM::Policy', {
        PolicyDocument: {
          Statement: Match.arrayWith([Match.objectLike({
            Action: 'kms:Decrypt',
            Resource: 'arn:aws:kms:eu-west-1:111122223333:key/12345678-1234-1234-1234-123456789012',
            Condition: { StringEquals: { 'kms:ViaService': Match.anyValue() } },
          })]),
        },
      });
      expect(settingsIn(template)[0].keys).toEqual({ kind: 'secret', id: SECRET_ARN, field: 'jwt' });
    });

    test.each<[string, (stack: Stack) => secretsmanager.ISecret, string, unknown]>([
      ['a name like an ARN\'s end', (stack) => secretsmanager.Secret.fromSecretNameV2(stack, 'Secret', 'prod/x-secret'), 'prod/x-secret', undefined],
      ['an ARN without its end, of this account', (stack) => secretsmanager.Secret.fromSecretPartialArn(stack, 'Secret', stack.formatArn({
        service: 'secretsmanager', resource: 'secret', resourceName: 'x-secret', arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      })), 'x-secret', undefined],
      ['an ARN without its end, of another', (stack) => secretsmanager.Secret.fromSecretPartialArn(stack, 'Secret',
        'arn:aws:secretsmanager:eu-west-1:444455556666:secret:partner'), 'arn:aws:secretsmanager:eu-west-1:444455556666:secret:partner',
      'arn:aws:secretsmanager:eu-west-1:444455556666:secret:partner-??????'],
    ])('finds the secret by %s, and may read what has it', (_, of, id, granted) => {
      const template = synthesized((route, stack) => {
        const issuer = JwtIssuer.at('https://partner.example.com', { audiences: ['orders'], keys: JwtKeys.secret(of(stack)) });
        route('/orders', RouteAuth.jwt(issuer, { withoutScopes: true }));
      });
      expect(settingsIn(template)[0].keys).toEqual({ kind: 'secret', id });
      const [{ Resource }] = Object.values(template.findResources('AWS::IAM::Policy')).flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
        .filter(({ Action }) => Action === 'secretsmanager:GetSecretValue');
      if (granted === undefined) expect(JSON.stringify(Resource)).toContain(`:secret:${id}-??????"`);
      else expect(Resource).toBe(granted);
    });

    test('ends before API Gateway stops waiting for it, and is outside of any VPC', () => {
      const template = synthesized((route) => route('/orders', RouteAuth.jwt(LOGIN, { withoutScopes: true, ...FUNCTION })));
      template.hasResourceProperties('AWS::Lambda::Function', {
        Description: 'Verifies JSON Web Tokens', Timeout: 8, MemorySize: 512, Runtime: 'nodejs24.x', VpcConfig: Match.absent(),
      });
    });

    test('has the key, retention, memory, concurrency and subnets that it is given', () => {
      const stack = newStack();
      const { api, fn } = emptyApiIn(stack);
      const { vpc } = new SecureVpc(stack, 'Vpc');
      const encryptionKey = new kms.Key(stack, 'Own');
      const subnets = { availabilityZones: [vpc.availabilityZones[0]], subnetType: SubnetType.PRIVATE_ISOLATED };
      const authorizer = new JwtAuthorizer(stack, 'Jwt', {
        issuer: PINNED, vpc, subnets, encryptionKey, logRetention: RetentionDays.THREE_MONTHS, memorySize: 256, reservedConcurrentExecutions: 7,
      });
      api.addRoute('GET', '/orders', fn, { auth: RouteAuth.jwtAuthorizer(authorizer, { withoutScopes: true }) });
      const template = templateOf(stack);
      const [selected] = vpc.selectSubnets(subnets).subnetIds.map((id) => stack.resolve(id) as object);
      expect(vpc.isolatedSubnets.length).toBeGreaterThan(1);
      const keyArn = stack.resolve(encryptionKey.keyArn) as object;
      template.hasResourceProperties('AWS::Lambda::Function', {
        Description: 'Verifies JSON Web Tokens',
        KmsKeyArn: keyArn,
        MemorySize: 256,
        ReservedConcurrentExecutions: 7,
        VpcConfig: { SubnetIds: [selected] },
        LoggingConfig: { LogGroup: stack.resolve(authorizer.lambdaFunction.logGroup.logGroupName) as object },
      });
      template.hasResourceProperties('AWS::Logs::LogGroup', { KmsKeyId: keyArn, RetentionInDays: 90 });
    });

    test('in a VPC brings its keys along and calls nobody; by a secret it opens the way to Secrets Manager', () => {
      const inVpc = (issuerIn: (stack: Stack) => JwtIssuer): Template => {
        const stack = newStack();
        const { api, fn } = emptyApiIn(stack);
        const { vpc } = new SecureVpc(stack, 'Vpc');
        const authorizer = new JwtAuthorizer(stack, 'Jwt', { issuer: issuerIn(stack), vpc });
        api.addRoute('GET', '/orders', fn, { auth: RouteAuth.jwtAuthorizer(authorizer, { withoutScopes: true }) });
        const template = templateOf(stack);
        template.hasResourceProperties('AWS::Lambda::Function', { Description: 'Verifies JSON Web Tokens', VpcConfig: Match.anyValue() });
        return template;
      };
      const endpoints = (template: Template): string[] => Object.values(template.findResources('AWS::EC2::VPCEndpoint'))
        .map(({ Properties }) => JSON.stringify(Properties.ServiceName)).filter((name) => name.includes('secretsmanager'));
      const pinned = inVpc(() => PINNED);
      expect(endpoints(pinned)).toHaveLength(0);
      const [{ Properties: { VpcConfig } }] = Object.values(pinned.findResources('AWS::Lambda::Function', { Properties: { Description: 'Verifies JSON Web Tokens' } }));
      const [{ 'Fn::GetAtt': [group] }] = VpcConfig.SecurityGroupIds;
      expect(pinned.findResources('AWS::EC2::SecurityGroup')[group].Properties.SecurityGroupEgress).toEqual([expect.objectContaining({ CidrIp: '255.255.255.255/32' })]);
      expect(Object.values(pinned.findResources('AWS::EC2::SecurityGroupEgress')).filter(({ Properties }) => JSON.stringify(Properties.GroupId).includes(group))).toEqual([]);
      expect(endpoints(inVpc(partnerIn))).toHaveLength(1);
    });
  });

  describe('API Gateway asks', () => {
    test('with the token alone where no route has scopes, and keeps the answer for all of them', () => {
      const template = synthesized((route, stack) => {
        const auth = RouteAuth.jwt(partnerIn(stack), { withoutScopes: true, cacheTtl: Duration.minutes(1) });
        route('/a', auth);
        route('/b', auth);
      });
      const { resource } = only(template, AUTHORIZER);
      expect(resource.Properties).toMatchObject({
        Type: 'TOKEN', IdentitySource: 'method.request.header.Authorization', AuthorizerResultTtlInSeconds: 60,
      });
      const pattern = new RegExp(resource.Properties.IdentityValidationExpression);
      expect(['Bearer a.b.c', 'bearer  a-_.b1.c ', 'Bearer ', 'a.b.c', 'Bearer a.b', 'Bearer a.b.c.d', 'Bearer a.b.c, Bearer d.e.f', 'Bearer ä.b.c']
        .filter((text) => pattern.test(text))).toEqual(['Bearer a.b.c', 'bearer  a-_.b1.c ']);
      expect(settingsIn(template)[0].scopes).toEqual({});
    });

    const partly = (paths: string[]): Template => synthesized((route, stack) => {
      const partner = partnerIn(stack);
      for (const path of paths) route(path, RouteAuth.jwt(partner, path === '/scoped' ? { scopes: ['read'] } : { withoutScopes: true }));
    });

    test.each([['first', ['/scoped', '/any']], ['last', ['/any', '/scoped']]])('by route where one has scopes, added %s', (_, paths) => {
      const template = partly(paths);
      const authorizers = template.findResources(AUTHORIZER);
      const byRoute = Object.values(authorizers).find(({ Properties }) => Properties.Type === 'REQUEST')!.Properties;
      expect(byRoute).toMatchObject({
        IdentitySource: 'method.request.header.Authorization,context.resourcePath,context.httpMethod', AuthorizerResultTtlInSeconds: 300,
      });
      expect(byRoute.IdentityValidationExpression).toBeUndefined();
      expect(Object.values(authorizers).map(({ Properties }) => Properties.Type).sort()).toEqual(['REQUEST', 'TOKEN']);
      const asks = (pathPart: string): string => {
        const [resource] = Object.keys(template.findResources('AWS::ApiGateway::Resource', { Properties: { PathPart: pathPart } }));
        const [{ Properties }] = Object.values(template.findResources('AWS::ApiGateway::Method', { Properties: { ResourceId: { Ref: resource } } }));
        return authorizers[Properties.AuthorizerId.Ref].Properties.Type;
      };
      expect([asks('scoped'), asks('any')]).toEqual(['REQUEST', 'TOKEN']);
      expect(settingsIn(template)[0].scopes).toEqual({ 'GET /any': [], 'GET /scoped': ['read'] });
    });

    test('routes without scopes as before when a first one has some: what is live goes on until the next deployment is', () => {
      const [[id, before]] = Object.entries(partly(['/any']).findResources(AUTHORIZER));
      expect(partly(['/any', '/scoped']).findResources(AUTHORIZER)[id]).toEqual(before);
    });

    test('by the header that the issuer\'s options name', () => {
      const issuer = JwtIssuer.at('https://login.example.com/', { audiences: ['orders'], header: 'X-Token' });
      const template = synthesized((route) => route('/orders', RouteAuth.jwt(issuer, { withoutScopes: true, ...FUNCTION })));
      expect(only(template, AUTHORIZER).resource.Properties.IdentitySource).toBe('method.request.header.X-Token');
    });

    test('and only this authorizer of this API may', () => {
      const template = synthesized((route, stack) => route('/orders', RouteAuth.jwt(partnerIn(stack), { withoutScopes: true })));
      const { id } = only(template, AUTHORIZER);
      template.hasResourceProperties('AWS::Lambda::Permission', {
        FunctionName: { 'Fn::GetAtt': [Match.stringLikeRegexp('Jwt'), 'Arn'] },
        Principal: 'apigateway.amazonaws.com',
        SourceArn: { 'Fn::Join': ['', Match.arrayWith(['/authorizers/', { Ref: id }])] },
      });
    });

    test('of an API in a nested stack', () => {
      const stack = newStack();
      const nested = new NestedStack(stack, 'Nested');
      const { api, fn } = emptyApiIn(nested as Stack);
      api.addRoute('GET', '/orders', fn, { auth: RouteAuth.jwt(partnerIn(nested), { scopes: ['read'] }) });
      expect(() => templateOf(stack)).not.toThrow();
    });
  });

  describe('ids stay', () => {
    const ids = (paths: string[]): string[] => Object.keys(synthesized((route, stack) => {
      const pool = new cognito.UserPool(stack, 'Users'); // its tokens are numbered as they are made
      for (const path of paths) void stack.resolve(`${path}${pool.userPoolArn}`);
      const issuer = JwtIssuer.userPool(pool, { clients: [pool.addClient('App')] });
      for (const path of paths) route(path, RouteAuth.jwt(issuer, { withoutScopes: true }));
    }).toJSON().Resources as object).filter((id) => /Jwt|JWT/.test(id));

    test('whichever routes come and go', () => {
      expect(ids(['/a', '/b', '/c']).sort()).toEqual(ids(['/c']).sort());
    });
  });

  describe('what was decided stays', () => {
    const changed = (type: string, path: string, value: unknown): (() => unknown) => () => synthesized((route, stack, api) => {
      route('/orders', RouteAuth.jwt(partnerIn(stack), { scopes: ['read'] }));
      Aspects.of(api).add({
        visit: (node) => {
          if (CfnResource.isCfnResource(node) && node.cfnResourceType === type && /jwt/i.test(node.node.path)) node.addPropertyOverride(path, value);
        },
      });
    });

    test.each<[string, string, string, unknown]>([
      ['the code', 'AWS::Lambda::Function', 'Code', { ZipFile: 'exports.handler = async () => ({ isAuthorized: true });' }],
      ['what is called', 'AWS::Lambda::Function', 'Handler', 'index.other'],
      ['settings', 'AWS::Lambda::Function', 'Environment.Variables.JWT_AUTHORIZER_SETTINGS', '{}'],
      ['the identity sources', AUTHORIZER, 'IdentitySource', 'method.request.header.Authorization'],
      ['how long answers are kept', AUTHORIZER, 'AuthorizerResultTtlInSeconds', 3600],
      ['the function', AUTHORIZER, 'AuthorizerUri', 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/other/invocations'],
      ['how it is asked', AUTHORIZER, 'Type', 'TOKEN'],
    ])('%s', (_, type, path, value) => {
      expect(changed(type, path, value)).toThrow(new RegExp(`${type} ${path}.*something changed it after construction`));
    });
  });

  test('the deployment changes with the authorizer', () => {
    const deployment = (minutes: number): string => only(synthesized((route, stack) =>
      route('/orders', RouteAuth.jwt(partnerIn(stack), { scopes: ['read'], cacheTtl: Duration.minutes(minutes) }))), 'AWS::ApiGateway::Deployment').id;
    expect(deployment(1)).not.toBe(deployment(2));
    expect(deployment(1)).toBe(deployment(1));
  });

  test('serves one API only', () => {
    const stack = newStack();
    const { api, fn } = emptyApiIn(stack);
    const authorizer = new JwtAuthorizer(stack, 'Jwt', { issuer: partnerIn(stack) });
    const auth = RouteAuth.jwtAuthorizer(authorizer, { scopes: ['read'] });
    api.addRoute('GET', '/orders', fn, { auth });
    expect(() => new SecureApi(stack, 'Second').addRoute('GET', '/orders', fn, { auth }))
      .toThrow(/\[Stack\/Jwt\] JwtAuthorizer = .*: it serves Stack\/Api\/Resource already.*Make another JwtAuthorizer/);
  });

  test('routes that no longer fit into the environment of a function are refused, with a way out', () => {
    const stack = newStack();
    const { api, fn } = emptyApiIn(stack);
    const partner = partnerIn(stack);
    for (let index = 0; index < 80; index += 1) {
      api.addRoute('GET', `/a-rather-long-name-of-a-resource/${index}`, fn, { auth: RouteAuth.jwt(partner, { scopes: ['orders/read'] }) });
    }
    expect(() => templateOf(stack)).toThrow(/settings with the scopes of all routes = "\d+ bytes".*room for 4096.*second JwtAuthorizer/);
  });
});
