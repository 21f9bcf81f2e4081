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
import {keyringAccount, removeLeftoverToken, storeToken} from './profile-token.ts';
import {profileStore, requireProfile, tokenVault} from './settings.ts';
import {usageError} from './usage-error.ts';

export type LoginCommandOptions = {
	readonly name: string;
	/** Read the token from standard input even where somebody sits at a terminal. */
	readonly withToken: boolean;
	/** Keep it in a file instead of the keyring. */
	readonly insecureStorage: boolean;
	/** Milliseconds a request may take. */
	readonly timeoutMs: number;
	readonly json: boolean;
};

/** `login <profile>`: asks for a token, or reads it from standard input, tries it, and keeps it. */
export async function login(options: LoginCommandOptions, io: CommandIo): Promise<number> {
	const {name, withToken, insecureStorage, json} = options;
	const profile = await requireProfile(name, io.env);
	const asks = isInteractive(io) && !withToken;
	const tried = await (asks ? askForToken(profile, options, io) : tokenFromStdin(profile, options, io));
	if (tried === undefined) {
		note(io, 'No token was stored.');
		return exitCodes.interrupted;
	}

	const {token, works, whose = null} = tried;
	const safe: TokenStore = insecureStorage ? 'file' : 'keyring';
	const holder = {...profile, tokenPlace: safe};
	const store = profileStore(io.env);
	const kept = await storeToken(holder, token, io.env, withKeyringTimeout(io.signal));
	const updated = await store
		.update(name, current => (isSameAccount(current, profile) ? {...current, tokenPlace: safe} : current))
		.catch(async error => {
			await kept.undo();
			throw error;
		});
	if (updated === undefined || !isSameAccount(updated.profile, profile)) {
		await kept.undo();
		throw usageError(
			`The profile ${name} was changed by another program meanwhile. The token was not stored.`,
			`Look at it with "secoda-upload profiles show ${name}", then log in again.`,
		);
	}

	const left = await removeLeftoverToken(profile, updated.profile, updated.durability, io.env);
	const notes = [
		...durabilityNotes('The token', kept.durability),
		...durabilityNotes('The profile', updated.durability),
		...(left === undefined ? [] : [left]),
	];
	for (const text of notes) io.stderr.write(`${visible(text)}\n`);
	const durability = bothDurable(kept.durability, updated.durability).kind;
	const place = insecureStorage ? `in ${tokenVault(io.env).path(keyringAccount(profile))}` : 'in the keyring';
	const said = `The token of ${name} is ${place}. ${tried.message}`;
	if (json) io.stdout.writeJson({profile: name, token: safe, works, whose, durability});
	else if (works) reportDone(io, said);
	else io.stdout.write(`${said}\n`);
	if (insecureStorage) io.stderr.write('Anyone who can read your files can read the token. A keyring is safer.\n');
	return 0;
}

/** Whether both have their token under the same account. */
function isSameAccount(one: Profile, other: Profile): boolean {
	return keyringAccount(one) === keyringAccount(other);
}

/** A token, and what came of trying it. */
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
	const given = await promptForToken(profile, timeoutMs, io);
	return given && {...given, works: true, message: acceptedText(parseAddress(profile.url).host, given.owner)};
}

async function tokenFromStdin(profile: Profile, {timeoutMs}: LoginCommandOptions, io: CommandIo): Promise<LoginToken> {
	const {stdin, signal} = io;
	const {name} = profile;
	if (stdin.isTTY) {
		throw usageError(
			'The token is read from standard input, so that it is not kept in the shell history.',
			`Pipe it in: secoda-upload login ${name} --with-token < token.txt`,
		);
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

/** Tries a token. A workspace that cannot be asked keeps nobody from storing it; one that refuses it does. */
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
		return {token, works: false, message: `It could not be tried: ${visible(error.message)}`};
	}
}

function acceptedText(host: string, whose: string | undefined): string {
	return `It works at ${visible(host)}${whose === undefined ? '' : `, as ${visible(whose)}`}.`;
}
