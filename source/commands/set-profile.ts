import type {Profile} from '../profiles/profile.ts';
import {finishProfileSave} from './finish-profile-save.ts';
import {type CommandIo, reportDone} from './io.ts';
import {messages} from './messages.ts';
import type {RemovableSetting} from './removable-settings.ts';
import {type SettingOptions, settingOptions, withoutSettings, withSettings} from './setting-options.ts';
import {profileStore, requireProfile} from './settings.ts';
import {usageErrors} from './usage-errors.ts';

export type SetOptions = SettingOptions & {
	readonly name: string;
	/** The settings to remove. */
	readonly unset: readonly RemovableSetting[];
	readonly json: boolean;
};

/** `profiles set <profile>`: changes only the given settings. */
export async function setProfile(options: SetOptions, io: CommandIo): Promise<number> {
	const {name, unset, json} = options;
	await requireProfile(name, io.env);
	if (unset.length === 0 && settingOptions.every(option => options[option] === undefined)) {
		throw usageErrors.noSetting(name);
	}

	let before: Profile | undefined;
	const updated = await profileStore(io.env).update(name, current => {
		before = current;
		return withSettings(withoutSettings(current, unset), options);
	});
	if (updated === undefined) {
		await requireProfile(name, io.env);
		throw usageErrors.profileRemoved(name);
	}

	await finishProfileSave(before, updated, io);
	if (json) io.stdout.writeJson({...updated.profile, durability: updated.durability.kind});
	else reportDone(io, messages.profileChanged(name));
	return 0;
}
