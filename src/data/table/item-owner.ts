/**
 * Whose items a role reaches: what the partition key of an item must be, by something that AWS knows of the caller and the caller cannot
 * choose.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export class ItemOwner {
  /**
   * The user of an identity pool, by the identity id: `eu-west-1:11111111-2222-3333-4444-555555555555`.
   *
   * @param prefix text before the id in the partition key: with `USER#`, a user owns the items of `USER#<identity id>`
   */
  public static cognitoIdentity(prefix?: string): ItemOwner {
    return new ItemOwner('cognito-identity.amazonaws.com:sub', prefix ?? '');
  }

  /**
   * Whom a tag of the session names: one that a `SessionTaggedRole` was assumed with, or that an identity pool made of a claim.
   *
   * @param tag key of the tag
   * @param prefix text before the tag's value in the partition key: with `TENANT#`, a tenant owns the items of `TENANT#<value>`
   */
  public static principalTag(tag: string, prefix?: string): ItemOwner {
    return new ItemOwner(`aws:PrincipalTag/${tag}`, prefix ?? '', tag);
  }

  private constructor(
    /** @internal */
    public readonly _variable: string,
    /** @internal */
    public readonly _prefix: string,
    /** @internal */
    public readonly _tag?: string,
  ) {}
}
