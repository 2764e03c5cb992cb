/** What is known of the stack that a template is for, beside the template. */
export interface StackFacts {
  /** Account id of twelve digits. Unknown if left out. */
  readonly account?: string;
  /** Region, such as `eu-central-1`. Unknown if left out. */
  readonly region?: string;
  readonly stackName?: string;
  /** Whether the stack is protected against deletion: a setting of the stack, which no template shows. Unknown if left out. */
  readonly terminationProtection?: boolean;
  /** Path of its construct, or of the stack that it is nested in. Unknown outside CDK. */
  readonly constructPath?: string;
}

/** The resource of another template of the app that deploys this one. */
export interface NestedIn {
  /** `file` of the parent. */
  readonly file: string;
  readonly logicalId: string;
}

/** Something of a template that cannot be judged, and why: reported, never skipped in silence. */
export interface NotJudged {
  /** Path inside the template, with dots: `Resources.Fn::ForEach::Topics`. */
  readonly location: string;
  readonly reason: string;
}

/** One template of the app to judge. */
export interface TemplateInput {
  /** Path of the file, as findings show it; unique in the app. */
  readonly file: string;
  /** The parsed template, its intrinsic functions in their long form (`Fn::Sub`, never `!Sub`). */
  readonly body: unknown;
  readonly facts?: StackFacts;
  readonly nestedIn?: NestedIn;
  readonly notJudged?: readonly NotJudged[];
  /** Path of the construct that made a resource, where the template itself does not tell. */
  readonly constructPathOf?: (logicalId: string) => string | undefined;
}
