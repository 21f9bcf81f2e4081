/** The settings that can be taken out of a profile, by their options. */
export const removableSettings = [
	'file',
	'map',
	'encoding',
	'delimiter',
	'safe-fixes',
	'max-hidden',
	'min-rows',
	'max-age',
] as const;

export type RemovableSetting = (typeof removableSettings)[number];
