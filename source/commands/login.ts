import {parseAddress} from '../catalog/address.ts';
import {entryPath} from '../entries.ts';
import {accountOf, Keyring} from '../profiles/keyring/keyring.ts';
import type {Profile} from '../profiles/store.ts';
import {cleanToken, type Token} from '../profiles/token.ts';
import {TokenError} from '../profiles/token-error.ts';
import {UsageError} from './failure.ts';
import type {CommandIo} from './io.ts';
import {existingProfile, profileStore} from './profiles.ts';

/** `login <profile>`: puts the token that comes on standard input into the keyring. */
export async function login({name}: {readonly name: string}, io: CommandIo): Promise<number> {
	const profile = await existingProfile(name, io.env);
	if (io.stdin.isTTY) {
		throw new UsageError(
			'The token is read from standard input, so that it stands in no history of commands.',
			`Pipe it in: secoda-upload login ${name} < token.txt`,
		);
	}

	const chunks: Buffer[] = [];
	for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk));
	await keyringFor(io.env).set(account(profile), cleanToken(Buffer.concat(chunks).toString('utf8')));
	await profileStore(io.env).save({...profile, tokenStored: true});
	io.stdout.write(
		`The token of ${name} is in the keyring. It was not tried: "secoda-upload upload ${name}" uses it.\n`,
	);
	return 0;
}

/** `logout <profile>`: takes the token out of the keyring. */
export async function logout({name}: {readonly name: string}, io: CommandIo): Promise<number> {
	const profile = await existingProfile(name, io.env);
	await keyringFor(io.env).delete(account(profile));
	await profileStore(io.env).save({...profile, tokenStored: false});
	io.stdout.write(`The token of ${name} is no longer in the keyring.\n`);
	return 0;
}

/** The token that was stored for a profile. @throws TokenError */
export async function storedToken(profile: Profile, env: NodeJS.ProcessEnv): Promise<Token | undefined> {
	if (!profile.tokenStored) return undefined;
	const token = await keyringFor(env).get(account(profile));
	if (token !== undefined) return token;
	throw new TokenError(
		'keyring',
		`The keyring is locked, or no longer holds the token of ${profile.name}. Nothing was sent.`,
		`Unlock it, or store the token again with "secoda-upload login ${profile.name}".`,
	);
}

function keyringFor(env: NodeJS.ProcessEnv): Keyring {
	return new Keyring(entryPath('keyring-child').path, env);
}

function account({name, url}: Profile): string {
	return accountOf(name, parseAddress(url).host);
}
