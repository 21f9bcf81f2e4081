import {withKeyringTimeout} from '../profiles/keyring/keyring.ts';
import {durabilityNotes} from '../report/saved.ts';
import {visible} from '../text/visible.ts';
import {type CommandIo, reportDone} from './io.ts';
import {removeToken} from './profile-token.ts';
import {profileStore, requireProfile} from './settings.ts';

export type LogoutCommandOptions = {
	readonly name: string;
	/** Leaves the token where it is, for where that cannot be reached. */
	readonly keepToken: boolean;
	readonly json: boolean;
};

/** `logout <profile>`: takes the token away from where it is kept. */
export async function logout({name, keepToken: isLeft, json}: LogoutCommandOptions, io: CommandIo): Promise<number> {
	const profile = await requireProfile(name, io.env);
	const store = profileStore(io.env);
	await store.assertWritable();
	const untold = isLeft ? undefined : await removeToken(profile, 'logout', io.env, withKeyringTimeout(io.signal));
	if (untold !== undefined) io.stderr.write(`${visible(untold)}\n`);
	const updated = await store.update(name, current => ({...current, tokenPlace: 'nowhere'}));
	for (const text of updated === undefined ? [] : durabilityNotes('The profile', updated.durability))
		io.stderr.write(`${visible(text)}\n`);
	const said = {
		nowhere: `No token of ${name} is stored.`,
		keyring: `The token of ${name} is no longer in the keyring. ${stillHolds}`,
		file: `The token of ${name} is no longer on this machine. ${stillHolds}`,
	}[profile.tokenPlace];
	const left = `The profile ${name} knows of no token any more. It was left where it is.`;
	if (json) io.stdout.writeJson({profile: name, token: 'nowhere'});
	else reportDone(io, isLeft ? left : said);
	return 0;
}

const stillHolds = 'It is still valid in Secoda. Revoke it under Settings > API if it is no longer needed.';
