import Mocha from 'mocha';

/** A line for each outermost suite instead of each test; failures in full at the end. */
export class BriefReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    let passed = 0;
    let failed = 0;
    runner
      .on('pass', () => passed++)
      .on('fail', () => failed++)
      .on('suite end', (suite) => {
        if (suite.parent?.root !== true) return;
        const mark = failed > 0 ? `✗ ${failed} failed,` : '✓';
        Mocha.reporters.Base.consoleLog(`  ${mark} ${passed} ${suite.title}`);
        passed = 0;
        failed = 0;
      })
      .on('end', () => this.epilogue());
  }
}
