/**
 * What Cognito knows and costs for each user who signs in during a month.
 *
 * @see https://aws.amazon.com/cognito/pricing/
 */
export enum UserPoolPlan {
  /**
   * Risky sign-ins and leaked passwords are blocked, and every sign-in is logged with its risk: 0.02 USD for each active user of a
   * month, from the first.
   */
  PLUS = 'PLUS',

  /**
   * Without threat protection and without the log of sign-ins: stuffed passwords and stolen sessions pass if the second factor does.
   * 0.015 USD for each active user of a month beyond the first 10,000.
   */
  ESSENTIALS = 'ESSENTIALS',
}
