import {parseAddress} from '../catalog/address.ts';
import {integrationPath} from '../catalog/integration-path.ts';
import {mergeValues} from '../mapping/merge-values.ts';
import {recipeParts} from '../mapping/recipe-parts.ts';
import type {Profile} from '../profiles/profile.ts';
import type {GuardSettings} from '../profiles/settings.ts';
import {type MapOptions, noMap, type SetOption} from './fix/options.ts';
import {hostOf} from './profile-token.ts';
import type {RemovableSetting} from './removable-settings.ts';
import {type RowOptions, rowsOf} from './row-options.ts';
import {readingOf} from './target.ts';
import {usageErrors} from './usage-errors.ts';
import {absolutePath} from './working-folder.ts';

/** The options that set the settings of a profile; a missing option changes nothing. */
export type SettingOptions = GuardSettings &
	RowOptions & {
		readonly url?: string | undefined;
		readonly integration?: string | undefined;
		readonly file?: string | undefined;
		readonly secondFile?: string | undefined;
		readonly map?: MapOptions | undefined;
		readonly set?: readonly SetOption[] | undefined;
		readonly encoding?: string | undefined;
		readonly delimiter?: string | undefined;
		readonly headerRow?: number | undefined;
		readonly safeFixes?: boolean | undefined;
	};

/** The names of these options. */
export const settingOptions = [
	...(['url', 'integration', 'file', 'secondFile', 'map', 'set', 'encoding', 'delimiter', 'safeFixes'] as const),
	...(['headerRow', 'split', 'fillDown', 'tableRows', 'skipRows', 'value', 'case'] as const),
	...(['maxHidden', 'minRows', 'maxAge'] as const),
] satisfies ReadonlyArray<keyof SettingOptions>;

/** Applies options to a profile. @throws UsageError, SettingsError, CatalogError for invalid values. */
export function withSettings(profile: Profile, options: SettingOptions): Profile {
	const {url = profile.url, integration = profile.integration, file, secondFile, map = noMap} = options;
	if (map.proposal !== undefined) throw usageErrors.proposalInProfile();
	parseAddress(url);
	integrationPath(integration);
	if (file?.trim() === '' || secondFile?.trim() === '') throw usageErrors.emptyFileOption();
	const mapping = {...profile.mapping, ...Object.fromEntries(map.columns.map(({header, field}) => [header, field]))};
	const isSamePlace = hostOf(url) === hostOf(profile.url) && integration === profile.integration;
	const changed: Profile = {
		...profile,
		url,
		integration,
		integrationName: isSamePlace ? profile.integrationName : undefined,
		file: file === undefined ? profile.file : absolutePath(file),
		secondFile: secondFile === undefined ? profile.secondFile : absolutePath(secondFile),
		mapping: Object.keys(mapping).length === 0 ? undefined : mapping,
		...recipeSettings(profile, options),
		encoding: options.encoding ?? profile.encoding,
		delimiter: options.delimiter ?? profile.delimiter,
		headerRow: options.headerRow ?? profile.headerRow,
		safeFixes: (options.safeFixes ?? profile.safeFixes) || undefined,
		guard: guardOf({
			maxHidden: options.maxHidden ?? profile.guard?.maxHidden,
			minRows: options.minRows ?? profile.guard?.minRows,
			maxAge: options.maxAge ?? profile.guard?.maxAge,
		}),
		// A stored token belongs to a profile and a host, and is never used for another host.
		tokenPlace: hostOf(url) === hostOf(profile.url) ? profile.tokenPlace : 'nowhere',
	};
	readingOf(changed);
	return changed;
}

/** Returns the parts of a recipe; those with several entries keep the entries from before. */
function recipeSettings(profile: Profile, options: SettingOptions) {
	const {split, fillDown, tableRows, skipRows, values, case: nameCase} = rowsOf(options);
	const merged = <Part extends object>(before: Part | undefined, part: Part | undefined): Part | undefined =>
		part === undefined || Object.keys(part).length === 0 ? before : {...before, ...part};
	return {
		constants: merged(profile.constants, recipeParts({}, options.set ?? []).constants),
		split: merged(profile.split, split),
		values: mergeValues(profile.values, values),
		fillDown: fillDown === undefined ? profile.fillDown : [...new Set([...(profile.fillDown ?? []), ...fillDown])],
		skipRows: skipRows === undefined ? profile.skipRows : [...(profile.skipRows ?? []), ...skipRows],
		tableRows: tableRows ?? profile.tableRows,
		case: nameCase ?? profile.case,
	};
}

/** Returns a profile without these settings. */
export function withoutSettings(profile: Profile, names: readonly RemovableSetting[]): Profile {
	return names.reduce(withoutSetting, profile);
}

function withoutSetting(profile: Profile, name: RemovableSetting): Profile {
	switch (name) {
		case 'file':
			return {...profile, file: undefined, secondFile: undefined};
		case 'second-file':
			return {...profile, secondFile: undefined};
		case 'map':
			return {...profile, mapping: undefined};
		case 'set':
			return {...profile, constants: undefined};
		case 'split':
			return {...profile, split: undefined};
		case 'fill-down':
			return {...profile, fillDown: undefined};
		case 'table-rows':
			return {...profile, tableRows: undefined};
		case 'skip-rows':
			return {...profile, skipRows: undefined};
		case 'value':
			return {...profile, values: undefined};
		case 'case':
			return {...profile, case: undefined};
		case 'encoding':
			return {...profile, encoding: undefined};
		case 'delimiter':
			return {...profile, delimiter: undefined};
		case 'header-row':
			return {...profile, headerRow: undefined};
		case 'safe-fixes':
			return {...profile, safeFixes: undefined};
		case 'max-hidden':
			return {...profile, guard: guardOf({...profile.guard, maxHidden: undefined})};
		case 'min-rows':
			return {...profile, guard: guardOf({...profile.guard, minRows: undefined})};
		case 'max-age':
			return {...profile, guard: guardOf({...profile.guard, maxAge: undefined})};
	}
}

function guardOf(guard: GuardSettings): GuardSettings | undefined {
	return Object.values(guard).some(limit => limit !== undefined) ? guard : undefined;
}
