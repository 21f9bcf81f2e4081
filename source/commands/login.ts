import {parseAddress} from '../catalog/address.ts';
import {connect} from '../catalog/client.ts';
import {CatalogError} from '../catalog/error.ts';
import type {Profile} from '../profiles/profile.ts';
import {cleanToken, longestTokenFile, type Token} from '../profiles/token.ts';
import {TokenError} from '../profiles/token-error.ts';
import type {Safe} from '../profiles/token-vault.ts';
import {visible} from '../text/visible.ts';
import {UsageError} from './failure.ts';
import {type CommandIo, isInteractive, note} from './io.ts';
import {accountOfProfile, forgetLeftToken, forgetToken} from './profile-token.ts';
import {existingProfile, profileStore, tokenVault} from './settings.ts';

export type LoginOptions = {
	readonly name: string;
	/** Read the token from standard input even at a terminal. */
	readonly withToken: boolean;
	/** Keep it in a file instead of the keyring. */
	readonly insecureStorage: boolean;
	/** Milliseconds a request may take. */
	readonly timeoutMs: number;
	readonly json: boolean;
};

/** `login <profile>`: asks for a token, or reads it from standard input, tries it, and keeps it. */
export async function login(options: LoginOptions, io: CommandIo): Promise<number> {
	const {name, withToken, insecureStorage, json} = options;
	const profile = await existingProfile(name, io.env);
	const token = await (isInteractive(io) && !withToken ? askForToken(profile, io) : tokenFromStdin(name, io));
	if (token === undefined) {
		note(io, 'No token was stored.');
		return 130;
	}

	const trial = await tried(profile, token, options.timeoutMs, io.signal);
	const safe: Safe = insecureStorage ? 'file' : 'keyring';
	const vault = tokenVault(io.env);
	const store = profileStore(io.env);
	await store.assertWritable();
	await vault.set(safe, accountOfProfile(profile), token);
	const now = await store.update(name, current =>
		accountOfProfile(current) === accountOfProfile(profile) ? {...current, tokenPlace: safe} : current,
	);
	if (now === undefined || accountOfProfile(now) !== accountOfProfile(profile)) {
		await vault.delete(safe, accountOfProfile(profile));
		throw new UsageError(
			`The profile ${name} was changed by another program meanwhile. The token was not stored.`,
			`Look at it with "secoda-upload profiles show ${name}", then log in again.`,
		);
	}

	const left = await forgetLeftToken(profile, now, io.env);
	if (left !== undefined) io.stderr.write(`${visible(left)}\n`);
	const place = insecureStorage ? `in ${vault.path(accountOfProfile(profile))}` : 'in the keyring';
	const said = `The token of ${name} is ${place}. ${trial.message}`;
	const {works, whose = null} = trial;
	io.stdout.write(`${json ? JSON.stringify({profile: name, token: safe, works, whose}) : said}\n`);
	if (insecureStorage) io.stderr.write('Whoever can read your files can read it there: the keyring is safer.\n');
	return 0;
}

/** `logout <profile>`: takes the token away from where it is kept. */
export async function logout(
	{name, json}: {readonly name: string; readonly json: boolean},
	io: CommandIo,
): Promise<number> {
	const profile = await existingProfile(name, io.env);
	const store = profileStore(io.env);
	await store.assertWritable();
	await forgetToken(profile, io.env);
	await tokenVault(io.env).deleteFilesOf(name);
	await store.update(name, current => ({...current, tokenPlace: 'nowhere'}));
	const said = {
		nowhere: `No token of ${name} is stored.`,
		keyring: `The token of ${name} is no longer in the keyring. ${stillHolds}`,
		file: `The token of ${name} is no longer on this machine. ${stillHolds}`,
	}[profile.tokenPlace];
	io.stdout.write(`${json ? JSON.stringify({profile: name, token: 'nowhere'}) : said}\n`);
	return 0;
}

const stillHolds = 'In Secoda it still holds: delete it there if nobody should use it.';

async function tokenFromStdin(name: string, {stdin, signal}: CommandIo): Promise<Token> {
	if (stdin.isTTY) {
		throw new UsageError(
			'The token is read from standard input, so that it stands in no history of commands.',
			`Pipe it in: secoda-upload login ${name} --with-token < token.txt`,
		);
	}

	const {addAbortSignal} = await import('node:stream');
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of addAbortSignal(signal, stdin)) {
		chunks.push(Buffer.from(chunk));
		length += chunk.length;
		if (length > longestTokenFile) {
			throw new TokenError(
				'malformed',
				'What comes on standard input is too long for a token.',
				`Pipe the token alone: secoda-upload login ${name} --with-token < token.txt`,
			);
		}
	}

	return cleanToken(Buffer.concat(chunks).toString('utf8'));
}

async function askForToken(profile: Profile, io: CommandIo): Promise<Token | undefined> {
	const {promptForToken} = await import('./app-services/prompt-for-token.ts');
	return promptForToken(profile, io);
}

type Tried = {readonly works: boolean; readonly whose?: string | undefined; readonly message: string};

/** Tries a token. A workspace that cannot be asked keeps nobody from storing it; one that refuses it does. */
async function tried({url}: Profile, token: Token, timeoutMs: number, signal: AbortSignal): Promise<Tried> {
	const address = parseAddress(url);
	try {
		const {name, email} = await connect({address, token: token.reveal(), timeoutMs}).account(signal);
		const whose = name ?? email;
		const as = whose === undefined ? '' : `, as ${visible(whose)}`;
		return {works: true, whose, message: `It works at ${visible(address.host)}${as}.`};
	} catch (error) {
		if (!(error instanceof CatalogError)) throw error;
		if (error.kind === 'unauthorized' || error.kind === 'forbidden')
			throw new TokenError('refused', `${error.message} The token was not stored.`, error.next);
		return {works: false, message: `It could not be tried: ${visible(error.message)}`};
	}
}
