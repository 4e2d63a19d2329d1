import * as vscode from 'vscode';
import type { LifetimeListing } from '../../core/environments/lifetimeEnvironments.ts';
import { type ImportItem, planImport } from '../../core/environments/lifetimeImport.ts';
import { BACK, type Back, type Step } from '../prompts/prompts.ts';
import { runSteps } from '../prompts/steps.ts';
import { askAddress, confirmUntrusted, pickAddress } from './askAddress.ts';
import { askTarget } from './askTarget.ts';
import { askToken } from './askToken.ts';
import { changesIn, type ImportChange, importGroups, importPlaceholder } from './importRows.ts';
import { isUntrusted, type KnownAddress, knownAddresses } from './knownAddresses.ts';
import { lifetimeHost } from './lifetimeAddress.ts';
import { LifetimeNames } from './lifetimeNames.ts';
import { type LifetimeParts, readEnvironments } from './lifetimeReader.ts';

/** What LifeTime told, and what the person made of it. */
export interface ImportDecision {
  readonly origin: string;
  readonly listing: LifetimeListing;
  /** the setting that the plan is for */
  readonly raw: readonly unknown[];
  readonly plan: readonly ImportItem[];
  readonly picked: readonly ImportChange[];
  readonly target: vscode.ConfigurationTarget;
}

/** The way from a LifeTime's address to what is to be written, with Back, and with what goes wrong mended on the way. */
export class ImportJourney {
  readonly #parts: LifetimeParts;
  readonly #title: string;
  readonly #given: KnownAddress | undefined;
  readonly #known: readonly KnownAddress[];
  #wantsAnother: boolean;
  /** what stands in the address box */
  #typed = '';
  #origin = '';
  #token: string | undefined;
  /** a step of this journey, then: Back leads there */
  #askedToken = false;
  /** why the token is asked for once more */
  #refusal: string | undefined;
  #listing: LifetimeListing | undefined;
  #decision: Omit<ImportDecision, 'target'> | undefined;
  #target: vscode.ConfigurationTarget;

  /** @param given the LifeTime to ask, where that is no question */
  constructor(parts: LifetimeParts, given?: KnownAddress) {
    this.#parts = parts;
    this.#given = given;
    this.#known = given ? [] : knownAddresses(parts.services);
    this.#wantsAnother = this.#known.length === 0;
    this.#title = given ? `Refresh from ${lifetimeHost(given.origin)}` : 'Import Environments from LifeTime';
    this.#target = parts.services.store.target;
  }

  /** @throws Cancelled, UserError */
  async run(): Promise<ImportDecision> {
    const given = this.#given;
    const { store } = this.#parts.services;
    const asksTarget = store.home === undefined && (vscode.workspace.workspaceFolders?.length ?? 0) > 0;
    if (given) await this.#take(given);
    await runSteps([
      { needed: () => !given && this.#known.length > 0, ask: (step) => this.#chooseAddress(step) },
      { needed: () => !given && this.#wantsAnother, ask: (step) => this.#typeAddress(step) },
      { needed: () => this.#token === undefined || this.#askedToken, ask: (step) => this.#askToken(step) },
      (step) => this.#readAndPick(step),
      { needed: () => asksTarget && this.#decision?.picked.length !== 0, ask: (step) => this.#askTarget(step) },
    ]);
    if (!this.#decision) throw new TypeError('no decision');
    return { ...this.#decision, target: this.#target };
  }

  async #chooseAddress(step: Step): Promise<Back | undefined> {
    const answer = await pickAddress(this.#parts.services.prompts, this.#title, this.#known, step);
    if (answer === BACK) return BACK;
    this.#wantsAnother = answer === undefined;
    if (answer) await this.#take(answer);
    return undefined;
  }

  async #typeAddress(step: Step): Promise<Back | undefined> {
    const answer = await askAddress(this.#parts.services.prompts, this.#title, this.#typed, step);
    if (answer === BACK) return BACK;
    this.#typed = lifetimeHost(answer);
    await this.#use(answer);
    return undefined;
  }

  async #askToken(step: Step): Promise<Back | undefined> {
    const answer = await askToken(this.#parts.services.prompts, {
      title: this.#title,
      origin: this.#origin,
      reason: this.#refusal,
      step,
    });
    if (answer === BACK) return BACK;
    this.#refusal = undefined;
    this.#token = answer;
    this.#askedToken = true;
    this.#listing = undefined;
    return undefined;
  }

  async #readAndPick(step: Step): Promise<Back | undefined> {
    // there already on the way back
    if (this.#listing) return this.#pick(this.#listing, step);
    const { tokens } = this.#parts.services;
    const token = this.#token ?? '';
    const answer = await readEnvironments(this.#parts, this.#origin, token, { mayChangeAddress: !this.#given });
    if ('next' in answer) {
      if (answer.next === 'token') {
        this.#token = undefined;
        this.#refusal = answer.reason;
      } else this.#askedToken = false;
      return BACK;
    }
    // kept once LifeTime has taken it
    if (token !== (await tokens.get(this.#origin))) await tokens.keep(this.#origin, token);
    this.#listing = answer.listing;
    return this.#pick(answer.listing, step);
  }

  async #pick(listing: LifetimeListing, step: Step): Promise<Back | undefined> {
    const { prompts, store } = this.#parts.services;
    const { raw } = store;
    const names = new LifetimeNames(this.#parts.services.userState);
    const plan = planImport(raw, listing.environments, this.#origin, (address) => names.of(this.#origin, address));
    const picked =
      changesIn(plan).length === 0
        ? []
        : await prompts.pickMany({
            title: this.#title,
            placeholder: importPlaceholder(plan),
            groups: importGroups(plan, (index) => store.find(index)?.address),
            step,
          });
    if (picked === BACK) return BACK;
    this.#decision = { origin: this.#origin, listing, raw, plan, picked };
    return undefined;
  }

  async #askTarget(step: Step): Promise<Back | undefined> {
    const answer = await askTarget(this.#parts.services.prompts, this.#title, step);
    if (answer === BACK) return BACK;
    this.#target = answer;
    return undefined;
  }

  /** An address that the settings or the kept tokens name. */
  async #take(address: KnownAddress): Promise<void> {
    const { prompts } = this.#parts.services;
    if (isUntrusted(address, this.#parts.services)) await confirmUntrusted(prompts, address.origin);
    await this.#use(address.origin);
  }

  async #use(origin: string): Promise<void> {
    this.#origin = origin;
    this.#refusal = undefined;
    this.#askedToken = false;
    this.#listing = undefined;
    this.#token = await this.#parts.services.tokens.get(origin);
  }
}
