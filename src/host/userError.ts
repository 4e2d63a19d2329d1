/** Something the user can do something about; the message is shown as it stands. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code = 'user';
}
