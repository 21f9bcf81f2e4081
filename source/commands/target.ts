import type {Profile} from '../profiles/profile.ts';
import {findProjectFile, type ProjectFile} from '../profiles/project-file.ts';
import type {GuardSettings, Settings} from '../profiles/settings.ts';
import {SettingsError} from '../profiles/settings-error.ts';
import {type Field, fieldOfLabel, fields} from '../rules/field.ts';
import type {NamedColumns} from '../rules/header.ts';
import type {Reading} from '../session/open-table.ts';
import {delimiterNamed, delimiters} from '../table/dialect.ts';
import {encodingNamed, encodings} from '../table/encoding.ts';
import {visible} from '../text/visible.ts';
import {UsageError} from './failure.ts';
import {type CommandIo, note} from './io.ts';
import {hostOf} from './profile-token.ts';
import {existingProfile, profileStore} from './settings.ts';

/** What the command line says of where a file goes. */
export type TargetOptions = Reading & {
	/** A file, or the name of a profile. */
	readonly source?: string | undefined;
	readonly url?: string | undefined;
	readonly integration?: string | undefined;
};

/** What is to be uploaded, where to, and how, put together from all the places that say so. */
export type Target = {
	readonly file: string | undefined;
	readonly profile: Profile | undefined;
	readonly url: string | undefined;
	readonly integration: string | undefined;
	readonly reading: Reading;
	readonly safeFixes: boolean;
	readonly guard: GuardSettings | undefined;
};

/**
Option > environment (`SECODA_UPLOAD_URL`, `SECODA_UPLOAD_INTEGRATION`) > project file > profile. A profile that is named on
the command line is an option: a project file that names another one, or none, then does not count.

@throws UsageError, SettingsError
*/
export async function findTarget(options: TargetOptions, io: CommandIo): Promise<Target> {
	const {env} = io;
	const {source} = options;
	const named = source === undefined ? undefined : await profileStore(env).get(source);
	const project = projectThatCounts(await findProjectFile(process.cwd()), named);
	if (project !== undefined) note(io, `Using the settings of ${visible(project.path)}.`);
	const profile = named ?? (project?.profile === undefined ? undefined : await existingProfile(project.profile, env));
	const environment = {
		url: env.SECODA_UPLOAD_URL || undefined,
		integration: env.SECODA_UPLOAD_INTEGRATION || undefined,
	};
	const settings = merge(merge(profile ?? {}, project?.settings ?? {}), environment);
	const target = targetOf(settings, options);
	return {
		...target,
		file: source !== undefined && named === undefined ? source : settings.file,
		profile,
		url: options.url ?? settings.url,
		integration: options.integration ?? settings.integration,
	};
}

/** What a profile alone says. @throws SettingsError */
export function targetOfProfile(profile: Profile): Target {
	return {...targetOf(profile), profile};
}

function targetOf(settings: Settings, options: Reading = {}): Target {
	return {
		file: settings.file,
		profile: undefined,
		url: settings.url,
		integration: settings.integration,
		reading: readingOf(settings, options),
		safeFixes: settings.safeFixes === true,
		guard: settings.guard,
	};
}

/** The profile whose run it is to upload a target; none when it goes elsewhere than the profile says. */
export function profileOfRun({profile, url, integration}: Target): Profile | undefined {
	if (profile === undefined || url === undefined || integration !== profile.integration) return undefined;
	return hostOf(url) === hostOf(profile.url) ? profile : undefined;
}

/** The file of a target. @throws UsageError when none is named. */
export function fileOf({file, profile}: Target): string {
	if (file !== undefined) return file;
	if (profile === undefined) {
		throw new UsageError(
			'No file is named.',
			'Name a CSV file or a profile, or a file in secoda-upload.json. Everything can be tried with "secoda-upload demo".',
		);
	}

	throw new UsageError(
		`The profile ${profile.name} names no file.`,
		`Add one: "secoda-upload profiles add ${profile.name} --url ${profile.url} --integration ${profile.integration} --file <path>".`,
	);
}

function projectThatCounts(project: ProjectFile | undefined, named: Profile | undefined): ProjectFile | undefined {
	return named === undefined || project?.profile === named.name ? project : undefined;
}

/** `over` says more than `under`, setting by setting. */
function merge(under: Settings, over: Settings): Settings {
	const said = Object.entries(over).filter(([, value]) => value !== undefined);
	return {...under, ...Object.fromEntries(said)};
}

/** How a file is to be read. @throws SettingsError for a name that is none. */
export function readingOf(settings: Settings, options: Reading = {}): Reading {
	const encoding = settings.encoding === undefined ? undefined : encodingNamed(settings.encoding);
	if (settings.encoding !== undefined && encoding === undefined) throw noSuch('encoding', settings.encoding, encodings);
	const delimiter = settings.delimiter === undefined ? undefined : delimiterNamed(settings.delimiter);
	if (settings.delimiter !== undefined && delimiter === undefined)
		throw noSuch('separator', settings.delimiter, Object.keys(delimiters));
	return {
		encoding: options.encoding ?? encoding,
		delimiter: options.delimiter ?? delimiter,
		mapping: options.mapping ?? (settings.mapping && namedColumns(settings.mapping)),
	};
}

function namedColumns(mapping: Readonly<Record<string, string>>): NamedColumns {
	return Object.fromEntries(Object.entries(mapping).map(([label, name]) => [label, fieldNamed(name)] as const));
}

function fieldNamed(name: string): Field {
	const field = fieldOfLabel(name);
	if (field === undefined) throw noSuch('field', name, fields);
	return field;
}

function noSuch(what: string, name: string, known: readonly string[]): SettingsError {
	return new SettingsError(
		`There is no ${what} "${name}", which the settings name.`,
		`There are: ${known.join(', ')}.`,
	);
}
