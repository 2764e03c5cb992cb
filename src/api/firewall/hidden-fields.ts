import type { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Protection } from '../../private/seal';

/** Headers that authenticate callers of API Gateway. */
const SECRET_HEADERS = ['authorization', 'cookie', 'x-api-key', 'x-amz-security-token'];

/** It repeats the address of the page that a browser comes from, query string and all. */
const REFERER = 'referer';

/** What of a request neither the log nor samples show; rules inspect it all the same. */
export class HiddenFields {
  private readonly headers: string[];

  constructor(private readonly queryStrings: boolean, sensitiveHeaders: string[] = []) {
    const further = sensitiveHeaders.map((header) => header.toLowerCase());
    this.headers = [...new Set([...SECRET_HEADERS, ...(queryStrings ? [REFERER] : []), ...further])];
  }

  /** Hides one more header from now on. */
  public hideHeader(name: string): void {
    const hidden = name.toLowerCase();
    if (!this.headers.includes(hidden)) this.headers.push(hidden);
  }

  /**
   * Hides them everywhere, in sampled requests and in what rules say of their matches too; the log's own redaction does not reach those.
   *
   * @see https://docs.aws.amazon.com/waf/latest/developerguide/data-protection-masking.html
   */
  public get dataProtection(): CfnWebACL.DataProtectionConfigProperty {
    return {
      dataProtections: [
        { field: { fieldType: 'SINGLE_HEADER', fieldKeys: [...this.headers] }, action: 'SUBSTITUTION' },
        { field: { fieldType: 'SINGLE_COOKIE' }, action: 'SUBSTITUTION' }, // all cookies, where rules name them one by one
        ...(this.queryStrings ? [{ field: { fieldType: 'QUERY_STRING' }, action: 'SUBSTITUTION' }] : []),
      ],
    };
  }

  /**
   * Hides them in the log.
   *
   * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-wafv2-loggingconfiguration-fieldtomatch.html
   */
  public get redaction(): CfnLoggingConfiguration.FieldToMatchProperty[] {
    return [...this.headers.map((header) => ({ singleHeader: { Name: header } })), ...(this.queryStrings ? [{ queryString: {} }] : [])];
  }

  /** The promise about the web ACL; more may be hidden beside it. */
  public staysInWebAcl(): Protection {
    const hides = (emitted: EmittedProtection[], type: string, keys: string[] = []) => emitted.some((each) => each.Field?.FieldType === type
      && ['SUBSTITUTION', 'HASH'].includes(each.Action ?? '') && !each.ExcludeRuleMatchDetails && !each.ExcludeRateBasedDetails
      && (each.Field.FieldKeys === undefined || (keys.length > 0 && keys.every((key) => each.Field?.FieldKeys?.includes(key)))));
    const { description } = this;
    return {
      path: 'DataProtectionConfig.DataProtections',
      get promise() { return `logs and samples never show ${description()}`; }, // more may be added
      instead: 'Leave the data protection in place; hide further headers by sensitiveHeaders.',
      holds: (value) => {
        const emitted = Array.isArray(value) ? value as EmittedProtection[] : [];
        return hides(emitted, 'SINGLE_HEADER', this.headers) && hides(emitted, 'SINGLE_COOKIE') && (!this.queryStrings || hides(emitted, 'QUERY_STRING'));
      },
    };
  }

  /** The promise about the log. */
  public staysInLog(): Protection {
    const { description } = this;
    return {
      path: 'RedactedFields',
      get promise() { return `the log never shows ${description()}`; },
      instead: 'Leave the redaction in place; hide further headers by sensitiveHeaders.',
      holds: (value) => {
        const fields = Array.isArray(value) ? value as EmittedField[] : [];
        return this.headers.every((header) => fields.some(({ SingleHeader }) => SingleHeader?.Name === header))
          && (!this.queryStrings || fields.some(({ QueryString }) => QueryString !== undefined));
      },
    };
  }

  private readonly description = () => `the headers ${this.headers.join(', ')}${this.queryStrings ? ', cookies and query strings' : ' and cookies'}`;
}

interface EmittedProtection {
  readonly Field?: { readonly FieldType?: string; readonly FieldKeys?: string[] };
  readonly Action?: string;
  readonly ExcludeRuleMatchDetails?: unknown;
  readonly ExcludeRateBasedDetails?: unknown;
}

interface EmittedField {
  readonly SingleHeader?: { readonly Name?: string };
  readonly QueryString?: unknown;
}
