import type {Draft, NewPlace, Place, SavedDraft} from '../../app/services.ts';
import {parseAddress, syncsPage} from '../../catalog/address.ts';
import type {Profile, TokenPlace} from '../../profiles/profile.ts';
import type {ProfileStore} from '../../profiles/store.ts';
import type {Token} from '../../profiles/token.ts';
import {TokenError} from '../../profiles/token-error.ts';
import type {TokenVault} from '../../profiles/token-vault.ts';
import {accountOfProfile} from '../connection.ts';
import {tokenAccount} from './token-account.ts';

const tokenPlaces: {readonly [K in Draft['keeping']]: TokenPlace} = {
	keyring: 'keyring',
	file: 'file',
	session: 'nowhere',
	environment: 'nowhere',
};

/** Saves what a set-up has found out: the token first, then the integration, then the profile. */
export class DraftSaver {
	readonly #store: ProfileStore;
	readonly #vault: TokenVault;
	/** Integrations that were made: whoever tries again after a later failure does not make them twice. */
	readonly #made = new Map<NewPlace, Place>();

	constructor(store: ProfileStore, vault: TokenVault) {
		this.#store = store;
		this.#vault = vault;
	}

	/** @throws TokenError, CatalogError, SettingsError; what was stored on the way is then taken back. */
	async save(draft: Draft, signal: AbortSignal): Promise<SavedDraft> {
		const before = draft.replaces === undefined ? undefined : await this.#store.get(draft.replaces);
		const {name} = draft;
		const {url} = draft.workspace;
		const tokenPlace = tokenPlaces[draft.keeping];
		const stored = await this.#keepToken(draft, before, signal);
		try {
			const place = await this.#place(draft, signal);
			const {setAside} = await this.#store.save({...profileOf(draft, place), tokenPlace, ...kept(before, draft)});
			await this.#forgetOld(before, {name, url, tokenPlace}, signal);
			return {
				place,
				page: syncsPage(parseAddress(url), place.id),
				made: draft.place.kind === 'new',
				note: setAside && `The damaged settings of that name are now in ${setAside}.`,
			};
		} catch (error) {
			if (stored && tokenPlace !== 'nowhere') {
				await this.#vault.delete(tokenPlace, accountOfProfile({name, url}), signal).catch(() => undefined);
			}

			throw error;
		}
	}

	/** Stores the token where it is to be kept, unless it is there already. Answers whether it was stored now. */
	async #keepToken(draft: Draft, before: Profile | undefined, signal: AbortSignal): Promise<boolean> {
		const safe = tokenPlaces[draft.keeping];
		if (safe === 'nowhere') return false;
		const account = accountOfProfile({name: draft.name, url: draft.workspace.url});
		const isThere = before !== undefined && before.tokenPlace === safe && accountOfProfile(before) === account;
		if (isThere && draft.account === undefined) return false;
		const token =
			draft.account === undefined ? await this.#storedToken(before, signal) : tokenAccount(draft.account).token;
		await this.#vault.set(safe, account, token, signal);
		return !isThere;
	}

	async #storedToken(before: Profile | undefined, signal: AbortSignal): Promise<Token> {
		const {tokenPlace = 'nowhere'} = before ?? {};
		const token =
			before === undefined || tokenPlace === 'nowhere'
				? undefined
				: await this.#vault.get(tokenPlace, accountOfProfile(before), signal);
		if (token !== undefined) return token;
		throw new TokenError('no-token', 'The stored token cannot be read.', 'Choose Token and type it again.');
	}

	async #place({place, account}: Draft, signal: AbortSignal): Promise<Place> {
		if (place.kind === 'there') return place.place;
		const {wanted} = place;
		const made = this.#made.get(wanted);
		if (made !== undefined) return made;
		if (account === undefined)
			throw new TokenError('no-token', 'There is no token to make the integration with.', 'Choose Token and type it.');
		const created = await tokenAccount(account).catalog.createIntegration(wanted, signal);
		const {id, name} = created;
		this.#made.set(wanted, {id, name});
		return {id, name};
	}

	/** A profile that has another name or host now leaves nothing behind under the old one. */
	async #forgetOld(
		before: Profile | undefined,
		now: Pick<Profile, 'name' | 'url' | 'tokenPlace'>,
		signal: AbortSignal,
	): Promise<void> {
		if (before === undefined) return;
		const moved = accountOfProfile(before) !== accountOfProfile(now) || before.tokenPlace !== now.tokenPlace;
		if (moved && before.tokenPlace !== 'nowhere')
			await this.#vault.delete(before.tokenPlace, accountOfProfile(before), signal).catch(() => undefined);
		if (before.name !== now.name) await this.#store.remove(before.name);
	}
}

function profileOf({name, workspace, file, mapping, safeFixes}: Draft, {id, name: integrationName}: Place) {
	return {
		name,
		url: workspace.url,
		integration: id,
		integrationName,
		kind: 'csv' as const,
		file: file?.path,
		mapping: Object.keys(mapping).length === 0 ? undefined : mapping,
		safeFixes: safeFixes || undefined,
	};
}

/** What a set-up does not ask for, and so does not change. */
function kept(
	before: Profile | undefined,
	{file}: Draft,
): Pick<Profile, 'encoding' | 'delimiter' | 'guard' | 'lastRun'> {
	// How another file was to be read says nothing of this one. A header alone does not tell every encoding.
	const {encoding, delimiter} = before !== undefined && before.file === file?.path ? before : {};
	return {
		encoding: file?.encoding ?? encoding,
		delimiter,
		guard: before?.guard,
		lastRun: before?.lastRun,
	};
}
