/** What one question may cost, so that no file can hold the worker. A counter that is used up stays so. */
export class Budget {
  #left: number;
  #exceeded = false;

  constructor(limit: number) {
    this.#left = limit;
  }

  /** Takes from what is left; false where that is not enough, and from then on `exceeded` is true. */
  spend(amount = 1): boolean {
    if (amount > this.#left) {
      this.#exceeded = true;
      return false;
    }
    this.#left -= amount;
    return true;
  }

  get exceeded(): boolean {
    return this.#exceeded;
  }
}
