import type {Profile} from '../profiles/profile.ts';
import {finishProfileSave} from './finish-profile-save.ts';
import {type CommandIo, reportDone} from './io.ts';
import type {RemovableSetting} from './removable-settings.ts';
import {type SettingOptions, settingOptions, withoutSettings, withSettings} from './setting-options.ts';
import {profileStore, requireProfile} from './settings.ts';
import {usageError} from './usage-error.ts';

export type SetOptions = SettingOptions & {
	readonly name: string;
	/** Settings that are taken out. */
	readonly unset: readonly RemovableSetting[];
	readonly json: boolean;
};

/** `profiles set <profile>`: changes the settings that are given, and no others. */
export async function setProfile(options: SetOptions, io: CommandIo): Promise<number> {
	const {name, unset, json} = options;
	await requireProfile(name, io.env);
	if (unset.length === 0 && settingOptions.every(option => options[option] === undefined)) {
		throw usageError(
			'No setting is given. Nothing was changed.',
			`Give one, such as "secoda-upload profiles set ${name} --file <path>"; --unset <setting> takes one out.`,
		);
	}

	let before: Profile | undefined;
	const updated = await profileStore(io.env).update(name, current => {
		before = current;
		return withSettings(withoutSettings(current, unset), options);
	});
	if (updated === undefined) {
		await requireProfile(name, io.env);
		throw usageError(`The profile ${name} was just removed.`, 'List them with "secoda-upload profiles list".');
	}

	await finishProfileSave(before, updated, io);
	if (json) io.stdout.writeJson({...updated.profile, durability: updated.durability.kind});
	else reportDone(io, `Changed the profile ${name}.\nNext: secoda-upload profiles show ${name}`);
	return 0;
}
