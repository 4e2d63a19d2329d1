/** The user turned away from what was asked. The command runner ends the command without a word. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
  readonly code = 'cancelled';
}
