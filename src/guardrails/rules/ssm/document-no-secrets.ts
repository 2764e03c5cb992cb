import { judgeLiterals } from './literal-document';
import { defineRule } from '../../engine/rule';

export const rule = defineRule({
  id: 'ssm/document-no-secrets',
  title: 'Documents of Systems Manager hold no credentials',
  severity: 'high',
  resourceTypes: ['AWS::SSM::Document'],
  controls: {
    nist80053r5: ['IA-5(7)'],
    wellArchitected: ['SEC02-BP03', 'SEC03-BP08'],
    owaspServerless: ['S3'],
  },
  peers: {
    prowler: ['ssm_document_secrets'],
  },
  rationale: 'Whoever may call `ssm:GetDocument`, or sees a document that is shared, has the credential, and the commands that are run write '
    + 'it into logs.',
  whenNotToUse: 'Values that look like credentials and are none: waive those with the reason.',
  fix: 'Write the ARN of a secret into `content`, and let the script fetch the value when it runs, with the role of the instance: `aws secretsmanager '
    + 'get-secret-value`, or `aws ssm get-parameter --with-decryption` for a SecureString.',
  sources: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/documents.html',
    'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_identities_secrets.html',
  ],
  partly: 'Attachments, and values that are only given at deployment.',
  check: (document) => (document.get('Content').isAbsent ? undefined : judgeLiterals(document, 'Content')),
  unreachable: { NOT_APPLICABLE: 'every document has content' },
});
