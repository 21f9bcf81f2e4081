import {parseAddress} from '../catalog/address.ts';
import {connect} from '../catalog/client.ts';
import {CatalogError} from '../catalog/error.ts';
import type {Profile} from '../profiles/profile.ts';
import {cleanToken, type Token} from '../profiles/token.ts';
import {TokenError} from '../profiles/token-error.ts';
import type {Safe} from '../profiles/token-vault.ts';
import {visible} from '../text/visible.ts';
import {accountOfProfile} from './connection.ts';
import {UsageError} from './failure.ts';
import {type CommandIo, isInteractive} from './io.ts';
import {existingProfile, profileStore, tokenVault} from './settings.ts';

export type LoginOptions = {
	readonly name: string;
	/** Read the token from standard input even at a terminal. */
	readonly withToken: boolean;
	/** Keep it in a file instead of the keyring. */
	readonly insecureStorage: boolean;
};

/** `login <profile>`: asks for a token, or reads it from standard input, tries it, and keeps it. */
export async function login({name, withToken, insecureStorage}: LoginOptions, io: CommandIo): Promise<number> {
	const profile = await existingProfile(name, io.env);
	const token = await (isInteractive(io) && !withToken ? askForToken(profile, io) : tokenFromStdin(name, io));
	if (token === undefined) {
		io.stdout.write('No token was stored.\n');
		return 130;
	}

	const whose = await tried(profile, token, io.signal);
	const safe: Safe = insecureStorage ? 'file' : 'keyring';
	const vault = tokenVault(io.env);
	await vault.set(safe, accountOfProfile(profile), token);
	await profileStore(io.env).update(name, {tokenPlace: safe});
	const place = insecureStorage ? `in ${vault.path(accountOfProfile(profile))}` : 'in the keyring';
	io.stdout.write(`The token of ${name} is ${place}. ${whose}\n`);
	if (insecureStorage) io.stderr.write('Whoever can read your files can read it there: the keyring is safer.\n');
	return 0;
}

/** `logout <profile>`: takes the token away from where it is kept. */
export async function logout({name}: {readonly name: string}, io: CommandIo): Promise<number> {
	const profile = await existingProfile(name, io.env);
	const {tokenPlace} = profile;
	if (tokenPlace === 'nowhere') {
		io.stdout.write(`No token of ${name} is stored.\n`);
		return 0;
	}

	await tokenVault(io.env).delete(tokenPlace, accountOfProfile(profile));
	await profileStore(io.env).update(name, {tokenPlace: 'nowhere'});
	io.stdout.write(
		`The token of ${name} is no longer ${tokenPlace === 'keyring' ? 'in the keyring' : 'on this machine'}. In Secoda it still holds: delete it there if nobody should use it.\n`,
	);
	return 0;
}

async function tokenFromStdin(name: string, {stdin, signal}: CommandIo): Promise<Token> {
	if (stdin.isTTY) {
		throw new UsageError(
			'The token is read from standard input, so that it stands in no history of commands.',
			`Pipe it in: secoda-upload login ${name} --with-token < token.txt`,
		);
	}

	const {addAbortSignal} = await import('node:stream');
	const chunks: Buffer[] = [];
	for await (const chunk of addAbortSignal(signal, stdin)) chunks.push(Buffer.from(chunk));
	return cleanToken(Buffer.concat(chunks).toString('utf8'));
}

async function askForToken(profile: Profile, io: CommandIo): Promise<Token | undefined> {
	const {promptForToken} = await import('./app-services/prompt-for-token.ts');
	return promptForToken(profile, io);
}

/** Tries a token. A workspace that cannot be asked keeps nobody from storing it; one that refuses it does. */
async function tried({url}: Profile, token: Token, signal: AbortSignal): Promise<string> {
	const address = parseAddress(url);
	try {
		const {name, email} = await connect({address, token: token.reveal()}).account(signal);
		const whose = name ?? email;
		return `It works at ${visible(address.host)}${whose === undefined ? '' : `, as ${visible(whose)}`}.`;
	} catch (error) {
		if (!(error instanceof CatalogError)) throw error;
		if (error.kind === 'unauthorized' || error.kind === 'forbidden')
			throw new TokenError('refused', `${error.message} The token was not stored.`, error.next);
		return `It could not be tried: ${visible(error.message)}`;
	}
}
