import {parseAddress} from '../catalog/address.ts';
import {connect} from '../catalog/client.ts';
import {isCatalogError} from '../catalog/error.ts';
import {exitCodes} from '../errors/exit-codes.ts';
import {bothDurable} from '../files/durability.ts';
import {withKeyringTimeout} from '../profiles/keyring/keyring.ts';
import type {Profile} from '../profiles/profile.ts';
import {cleanToken, readLimited, type Token} from '../profiles/token.ts';
import {tokenError} from '../profiles/token-error.ts';
import type {TokenStore} from '../profiles/token-vault.ts';
import {durabilityNotes} from '../report/saved.ts';
import {visible} from '../text/visible.ts';
import {type CommandIo, isInteractive, note, reportDone} from './io.ts';
import {messages} from './messages.ts';
import {keyringAccount, removeLeftoverToken, storeToken} from './profile-token.ts';
import {profileStore, requireProfile, tokenVault} from './settings.ts';
import {usageErrors} from './usage-errors.ts';

export type LoginCommandOptions = {
	readonly name: string;
	/** Read the token from standard input, even in a terminal. */
	readonly withToken: boolean;
	/** Store the token in a file instead of the keyring. */
	readonly insecureStorage: boolean;
	/** The maximum duration of a request in milliseconds. */
	readonly timeoutMs: number;
	readonly json: boolean;
};

/** `login <profile>`: prompts for a token or reads it from standard input, tests it, and stores it. */
export async function login(options: LoginCommandOptions, io: CommandIo): Promise<number> {
	const {name, withToken, insecureStorage, json} = options;
	const profile = await requireProfile(name, io.env);
	const isPrompted = isInteractive(io) && !withToken;
	const given = await (isPrompted ? askForToken(profile, options, io) : tokenFromStdin(profile, options, io));
	if (given === undefined) {
		note(io, messages.tokenNotStored);
		return exitCodes.interrupted;
	}

	const {token, works, whose = null} = given;
	const tokenPlace: TokenStore = insecureStorage ? 'file' : 'keyring';
	const location = {...profile, tokenPlace};
	const store = profileStore(io.env);
	const written = await storeToken(location, token, io.env, withKeyringTimeout(io.signal));
	const updated = await store
		.update(name, current => (isSameAccount(current, profile) ? {...current, tokenPlace} : current))
		.catch(async error => {
			await written.undo();
			throw error;
		});
	if (updated === undefined || !isSameAccount(updated.profile, profile)) {
		await written.undo();
		throw usageErrors.profileChanged(name);
	}

	const leftover = await removeLeftoverToken(profile, updated.profile, updated.durability, io.env);
	const notes = [
		...durabilityNotes('The token', written.durability),
		...durabilityNotes('The profile', updated.durability),
		...(leftover === undefined ? [] : [leftover]),
	];
	for (const text of notes) io.stderr.write(`${visible(text)}\n`);
	const durability = bothDurable(written.durability, updated.durability).kind;
	const place = insecureStorage ? `in ${tokenVault(io.env).path(keyringAccount(profile))}` : 'in the keyring';
	const text = messages.tokenStored(name, place, given.message);
	if (json) io.stdout.writeJson({profile: name, token: tokenPlace, works, whose, durability});
	else if (works) reportDone(io, text);
	else io.stdout.write(`${text}\n`);
	if (insecureStorage) io.stderr.write(`${messages.tokenInFile}\n`);
	return 0;
}

/** True if both profiles store their token under the same account. */
function isSameAccount(one: Profile, other: Profile): boolean {
	return keyringAccount(one) === keyringAccount(other);
}

/** A token and the result of its test. */
type LoginToken = {
	readonly token: Token;
	readonly works: boolean;
	readonly whose?: string | undefined;
	readonly message: string;
};

async function askForToken(
	profile: Profile,
	{timeoutMs}: LoginCommandOptions,
	io: CommandIo,
): Promise<LoginToken | undefined> {
	const {promptForToken} = await import('./app-services/prompt-for-token.ts');
	const accepted = await promptForToken(profile, timeoutMs, io);
	if (accepted === undefined) return undefined;
	const {token, owner: whose} = accepted;
	return {token, works: true, whose, message: acceptedText(parseAddress(profile.url).host, whose)};
}

async function tokenFromStdin(profile: Profile, {timeoutMs}: LoginCommandOptions, io: CommandIo): Promise<LoginToken> {
	const {stdin, signal} = io;
	const {name} = profile;
	if (stdin.isTTY) {
		throw usageErrors.tokenFromTerminal(name);
	}

	const text = await readLimited(stdin, signal).catch(error => {
		if (signal.aborted) throw error;
		throw tokenError(
			'malformed-token',
			`Standard input cannot be read: ${error.message}.`,
			`Pipe the token alone: secoda-upload login ${name} --with-token < token.txt`,
		);
	});
	return verifyLoginToken(profile, cleanToken(text), timeoutMs, signal);
}

/** Tests a token. It is stored even if the workspace cannot be reached, but not if the workspace rejects it. */
async function verifyLoginToken(
	{url}: Profile,
	token: Token,
	timeoutMs: number,
	signal: AbortSignal,
): Promise<LoginToken> {
	const address = parseAddress(url);
	try {
		const {name, email} = await connect({address, token: token.reveal(), timeoutMs}).tokenOwner(signal);
		const whose = name ?? email;
		return {token, works: true, whose, message: acceptedText(address.host, whose)};
	} catch (error) {
		if (!isCatalogError(error) || error.code === 'cancelled') throw error;
		if (error.code === 'unauthorized' || error.code === 'forbidden')
			throw tokenError('token-refused', `${error.message} The token was not stored.`, error.hint);
		return {token, works: false, message: messages.tokenUntested(visible(error.message))};
	}
}

function acceptedText(host: string, whose: string | undefined): string {
	return messages.tokenValid(visible(host), whose && visible(whose));
}
