import {exitCodeOf} from '../../errors/error-codes.ts';
import {exitCodes} from '../../errors/exit-codes.ts';
import type {Ending} from '../../job/ending.ts';
import type {AppServices, ConnectedWorkspace, OpenResult, OpenTarget, SyncWatch, TokenPrompt} from '../services.ts';
import type {Stage} from '../stage.ts';
import {askForWorkingToken} from './ask-for-token.ts';
import {Prompter} from './prompter.ts';
import {showError, showMessage} from './show-message.ts';

/** The tokens of profiles during one visit: those that were typed, and what is known of those that were refused. */
export class ProfileTokens {
	readonly #stage: Stage;
	readonly #services: AppServices;
	readonly #typed = new Map<string, ConnectedWorkspace>();
	readonly #refused = new Map<string, TokenPrompt>();

	constructor(stage: Stage, services: AppServices) {
		this.#stage = stage;
		this.#services = services;
	}

	/** A profile was made or changed, under another name perhaps, and with a token that was typed perhaps. */
	changed(before: string | undefined, name: string, account: ConnectedWorkspace | undefined): void {
		const kept = account ?? (before === undefined ? undefined : this.#typed.get(before));
		for (const old of [before, name]) if (old !== undefined) this.forget(old);
		if (kept !== undefined) this.#typed.set(name, kept);
	}

	forget(name: string): void {
		this.#typed.delete(name);
		this.#refused.delete(name);
	}

	/** An upload has ended: a token that was refused is asked for the next time. */
	ended(name: string, {tokenRequest: wanted}: Pick<OpenTarget, 'tokenRequest'>, {code, message}: Ending): void {
		// The exit code of a watch is that of its upload, whatever became of the token.
		if (code === undefined || exitCodeOf[code] !== exitCodes.token || wanted === undefined) return;
		this.#typed.delete(name);
		this.#refused.set(name, {...wanted, reason: message});
	}

	/** Opens a profile with its stored token, or one that is asked for when there is none, or it was refused. */
	open(name: string): Promise<OpenTarget | undefined> {
		return this.#opened(name, (account, signal) => this.#services.home.openProfile(name, account, signal));
	}

	/** Prepares the watch of an upload, with a token like that. */
	openWatch(name: string, upload: number): Promise<SyncWatch | undefined> {
		return this.#opened(name, (account, signal) => this.#services.home.openWatch(name, upload, account, signal));
	}

	async #opened<Value>(
		name: string,
		open: (account: ConnectedWorkspace | undefined, signal: AbortSignal) => Promise<OpenResult<Value>>,
	): Promise<Value | undefined> {
		for (;;) {
			const prompter = new Prompter(this.#stage, name);
			const asked = await prompter.wait('Looking for the token', signal => open(this.#typed.get(name), signal), [
				'The keyring may ask for its password in a window of its own.',
			]);
			if (asked.kind === 'back') return undefined;
			const refused = this.#refused.get(name);
			if (asked.value.kind === 'opened' && refused === undefined) return asked.value.opened;
			const wanted = refused ?? (asked.value.kind === 'token-wanted' ? asked.value.wanted : undefined);
			if (wanted === undefined || !(await this.#ask(name, wanted, prompter))) return undefined;
		}
	}

	/** Answers whether a token was given that works. */
	async #ask(
		name: string,
		{workspace, reason: message, storedIn: keeping}: TokenPrompt,
		prompter: Prompter,
	): Promise<boolean> {
		const {home, setup} = this.#services;
		const connected = await askForWorkingToken(prompter, setup, workspace, {
			lines: [message, ''],
			canChangeRegion: false,
		});
		if (connected === undefined) return false;
		const {account} = connected;
		this.#typed.set(name, account);
		this.#refused.delete(name);
		if (keeping === undefined) return true;
		const answer = await prompter.ask({
			prompt: 'Shall it be kept?',
			lines: [`The profile says that its token is ${keeping}. This one can take its place.`],
			question: {kind: 'keys'},
			keys: [{keys: ['enter'], action: 'keep', label: 'keep it there', help: ''}],
			back: 'only this time',
		});
		if (answer.kind !== 'key') return true;
		try {
			const stored = await prompter.wait('Keeping the token', signal => home.keepToken(name, account, signal));
			const notes = stored.kind === 'done' ? stored.value : [];
			if (notes.length > 0) await showMessage(this.#stage, {what: 'The token is stored', lines: notes});
		} catch (error) {
			await showError(this.#stage, 'The token was not kept', error);
		}

		return true;
	}
}
