/**
 * An OpenAPI document (3.0 or 3.1), in JSON or YAML.
 *
 * @see https://spec.openapis.org/oas/v3.0.3
 */
export class OpenApiDefinition {
  /** The document in this file, read when the API is made. */
  public static fromFile(path: string): OpenApiDefinition {
    return new OpenApiDefinition(path, undefined);
  }

  /** The document itself. */
  public static fromText(text: string): OpenApiDefinition {
    return new OpenApiDefinition(undefined, text);
  }

  private constructor(
    /** File that holds the document. */
    public readonly path: string | undefined,
    /** The document, where it is in no file. */
    public readonly text: string | undefined,
  ) {}
}
