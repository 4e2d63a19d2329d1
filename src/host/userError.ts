/** What the message of an error offers to do. */
export interface ErrorAction {
  /** of the button */
  readonly label: string;
  readonly run: () => unknown;
}

/** Something the user can do something about; the message is shown as it stands. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code = 'user';
  readonly action: ErrorAction | undefined;

  constructor(message: string, action?: ErrorAction) {
    super(message);
    this.action = action;
  }
}
