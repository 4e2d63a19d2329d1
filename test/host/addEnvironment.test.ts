import * as assert from 'node:assert/strict';
import { choose, type } from './support/answers.ts';
import { DEVELOPMENT, PRODUCTION, setSetting, settingOf } from './support/settings.ts';
import { useExtension } from './support/useExtension.ts';

const ADD = 'outsystemsSsl.addEnvironment';

describe('adding an environment', () => {
  const suite = useExtension();

  it('asks for one value after another, refuses what is none, and writes what was answered', async () => {
    await suite.run(ADD, [
      type('Production', '', '   '),
      choose('OutSystems cloud'),
      type(
        'Acme.OutSystemsEnterprise.com',
        '',
        'https://acme.outsystemsenterprise.com',
        'acme.outsystemsenterprise.com/ServiceCenter',
        'acme enterprise',
        '*.outsystemsenterprise.com',
      ),
      type(
        'apps.acme.example, bücher.example  www.acme.example',
        'apps.acme.example, https://www.acme.example',
        '*.acme.example',
        '-.example',
      ),
      type('11.28.1.0', '11.28.1', '11.28.1.0.0', 'eleven', 'v11.28.1.0'),
      choose('Production'),
      type('https://acme-lt.outsystemsenterprise.com/lifetime', 'acme lt', 'ftp://acme-lt.outsystemsenterprise.com'),
    ]);
    assert.deepEqual(settingOf('environments'), [
      {
        name: 'Production',
        address: 'acme.outsystemsenterprise.com',
        // RFC 5891: the A-label of bücher
        domains: ['apps.acme.example', 'xn--bcher-kva.example', 'www.acme.example'],
        version: '11.28.1.0',
        hosting: 'cloud',
        type: 'Production',
        lifetime: 'https://acme-lt.outsystemsenterprise.com',
      },
    ]);
  });

  it('numbers its steps and goes back to the one before, which keeps its answer', async () => {
    await setSetting('environments', undefined);
    await suite.run(ADD, [
      type('Tset'),
      choose('Self-managed'),
      'back',
      'back',
      type('Test'),
      choose('Self-managed'),
      type('test.acme.example'),
      type(''),
      type(''),
      choose('Test'),
      type(''),
    ]);
    assert.deepEqual(settingOf('environments'), [
      { name: 'Test', address: 'test.acme.example', domains: [], hosting: 'selfManaged', type: 'Test' },
    ]);
    const names = suite.prompts.asked('input').filter(({ step }) => step?.step === 1);
    assert.deepEqual(
      names.map(({ value }) => value),
      ['', 'Tset'],
    );
    const hostings = suite.prompts.asked('pick').filter(({ step }) => step?.step === 2);
    assert.deepEqual(
      hostings.map(({ active }) => active),
      ['cloud', 'selfManaged', 'selfManaged'],
    );
    const steps = [...suite.prompts.asked('input'), ...suite.prompts.asked('pick')].map(({ step }) => step);
    assert.deepEqual(new Set(steps.map((step) => step?.step)), new Set([1, 2, 3, 4, 5, 6, 7]));
    assert.deepEqual([...new Set(steps.map((step) => step?.totalSteps))], [7]);
  });

  it('refuses a name that another environment has', async () => {
    await setSetting('environments', [PRODUCTION]);
    await suite.run(ADD, [type('Other', 'Production', ' Production '), 'cancel']);
    assert.deepEqual(settingOf('environments'), [PRODUCTION]);
  });

  it('adds behind those that are there, broken ones too', async () => {
    const broken = { name: 'Half', version: 11 };
    await setSetting('environments', [broken, DEVELOPMENT]);
    await suite.run(ADD, [
      type('Production'),
      choose('OutSystems cloud'),
      type('acme.outsystemsenterprise.com'),
      type(''),
      type(''),
      choose('Something else'),
      type(''),
    ]);
    assert.deepEqual(settingOf('environments'), [
      broken,
      DEVELOPMENT,
      { name: 'Production', address: 'acme.outsystemsenterprise.com', domains: [], hosting: 'cloud' },
    ]);
  });

  it('leaves everything as it was wherever it is cancelled', async () => {
    await setSetting('environments', [DEVELOPMENT]);
    const answers = [
      type('Production'),
      choose('OutSystems cloud'),
      type('acme.outsystemsenterprise.com'),
      type(''),
      type(''),
      choose('Production'),
    ];
    for (let given = 0; given <= answers.length; given++) await suite.run(ADD, [...answers.slice(0, given), 'cancel']);
    assert.equal(suite.prompts.count, 1 + 2 + 3 + 4 + 5 + 6 + 7);
    assert.deepEqual(settingOf('environments'), [DEVELOPMENT]);
  });

  it('does not overwrite a setting that is no list, and says so before it asks', async () => {
    const broken = { Production: { address: 'acme.outsystemsenterprise.com' } };
    await setSetting('environments', broken);
    await suite.run(ADD);
    assert.deepEqual(settingOf('environments'), broken);
    const [message = '', ...more] = suite.errors.take();
    assert.match(message, /not a list/);
    assert.deepEqual(more, []);
  });
});
