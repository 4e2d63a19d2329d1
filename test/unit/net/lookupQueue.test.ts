import assert from 'node:assert/strict';
import { type LookupDone, LookupQueue } from '../../../src/net/lookupQueue.ts';

/** A system that answers when it is told to. */
function system() {
  const asked = new Map<string, LookupDone>();
  const order: string[] = [];
  const ask = (host: string, done: LookupDone): void => {
    order.push(host);
    asked.set(host, done);
  };
  const answer = (host: string, error: Error | null = null): void =>
    asked.get(host)?.(error, error ? [] : [{ address: '127.0.0.1', family: 4 }]);
  return { ask, order, answer };
}

describe('questions for addresses', () => {
  const ignore: LookupDone = () => undefined;

  it('keeps a place for names that are known to be answered', () => {
    const { ask, order, answer } = system();
    const queue = new LookupQueue(2, ask);
    for (const host of ['silent', 'silent too']) queue.ask(host, ignore);
    const well = ['well', 'well too'].map((host) => queue.ask(host, ignore));
    assert.deepEqual(order, ['silent'], 'one that may hang, and no more');
    for (const { answers } of well) answers();
    assert.deepEqual(order, ['silent', 'well']);
    answer('well');
    assert.deepEqual(order, ['silent', 'well', 'well too']);
    answer('well too');
    assert.deepEqual(order, ['silent', 'well', 'well too'], 'the place stays free');
    answer('silent');
    assert.deepEqual(order, ['silent', 'well', 'well too', 'silent too']);
  });

  it('lets go of what is taken back, and of what runs only when it is answered', () => {
    const { ask, order, answer } = system();
    const queue = new LookupQueue(1, ask);
    const told: string[] = [];
    const questions = ['a', 'b', 'c'].map((host) => queue.ask(host, () => told.push(host)));
    questions[0]?.takeBack();
    questions[1]?.takeBack();
    assert.deepEqual(order, ['a']);
    answer('a');
    assert.deepEqual(order, ['a', 'c']);
    answer('c');
    assert.deepEqual(told, ['c']);
  });

  it('asks once for a name that several want, and anew once all have gone', () => {
    const { ask, order, answer } = system();
    const queue = new LookupQueue(3, ask);
    const told: (readonly [string, number])[] = [];
    const first = queue.ask('a', (_, found) => told.push(['first', found.length]));
    const second = queue.ask('a', (_, found) => told.push(['second', found.length]));
    first.takeBack();
    answer('a');
    assert.deepEqual([order, told], [['a'], [['second', 1]]]);
    second.takeBack();
    queue.ask('b', ignore).takeBack();
    queue.ask('b', ignore);
    assert.deepEqual(order, ['a', 'b', 'b']);
  });

  it('hands errors on', () => {
    const { ask, answer } = system();
    const errors: (string | undefined)[] = [];
    new LookupQueue(1, ask).ask('a', (error) => errors.push(error?.message));
    answer('a', new Error('no such name'));
    assert.deepEqual(errors, ['no such name']);
  });
});
