/** The settings that can be removed from a profile, by the names of their options. */
export const removableSettings = [
	'file',
	'second-file',
	'map',
	'set',
	'split',
	'fill-down',
	'table-rows',
	'skip-rows',
	'value',
	'case',
	'encoding',
	'delimiter',
	'header-row',
	'safe-fixes',
	'max-hidden',
	'min-rows',
	'max-age',
] as const;

export type RemovableSetting = (typeof removableSettings)[number];
