import { App, Stage } from 'aws-cdk-lib';
import { Profile } from 'cdk-hardened';
import { OrdersStack } from './orders-stack';

/** The app as `cdk synth` runs it (see cdk.json); the ids are placeholders, so that it synthesizes without an account. */
export function ordersApp(app: App = new App()): App {
  const production = new Stage(app, 'Production', { env: { account: '111122223333', region: 'eu-west-1' } });
  Profile.set(production, Profile.PRODUCTION);
  new OrdersStack(production, 'Orders', {
    terminationProtection: true,
    userPoolId: 'eu-west-1_Example00',
    webClientId: '1example23456789',
    receiptKeySecretArn: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders/receipt-key-a1B2c3',
    webOrigin: 'https://shop.example.com',
  });
  return app;
}

if (require.main === module) ordersApp().synth();
