import { App, RemovalPolicy, Stack, Stage } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Profile, SecureKey, SecureLogGroup } from '../src';
import { inBothFlagModes, newApp, only, templateOf } from './harness/apps';

inBothFlagModes(() => {
  test('is production where nobody says otherwise', () => {
    expect(Profile.of(new Stack(newApp(), 'Stack'))).toBe(Profile.PRODUCTION);
  });

  test.each([['app'], ['stage'], ['stack']])('marks everything below a %s', (level) => {
    const app = newApp();
    const stage = new Stage(app, 'Preview');
    const stack = new Stack(stage, 'Stack');
    Profile.set({ app, stage, stack }[level]!, Profile.EPHEMERAL);
    expect(Profile.of(new Construct(stack, 'Deep'))).toBe(Profile.EPHEMERAL);
  });

  test('marks nothing beside the marked scope', () => {
    const app = newApp();
    Profile.set(new Stage(app, 'Preview'), Profile.EPHEMERAL);
    expect(Profile.of(new Stack(new Stage(app, 'Live'), 'Stack'))).toBe(Profile.PRODUCTION);
  });

  test('takes the nearest mark: production inside an ephemeral app', () => {
    const app = newApp();
    Profile.set(app, Profile.EPHEMERAL);
    const live = new Stage(app, 'Live');
    Profile.set(live, Profile.PRODUCTION);
    expect(Profile.of(new Stack(live, 'Stack'))).toBe(Profile.PRODUCTION);
    expect(Profile.of(new Stack(app, 'Stack'))).toBe(Profile.EPHEMERAL);
  });

  test.each(['production', 'ephemeral'])('is read from the context where nothing is marked: %s', (name) => {
    const app = newApp({}, { 'cdk-hardened:profile': name });
    expect(Profile.of(new Stack(app, 'Stack')).name).toBe(name);
  });

  test('prefers a mark to the context', () => {
    const app = newApp({}, { 'cdk-hardened:profile': 'ephemeral' });
    const live = new Stage(app, 'Live');
    Profile.set(live, Profile.PRODUCTION);
    expect(Profile.of(new Stack(live, 'Stack'))).toBe(Profile.PRODUCTION);
  });

  test('refuses a context that names no profile', () => {
    const stack = new Stack(newApp({}, { 'cdk-hardened:profile': 'staging' }), 'Stack');
    expect(() => Profile.of(stack))
      .toThrow('[Stack] context cdk-hardened:profile = "staging": there is no such profile. Use "production" or "ephemeral"');
  });

  test('refuses ephemeral inside a stage marked production', () => {
    const live = new Stage(newApp(), 'Live');
    Profile.set(live, Profile.PRODUCTION);
    expect(() => Profile.set(new Stack(live, 'Scratch'), Profile.EPHEMERAL))
      .toThrow('[Live/Scratch] profile = "ephemeral": it lies inside "Live", which is marked production: its data must outlive it. '
      + 'Move the stack to a stage marked Profile.EPHEMERAL, or drop this mark');
  });

  test('refuses production around a stack that is marked ephemeral already', () => {
    const live = new Stage(newApp(), 'Live');
    Profile.set(new Stack(live, 'Scratch'), Profile.EPHEMERAL);
    expect(() => Profile.set(live, Profile.PRODUCTION))
      .toThrow('[Live] profile = "production": "Live/Scratch" inside it is marked ephemeral: its data would be deleted in a production scope');
  });

  test('refuses ephemeral deep inside a production mark, whatever is marked between', () => {
    const app = newApp();
    Profile.set(app, Profile.PRODUCTION);
    const stage = new Stage(app, 'Stage');
    expect(() => Profile.set(stage, Profile.EPHEMERAL)).toThrow(/\[Stage\] profile = "ephemeral": it lies inside "App"/);
  });

  test('refuses two marks on one scope, and takes the same one twice', () => {
    const app = newApp();
    Profile.set(app, Profile.EPHEMERAL);
    Profile.set(app, Profile.EPHEMERAL);
    expect(() => Profile.set(app, Profile.PRODUCTION)).toThrow('[App] profile = "production": this scope is marked ephemeral already');
  });

  test('refuses a mark that comes after constructs were built', () => {
    const stack = new Stack(newApp(), 'Stack');
    new SecureKey(stack, 'Key');
    expect(() => Profile.set(stack, Profile.EPHEMERAL))
      .toThrow('[Stack] profile = "ephemeral": "Stack/Key" was already built as production. Call Profile.set(scope, ...) before');
  });

  test('takes a late mark that changes nothing', () => {
    const stack = new Stack(newApp(), 'Stack');
    new SecureKey(stack, 'Key');
    Profile.set(stack, Profile.PRODUCTION);
    expect(Profile.of(stack)).toBe(Profile.PRODUCTION);
  });

  test('takes a late mark on another branch than the one that was built', () => {
    const app = newApp();
    new SecureKey(new Stack(app, 'Built'), 'Key');
    const later = new Stack(app, 'Later');
    Profile.set(later, Profile.EPHEMERAL);
    expect(Profile.of(later)).toBe(Profile.EPHEMERAL);
  });

  test.each([
    [Profile.PRODUCTION, { removalPolicy: RemovalPolicy.RETAIN, deletionProtection: true, logRetentionDays: 365, autoDelete: false }],
    [Profile.EPHEMERAL, { removalPolicy: RemovalPolicy.DESTROY, deletionProtection: false, logRetentionDays: 7, autoDelete: true }],
  ])('says what the constructs follow: %#', (profile, expected) => {
    expect({
      removalPolicy: profile.removalPolicy,
      deletionProtection: profile.deletionProtection,
      logRetentionDays: profile.logRetentionDays,
      autoDelete: profile.autoDelete,
    }).toEqual(expected);
  });

  test.each([[Profile.PRODUCTION, 'Retain', 365], [Profile.EPHEMERAL, 'Delete', 7]])('reaches the template: %#', (profile, deletion, days) => {
    const app = new App({ analyticsReporting: false });
    Profile.set(app, profile);
    const stack = new Stack(app, 'Stack');
    new SecureLogGroup(stack, 'Logs');
    const { resource } = only(templateOf(stack), 'AWS::Logs::LogGroup');
    expect(resource).toMatchObject({ DeletionPolicy: deletion, UpdateReplacePolicy: deletion, Properties: { RetentionInDays: days } });
    expect(only(templateOf(stack), 'AWS::KMS::Key').resource).toMatchObject({ DeletionPolicy: deletion });
  });
});
