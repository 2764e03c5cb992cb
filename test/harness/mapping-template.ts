import { render } from 'velocityjs';

/** What API Gateway knows of a request when it fills a mapping template. */
export interface MappedRequest {
  /** The body as the caller has sent it. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly context?: Readonly<Record<string, unknown>>;
}

/** What a mapping template becomes, as API Gateway would fill it; throws where Velocity could not read it. */
export function filled(template: string, { body = {}, headers = {}, context = {} }: MappedRequest = {}): string {
  refuseRunTogether(template);
  return render(template, {
    context: { responseOverride: { header: {} }, ...context },
    input: {
      json: () => JSON.stringify(body),
      path: (path: string) => (body as Record<string, unknown>)[path.replace(/^\$\./, '')],
      params: () => ({ header: { get: (name: string) => headers[name] ?? '' } }),
    },
    util: {
      parseJson: (text: unknown) => JSON.parse(String(text)) as unknown,
      urlEncode: (text: unknown) => new JavaString(urlEncoded(String(text))),
      escapeJavaScript: (text: unknown) => new JavaString(String(text).replace(/[\\'"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r')),
    },
  });
}

/** The parameters of a template that becomes a form. */
export function filledForm(template: string, request?: MappedRequest): Record<string, string> {
  const parameters = filled(template, request).split('&').map((parameter) => parameter.split('='));
  return Object.fromEntries(parameters.map(([name, ...value]) => [name, decodeURIComponent(value.join('=').replace(/\+/g, ' '))]));
}

/** To Velocity `#endAction` is one word, which ends nothing; the engine used here is more lenient. */
export function refuseRunTogether(template: string): void {
  const [runTogether] = /#(?:end|else)[\w@]+/.exec(template) ?? [];
  if (runTogether) throw new Error(`Velocity reads ${runTogether} as one word`);
  const count = (pattern: RegExp) => template.match(pattern)?.length ?? 0;
  if (count(/#\{?if\b/g) !== count(/#(?:end\b|\{end\})/g)) throw new Error('not every #if has its #end');
}

/** A text on which templates call methods of Java, whose patterns are regular expressions. */
class JavaString {
  constructor(private readonly text: string) {}

  public replaceAll(pattern: string, replacement: string): JavaString {
    return new JavaString(this.text.replace(new RegExp(pattern, 'g'), replacement));
  }

  public toString(): string {
    return this.text;
  }
}

/** As `java.net.URLEncoder` does. */
function urlEncoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`).replace(/%20/g, '+');
}
