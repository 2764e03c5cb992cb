import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { IConstruct } from 'constructs';
import { validateHeaderName } from './header-name';
import { labelMatch } from './labels';
import { exactRequestsToRoute, requestsToRoute } from './route-requests';
import type { StringMatch } from './string-match';
import { requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT'];

/** `exempting` says that what matches is left out of something: then a match must be sure, elsewhere a request must not get around it. */
type Bind = (scope: IConstruct, prop: string, exempting: boolean) => CfnWebACL.StatementProperty;

/** Which requests a firewall rule is about. */
export class RequestMatch {
  /** Requests with one of these methods. */
  public static method(...methods: string[]): RequestMatch {
    return new RequestMatch((scope, prop) => either(methods.map((method) => {
      requireLiteral(scope, prop, method);
      if (!METHODS.includes(method)) {
        fail(scope, { prop, value: method, problem: 'there is no such HTTP method', instead: `Write one of ${METHODS.join(', ')}.` });
      }
      return byteMatch({ method: {} }, method);
    }), scope, prop));
  }

  /** Requests by a header; its name is not case-sensitive. */
  public static header(name: string, value: StringMatch): RequestMatch {
    return new RequestMatch((scope, prop) => {
      validateHeaderName(scope, prop, name);
      return value._bind(scope, prop, { singleHeader: { Name: name.toLowerCase() } }, []);
    });
  }

  /** Requests by the whole query string, after URL decoding. */
  public static queryString(value: StringMatch): RequestMatch {
    return new RequestMatch((scope, prop) => value._bind(scope, prop, { queryString: {} }, ['URL_DECODE']));
  }

  /** Requests by one parameter of the query string, after URL decoding; its name is not case-sensitive, at most 30 characters. */
  public static queryParameter(name: string, value: StringMatch): RequestMatch {
    return new RequestMatch((scope, prop) => {
      requireLiteral(scope, prop, name);
      if (name.length < 1 || name.length > 30) {
        fail(scope, {
          prop,
          value: name,
          problem: 'AWS WAF finds query parameters by names of 1 to 30 characters',
          instead: 'Use RequestMatch.queryString(StringMatch.contains(...)).',
        });
      }
      return value._bind(scope, prop, { singleQueryArgument: { Name: name.toLowerCase() } }, ['URL_DECODE']);
    });
  }

  /**
   * Requests by their path, after URL decoding and without `/./` and `/../`. The `execute-api` endpoint puts the stage in front
   * of it, a custom domain name its base path. To refuse or count what goes to a route, use `route`: one decoding does not show all that leads there.
   */
  public static path(value: StringMatch): RequestMatch {
    return new RequestMatch((scope, prop) => value._bind(scope, prop, { uriPath: {} }, ['URL_DECODE', 'NORMALIZE_PATH']));
  }

  /**
   * Requests with this label, of a managed group or of a rule of your own. Only rules that count, challenge or puzzle leave labelled
   * requests to the rules after them. A rule that asks for a label runs after all managed groups.
   *
   * @param key the whole label of a managed rule, `awswaf:managed:aws:bot-control:bot:unverified`, or one of your own, `client:outdated`
   * @see https://docs.aws.amazon.com/waf/latest/developerguide/waf-labels.html
   */
  public static label(key: string): RequestMatch {
    return new RequestMatch((scope, prop) => labelMatch(scope, prop, 'LABEL', key));
  }

  /** Requests with any label of a namespace, which ends with a colon: `awswaf:managed:aws:bot-control:bot:category:`. */
  public static labelNamespace(namespace: string): RequestMatch {
    return new RequestMatch((scope, prop) => labelMatch(scope, prop, 'NAMESPACE', namespace));
  }

  /**
   * Requests to a route, under any stage or base path, however they spell the path. Paths with encoded slashes, dots or percent signs, dot
   * segments, empty segments or semicolons, which servers read in more than one way, match every route that they could lead to.
   *
   * Within `otherThan` it is the other way round: only the plain path, below one segment at most, is left out.
   *
   * @param method `GET`, `HEAD`, `POST`, `PUT`, `PATCH` or `DELETE`
   * @param path path of the route as in `addRoute`: `/orders/{id}`
   */
  public static route(method: string, path: string): RequestMatch {
    return new RequestMatch((scope, prop, exempting) => (exempting ? exactRequestsToRoute : requestsToRoute)(scope, prop, method, path));
  }

  /** Requests that match all of these. */
  public static allOf(...matches: RequestMatch[]): RequestMatch {
    return new RequestMatch((scope, prop, exempting) =>
      combined('andStatement', matches.map((match) => match._bind(scope, prop, exempting)), scope, prop));
  }

  /** Requests that match at least one of these. */
  public static anyOf(...matches: RequestMatch[]): RequestMatch {
    return new RequestMatch((scope, prop, exempting) => either(matches.map((match) => match._bind(scope, prop, exempting)), scope, prop));
  }

  /** Requests that do not match, those without the header or parameter included. */
  public static otherThan(match: RequestMatch): RequestMatch {
    return new RequestMatch((scope, prop, exempting) => ({ notStatement: { statement: match._bind(scope, prop, !exempting) } }));
  }

  private constructor(private readonly bind: Bind) {}

  /** @internal */
  public _bind(scope: IConstruct, prop: string, exempting = false): CfnWebACL.StatementProperty {
    return this.bind(scope, prop, exempting);
  }
}

function byteMatch(fieldToMatch: CfnWebACL.FieldToMatchProperty, searchString: string): CfnWebACL.StatementProperty {
  return {
    byteMatchStatement: { positionalConstraint: 'EXACTLY', searchString, fieldToMatch, textTransformations: [{ priority: 0, type: 'NONE' }] },
  };
}

function either(statements: CfnWebACL.StatementProperty[], scope: IConstruct, prop: string): CfnWebACL.StatementProperty {
  return combined('orStatement', statements, scope, prop);
}

/** AWS WAF wants at least two statements in an AND or OR. */
function combined(kind: 'andStatement' | 'orStatement', statements: CfnWebACL.StatementProperty[], scope: IConstruct, prop: string) {
  if (statements.length === 0) {
    fail(scope, { prop, value: statements, problem: 'there is nothing to match', instead: 'Name at least one method or match.' });
  }
  return statements.length === 1 ? statements[0] : { [kind]: { statements } };
}
