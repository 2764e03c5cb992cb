import { App, Stage } from 'aws-cdk-lib';
import { Profile } from 'cdk-hardened';
import { FrontPageStack } from './front-page-stack';
import { OrdersStack } from './orders-stack';

/** The app as `cdk synth` runs it (see cdk.json); the ids are placeholders, so that it synthesizes without an account. */
export function ordersApp(app: App = new App()): App {
  const account = '111122223333';
  const production = new Stage(app, 'Production', { env: { account, region: 'eu-west-1' } });
  Profile.set(production, Profile.PRODUCTION);
  const zone = { hostedZoneId: 'Z0123456789ABC', zoneName: 'example.com' };
  const webClientId = '1example23456789';
  const { api } = new OrdersStack(production, 'Orders', {
    terminationProtection: true,
    userPoolId: 'eu-west-1_Example00',
    webClientId,
    receiptKeySecretArn: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders/receipt-key-a1B2c3',
    domainName: 'orders-api.example.com',
    zone,
  });
  new FrontPageStack(production, 'FrontPage', {
    env: { account, region: 'us-east-1' },
    terminationProtection: true,
    domainName: 'shop.example.com',
    zone,
    api,
    originSecretArn: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders/origin-d4E5f6',
    signIn: 'https://example-shop.auth.eu-west-1.amazoncognito.com',
    webClientId,
  });
  return app;
}

if (require.main === module) ordersApp().synth();
