import {styleText} from 'node:util';

/** The looks that the screens use. The terminal's own foreground is left alone wherever nothing is to be said. */
export type Style =
	| 'title'
	| 'dim'
	| 'header'
	| 'error'
	| 'warning'
	| 'good'
	| 'key'
	| 'cursor'
	| 'cursor-row'
	| 'edited'
	| 'strong'
	/** Text that a search has found. */
	| 'match';

type Format = Parameters<typeof styleText>[0];

// Only the 16 colours of the terminal: its theme, dark or light, gives them contrast.
const formats: {readonly [L in Style]: Format} = {
	title: 'bold',
	dim: 'dim',
	header: ['bold', 'underline'],
	error: 'red',
	warning: 'yellow',
	good: 'green',
	key: ['bold', 'cyan'],
	cursor: 'inverse',
	'cursor-row': 'bold',
	edited: 'italic',
	strong: 'bold',
	match: ['bold', 'underline', 'magenta'],
};

const withoutColour: {readonly [L in Style]?: Format} = {
	error: 'bold',
	warning: 'bold',
	good: 'bold',
	key: 'bold',
	match: ['bold', 'underline'],
};

export type Paint = (look: Style, text: string) => string;

/** Whether colours may be used. */
export type ColourMode = 'colour' | 'no-colour';

/** Makes the function that gives text its look. Without colour, weight and signs say the same. */
export function painter(colours: ColourMode): Paint {
	return (look, text) => {
		const format = colours === 'colour' ? formats[look] : (withoutColour[look] ?? formats[look]);
		return text === '' ? '' : styleText(format, text, {validateStream: false});
	};
}

/** Signs that say what colour says too. */
export const signs = {
	error: '✗',
	warning: '!',
	good: '✓',
	edited: '~',
	skipped: '−',
	pointer: '▸',
	prompt: '›',
	chosen: 'x',
	masked: '•',
	waiting: '…',
	never: '·',
	/** Taken by Secoda, and not seen in the catalog. */
	unseen: '?',
	barFull: '█',
	barEmpty: '░',
} as const;
