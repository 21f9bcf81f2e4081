import {exitCodeOf} from '../../errors/error-codes.ts';
import {exitCodes} from '../../errors/exit-codes.ts';
import type {Ending} from '../../job/ending.ts';
import type {AppServices} from '../services/app-services.ts';
import type {ProfileDestination} from '../services/home.ts';
import type {OpenTarget} from '../services/open-target.ts';
import type {EarlierUploadRun, PastUpload} from '../services/past-uploads.ts';
import type {ConnectedWorkspace, OpenResult, TokenPrompt, TokenSubject} from '../services/workspace.ts';
import type {Stage} from '../stage.ts';
import {askForWorkingToken} from './ask-for-token.ts';
import {Prompter} from './prompter.ts';
import {keyringPassword} from './set-up/texts.ts';
import {showError, showMessage} from './show-message.ts';
import {tokenPromptTexts as texts} from './texts.ts';

/**
The tokens of profiles while home is open, and of hosts for uploads without a profile: those that the user typed, and which stored ones
were rejected.
*/
export class ProfileTokens {
	readonly #stage: Stage;
	readonly #services: AppServices;
	readonly #typed = new Map<string, ConnectedWorkspace>();
	readonly #rejected = new Map<string, TokenPrompt>();

	constructor(stage: Stage, services: AppServices) {
		this.#stage = stage;
		this.#services = services;
	}

	/** Keeps the typed token of a profile that was created, edited or renamed. */
	changed(previousName: string | undefined, name: string, account: ConnectedWorkspace | undefined): void {
		const kept = account ?? (previousName === undefined ? undefined : this.#typed.get(previousName));
		for (const old of [previousName, name]) if (old !== undefined) this.forget(old);
		if (kept !== undefined) this.#typed.set(name, kept);
	}

	forget(name: string): void {
		this.#typed.delete(name);
		this.#rejected.delete(name);
	}

	/** Notes how an upload ended: a rejected token is asked for next time. */
	ended(owner: TokenSubject, tokenRequest: TokenPrompt | undefined, {code, message}: Ending): void {
		// The exit code of a watch is that of its upload, so the error code decides.
		if (code === undefined || exitCodeOf[code] !== exitCodes.token || tokenRequest === undefined) return;
		const key = keyOf(owner);
		this.#typed.delete(key);
		this.#rejected.set(key, {...tokenRequest, reason: message});
	}

	/** Opens a profile with its stored token; asks for one if it is missing or was rejected. */
	open(name: string): Promise<OpenTarget | undefined> {
		return this.#withToken({profile: name}, (account, signal) =>
			this.#services.home.openProfile(name, account, signal),
		);
	}

	/** Connects to the target of a profile, with a token as above. */
	openDestination(name: string): Promise<ProfileDestination | undefined> {
		return this.#withToken({profile: name}, (account, signal) =>
			this.#services.home.openDestination(name, account, signal),
		);
	}

	/** Prepares to watch an upload, with a token as above. */
	openWatch(upload: PastUpload): Promise<EarlierUploadRun | undefined> {
		return this.#withToken(upload, (account, signal) => this.#services.uploads.openWatch(upload, account, signal));
	}

	/** Prepares to send an earlier upload again, with a token as above. */
	openRollback(upload: PastUpload): Promise<EarlierUploadRun | undefined> {
		return this.#withToken(upload, (account, signal) => this.#services.uploads.openRollback(upload, account, signal));
	}

	async #withToken<Value>(
		owner: TokenSubject,
		open: (account: ConnectedWorkspace | undefined, signal: AbortSignal) => Promise<OpenResult<Value>>,
	): Promise<Value | undefined> {
		const key = keyOf(owner);
		for (;;) {
			const prompter = new Prompter(this.#stage, owner.profile ?? owner.host);
			const result = await prompter.wait(texts.loading, signal => open(this.#typed.get(key), signal), [
				keyringPassword,
			]);
			if (result.kind === 'back') return undefined;
			const rejected = this.#rejected.get(key);
			if (result.value.kind === 'opened' && rejected === undefined) return result.value.opened;
			const request = rejected ?? (result.value.kind === 'token-wanted' ? result.value.wanted : undefined);
			if (request === undefined || !(await this.#ask(owner, request, prompter))) return undefined;
		}
	}

	/** Asks for a token. Returns true if the user gave a valid one. */
	async #ask(owner: TokenSubject, {workspace, reason, storedIn}: TokenPrompt, prompter: Prompter): Promise<boolean> {
		const options = {lines: [reason, ''], canChangeRegion: false};
		const connection = await askForWorkingToken(prompter, this.#services.setup, workspace, options);
		if (connection === undefined) return false;
		const {account} = connection;
		this.#typed.set(keyOf(owner), account);
		this.#rejected.delete(keyOf(owner));
		const {profile} = owner;
		if (storedIn === undefined || profile === undefined) return true;
		const answer = await prompter.ask({
			prompt: texts.storePrompt,
			lines: [texts.storeAbout(storedIn)],
			question: {kind: 'keys'},
			keys: [{keys: ['enter'], action: 'store', label: texts.store, help: ''}],
			back: texts.useOnce,
		});
		if (answer.kind === 'key') await this.#store(profile, account, prompter);
		return true;
	}

	async #store(name: string, account: ConnectedWorkspace, prompter: Prompter): Promise<void> {
		const {home} = this.#services;
		try {
			const result = await prompter.wait(texts.storing, signal => home.keepToken(name, account, signal));
			const notes = result.kind === 'done' ? result.value : [];
			if (notes.length > 0) await showMessage(this.#stage, {title: texts.stored, lines: notes});
		} catch (error) {
			await showError(this.#stage, texts.storeFailed, error);
		}
	}
}

/** Returns the key of an owner. A profile can have the name of a host, but no slash. */
function keyOf(owner: TokenSubject): string {
	return owner.profile ?? `//${owner.host}`;
}
